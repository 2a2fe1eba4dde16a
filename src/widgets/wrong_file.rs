//! The messages for a file that was chosen in the wrong field: what it is, and where it goes.

use interchange::file_kind::FileKind;

use crate::i18n::Language;

/// The message in the field for a table.
#[must_use]
pub fn wrong_table(kind: FileKind, language: Language) -> &'static str {
    let [english, korean] = match kind {
        FileKind::Archive => [
            "This is a saved organization, not a table. Open it under Your data.",
            "표가 아니라 저장한 조직 파일입니다. ‘내 데이터’에서 여세요.",
        ],
        FileKind::CutArchive => [
            "This is a saved organization, and its end is missing. Download it again, and open it under Your data.",
            "끝이 잘린 저장한 조직 파일입니다. 다시 내려받아 ‘내 데이터’에서 여세요.",
        ],
        FileKind::Excel => [
            "This is an Excel workbook. In Excel, save it as “CSV UTF-8” and choose that file.",
            "Excel 통합 문서입니다. Excel에서 ‘CSV UTF-8’ 형식으로 저장해 그 파일을 선택하세요.",
        ],
        FileKind::OpenDocument => [
            "This is an OpenDocument spreadsheet. Save it as CSV and choose that file.",
            "OpenDocument 스프레드시트입니다. CSV로 저장해 그 파일을 선택하세요.",
        ],
        FileKind::Document => [
            "This is a document, not a table. Save its table as CSV and choose that file.",
            "표가 아니라 문서 파일입니다. 문서 안의 표를 CSV로 저장해 그 파일을 선택하세요.",
        ],
        FileKind::Compressed => [
            "This is a compressed file. Extract it, and choose the CSV file in it.",
            "압축 파일입니다. 압축을 풀고 그 안의 CSV 파일을 선택하세요.",
        ],
        FileKind::Pdf => [
            "This is a PDF. Export the table as CSV and choose that file.",
            "PDF 파일입니다. 표를 CSV로 내보내 그 파일을 선택하세요.",
        ],
        FileKind::Picture => [
            "This is a picture. Export the table as CSV and choose that file.",
            "그림 파일입니다. 표를 CSV로 내보내 그 파일을 선택하세요.",
        ],
        FileKind::Html => [
            "This is a web page. Export the table as CSV and choose that file.",
            "웹 페이지 파일입니다. 표를 CSV로 내보내 그 파일을 선택하세요.",
        ],
        FileKind::Xml => [
            "This is an XML file. Export the table as CSV and choose that file.",
            "XML 파일입니다. 표를 CSV로 내보내 그 파일을 선택하세요.",
        ],
        FileKind::Json => [
            "This JSON file has no list of people. Export the people as CSV or JSON, and choose that file.",
            "JSON 파일에 사람 목록이 없습니다. 사람 목록을 CSV나 JSON으로 내보내 그 파일을 선택하세요.",
        ],
        FileKind::VCard => [
            "These are contacts in vCard. Export them as CSV and choose that file.",
            "vCard 연락처 파일입니다. CSV로 내보내 그 파일을 선택하세요.",
        ],
        FileKind::Ldif => [
            "These are directory entries in LDIF. Export them as CSV and choose that file.",
            "LDIF 디렉터리 파일입니다. CSV로 내보내 그 파일을 선택하세요.",
        ],
    };
    language.pick(english, korean)
}

/// The message in the field for a saved organization. `None` is a text, most likely a table.
#[must_use]
pub fn wrong_archive(kind: Option<FileKind>, language: Language) -> &'static str {
    let [english, korean] = match kind {
        None | Some(FileKind::Json) => [
            "This file was not written by Registrar, or is damaged. A list of people can be imported under People & teams.",
            "Registrar가 만든 파일이 아니거나 손상된 파일입니다. 사람 목록은 ‘사람과 팀’에서 가져올 수 있습니다.",
        ],
        Some(FileKind::CutArchive) => [
            "This file was not written by Registrar, or is damaged. Its end is missing: download the organization again.",
            "Registrar가 만든 파일이 아니거나 손상된 파일입니다. 끝이 잘려 있으니 조직을 다시 내려받으세요.",
        ],
        Some(FileKind::Compressed) => [
            "This is a compressed file. Extract it, and choose the JSON file in it.",
            "압축 파일입니다. 압축을 풀고 그 안의 JSON 파일을 선택하세요.",
        ],
        Some(FileKind::Excel | FileKind::OpenDocument) => [
            "This is a spreadsheet. Save it as CSV, and import it under People & teams.",
            "스프레드시트입니다. CSV로 저장해 ‘사람과 팀’에서 가져오세요.",
        ],
        Some(FileKind::Html) => [
            "This is a web page without a saved organization. Choose a file that you saved under Your data.",
            "저장된 조직이 없는 웹 페이지입니다. ‘내 데이터’에서 저장한 파일을 선택하세요.",
        ],
        Some(_) => [
            "This file was not written by Registrar, or is damaged. Choose a file that you downloaded under Your data.",
            "Registrar가 만든 파일이 아니거나 손상된 파일입니다. ‘내 데이터’에서 내려받은 파일을 선택하세요.",
        ],
    };
    language.pick(english, korean)
}
