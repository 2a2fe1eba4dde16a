//! The descriptions of the demo's versions and collections, in each language. Names, aliases, tags and metadata are the same in
//! both.

use super::super::text::Language;

/// A text in English and in Korean.
pub struct Words(&'static str, &'static str);

impl Words {
    /// The text in a language.
    pub fn of(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.0,
            Language::Korean => self.1,
        }
    }
}

pub const TRANSCRIPTS: Words = Words(
    "Support conversations of the first quarter. Names and order numbers are replaced.",
    "1분기 고객 상담 대화입니다. 이름과 주문 번호는 가명 처리했습니다.",
);

pub const MORE_TRANSCRIPTS: Words =
    Words("With the second quarter. Duplicates are removed.", "2분기 대화를 추가하고 중복을 제거했습니다.");

pub const QUESTIONS: Words = Words(
    "600 questions with reference answers, written by the support team.",
    "고객지원팀이 작성한 질문 600개와 모범 답안입니다.",
);

pub const EVALUATION: Words = Words(
    "Every release of the support assistant is measured on the **frozen** version.",
    "상담 어시스턴트는 릴리스할 때마다 **frozen** 버전으로 평가합니다.",
);

pub const FIRST_RUN: Words = Words("First fine-tuning run.", "첫 파인튜닝 결과입니다.");

pub const LONGER_CONTEXT: Words = Words("Longer context.", "컨텍스트 길이를 늘렸습니다.");

pub const BOTH_QUARTERS: Words = Words("Trained on both quarters.", "1분기와 2분기 데이터로 학습했습니다.");

pub const CITATIONS: Words = Words("Answers cite the help center.", "답변에 고객센터 문서를 인용합니다.");

pub const FEWER_REFUSALS: Words = Words(
    "Same data, a lower learning rate and fewer refusals.",
    "같은 데이터에 학습률을 낮췄고, 답변 거부가 줄었습니다.",
);

pub const ASSISTANT: Words = Words(
    "Answers customers in the help center.\n\n**production** serves traffic. **candidate** is being reviewed.",
    "고객센터에서 고객 문의에 답합니다.\n\n**production**은 서비스 중인 버전, **candidate**는 검토 중인 버전입니다.",
);

pub const INSPECTION_IMAGES: Words = Words(
    "Photos of the line with labeled scratches, dents and stains.",
    "생산 라인 사진에 긁힘, 찍힘, 얼룩을 라벨링한 데이터입니다.",
);

pub const TEN_EPOCHS: Words = Words("After 10 epochs.", "10에폭까지 학습한 체크포인트입니다.");

pub const TWENTY_EPOCHS: Words = Words("After 20 epochs.", "20에폭까지 학습한 체크포인트입니다.");

pub const RECORDINGS: Words =
    Words("120 hours of recorded support calls, with transcripts.", "고객센터 통화 녹음 120시간과 전사 자료입니다.");

pub const SPEECH: Words =
    Words("The base training data of our speech recognition.", "음성 인식 모델의 기본 학습 자료입니다.");

pub const FINDINGS: Words = Words(
    "Findings on the support assistant before v3 went live.",
    "v3 배포 전에 상담 어시스턴트를 점검한 결과입니다.",
);

pub const REQUESTS: Words = Words("Recorded requests for load tests.", "부하 테스트용으로 기록한 요청입니다.");

pub const LATENCY: Words = Words("Load tests of the serving platform.", "서빙 플랫폼의 부하 테스트입니다.");

pub const EMBEDDINGS: Words =
    Words("An experiment. Don’t build on it.", "실험용입니다. 다른 작업의 기반으로 쓰지 마세요.");
