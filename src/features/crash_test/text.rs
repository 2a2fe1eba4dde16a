//! The words of the crash test.

use crate::i18n::Language;

pub struct CrashTestText {
    pub crash_test: &'static str,
    pub crash_test_why: &'static str,
    pub crash_now: &'static str,
}

impl CrashTestText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: CrashTestText = CrashTestText {
    crash_test: "Crash test",
    crash_test_why: "The button makes the program fail on purpose, to see that nothing gets lost.",
    crash_now: "Crash now",
};

pub static KOREAN: CrashTestText = CrashTestText {
    crash_test: "비정상 종료 테스트",
    crash_test_why: "버튼을 누르면 프로그램이 일부러 멈춥니다. 잃어버리는 것이 없는지 확인하기 위한 것입니다.",
    crash_now: "지금 멈추기",
};
