//! The words of *Log artifact*.

use crate::i18n::Language;
use crate::i18n::prose::{isolate, particle};

/// The texts in one language.
pub struct LogText {
    pub title: &'static str,
    /// The project, by its name.
    pub lead: fn(&str) -> String,
    pub name: &'static str,
    pub name_hint: &'static str,
    /// The next version of an artifact.
    pub next: fn(&str, u32) -> String,
    /// The first version of a new artifact.
    pub first: &'static str,
    pub kind: &'static str,
    pub kind_hint: &'static str,
    pub description: &'static str,
    pub metadata: &'static str,
    pub metadata_hint: &'static str,
    pub tags: &'static str,
    pub aliases: &'static str,
    pub list_hint: &'static str,
    pub latest_hint: &'static str,
    pub run: &'static str,
    pub run_hint: &'static str,
    pub inputs: &'static str,
    pub inputs_hint: &'static str,
    pub no_such_version: fn(&str) -> String,
    pub needs_run: &'static str,
    pub files: &'static str,
    pub files_hint: &'static str,
    pub choose_files: &'static str,
    pub choose_folder: &'static str,
    pub drop: &'static str,
    pub reading: &'static str,
    /// Files and bytes that are read, of all.
    pub read_of: fn(&str, &str, &str, &str) -> String,
    pub cancel_reading: &'static str,
    pub canceled: &'static str,
    pub no_files: &'static str,
    /// The number of files, and their size.
    pub files_of: fn(&str, &str) -> String,
    pub takes: fn(&str) -> String,
    pub clear_files: &'static str,
    pub by_hand: &'static str,
    pub by_hand_hint: &'static str,
    pub by_hand_form: &'static str,
    /// A fault of the files without contents, in the summary of the form.
    pub by_hand_fault: fn(&str) -> String,
    pub not_a_size: &'static str,
    pub of_line: fn(&str, &str) -> String,
    pub of_path: fn(&str, &str) -> String,
    pub twice: fn(&str) -> String,
    pub unreadable: fn(&str) -> String,
    pub not_listed: &'static str,
    pub still_reading: &'static str,
    /// The version that has the same content.
    pub same_content: fn(u32) -> String,
    pub draft: &'static str,
    pub discard: &'static str,
}

impl LogText {
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        language.pick(&ENGLISH, &KOREAN)
    }
}

pub static ENGLISH: LogText = LogText {
    title: "Log artifact",
    lead: |project| format!("Creates an artifact version in {project}."),
    name: "Name",
    name_hint: "Letters a to z, digits, “-”, “_” and “.”. A known name creates its next version.",
    next: |name, number| format!("{} exists. This is its version v{number}.", isolate(name)),
    first: "A new artifact. This is its version v0.",
    kind: "Type",
    kind_hint: "For example model or dataset. It can’t be changed later.",
    description: "Description",
    metadata: "Metadata",
    metadata_hint: "Optional. A JSON object, such as {\"loss\": 0.1}.",
    tags: "Tags",
    aliases: "Aliases",
    list_hint: "Optional. Separate with commas.",
    latest_hint: "Optional. Separate with commas. latest is set automatically.",
    run: "Run",
    run_hint: "Optional. The run that produced this version.",
    inputs: "Inputs",
    inputs_hint: "Optional. Versions that the run used, one per line, such as team/project/artifact:v0 or registry/collection:v0.",
    no_such_version: |reference| format!("{} leads to no version that you can see.", isolate(reference)),
    needs_run: "Name the run that used these inputs.",
    files: "Files",
    files_hint: "Only paths, sizes and digests are stored. The contents stay on your computer.",
    choose_files: "Choose files",
    choose_folder: "Choose folder",
    drop: "Or drop files and folders here.",
    reading: "Reading files",
    read_of: |files, all_files, size, all_size| format!("{files} of {all_files} files, {size} of {all_size}"),
    cancel_reading: "Cancel",
    canceled: "Canceled. No file was added.",
    no_files: "No files. A version without files is an empty manifest.",
    files_of: |count, size| match count {
        "1" => format!("1 file, {size}."),
        count => format!("{count} files, {size}."),
    },
    takes: |size| format!("The list takes about {size} in storage."),
    clear_files: "Remove chosen files",
    by_hand: "Files without contents",
    by_hand_hint: "Optional. One file per line: path, size in bytes, MD5 digest in base64.",
    by_hand_form: "Write a path, a size and a digest, separated by spaces.",
    by_hand_fault: |fault| format!("Files without contents: {fault}"),
    not_a_size: "The size is a whole number of bytes.",
    of_line: |line, fault| format!("Line {line}: {fault}"),
    of_path: |path, fault| format!("{path}: {fault} No file was added."),
    twice: |path| format!("{path} is listed twice with different content."),
    unreadable: |path| format!("{path} can’t be read. It may have changed or been deleted. No file was added."),
    not_listed: "A folder can’t be read. No file was added.",
    still_reading: "Wait until all files are read, or cancel.",
    same_content: |number| {
        format!(
            "v{number} has the same content. Logging returns v{number} and adds the aliases. Description, metadata and tags stay as they are."
        )
    },
    draft: "Draft restored.",
    discard: "Discard draft",
};

pub static KOREAN: LogText = LogText {
    title: "아티팩트 기록",
    lead: |project| format!("{project} 프로젝트에 아티팩트 버전을 만듭니다."),
    name: "이름",
    name_hint: "영문자, 숫자, “-”, “_”, “.”를 쓸 수 있습니다. 이미 있는 이름이면 다음 버전이 만들어집니다.",
    next: |name, number| format!("{} 이미 있습니다. 버전 v{number}이 됩니다.", particle(name, "이", "가")),
    first: "새 아티팩트입니다. 버전 v0이 됩니다.",
    kind: "유형",
    kind_hint: "예: model, dataset. 나중에 바꿀 수 없습니다.",
    description: "설명",
    metadata: "메타데이터",
    metadata_hint: "선택 사항. {\"loss\": 0.1} 같은 JSON 객체입니다.",
    tags: "태그",
    aliases: "별칭",
    list_hint: "선택 사항. 쉼표로 구분합니다.",
    latest_hint: "선택 사항. 쉼표로 구분합니다. latest는 자동으로 붙습니다.",
    run: "실행",
    run_hint: "선택 사항. 이 버전을 만든 실행입니다.",
    inputs: "입력",
    inputs_hint: "선택 사항. 실행이 사용한 버전을 한 줄에 하나씩 입력합니다. 예: team/project/artifact:v0, registry/collection:v0",
    no_such_version: |reference| format!("{}: 볼 수 있는 버전이 없습니다.", isolate(reference)),
    needs_run: "이 입력을 사용한 실행의 이름을 입력하세요.",
    files: "파일",
    files_hint: "경로와 크기, 다이제스트만 저장합니다. 파일 내용은 컴퓨터에 그대로 있습니다.",
    choose_files: "파일 선택",
    choose_folder: "폴더 선택",
    drop: "파일이나 폴더를 여기에 끌어다 놓아도 됩니다.",
    reading: "파일을 읽는 중",
    read_of: |files, all_files, size, all_size| format!("파일 {all_files}개 중 {files}개, {all_size} 중 {size}"),
    cancel_reading: "취소",
    canceled: "취소했습니다. 추가된 파일이 없습니다.",
    no_files: "파일이 없습니다. 파일 없이 기록하면 빈 매니페스트가 됩니다.",
    files_of: |count, size| format!("파일 {count}개, {size}."),
    takes: |size| format!("이 목록은 저장 공간을 약 {size} 차지합니다."),
    clear_files: "선택한 파일 제거",
    by_hand: "내용 없이 입력하는 파일",
    by_hand_hint: "선택 사항. 한 줄에 파일 하나씩 경로, 바이트 크기, base64로 적은 MD5 다이제스트를 입력합니다.",
    by_hand_form: "경로와 크기, 다이제스트를 공백으로 구분해 입력하세요.",
    by_hand_fault: |fault| format!("내용 없이 입력하는 파일: {fault}"),
    not_a_size: "크기는 바이트 단위의 정수입니다.",
    of_line: |line, fault| format!("{line}행: {fault}"),
    of_path: |path, fault| format!("{path}: {fault} 추가된 파일이 없습니다."),
    twice: |path| format!("{path}: 내용이 다른 파일이 두 번 나옵니다."),
    unreadable: |path| format!("{path}: 읽을 수 없습니다. 바뀌었거나 삭제되었을 수 있습니다. 추가된 파일이 없습니다."),
    not_listed: "폴더를 읽을 수 없습니다. 추가된 파일이 없습니다.",
    still_reading: "모든 파일을 읽을 때까지 기다리거나 취소하세요.",
    same_content: |number| {
        format!(
            "v{number}의 내용과 같습니다. 기록하면 v{number}에 별칭만 추가되고 설명, 메타데이터, 태그는 그대로 유지됩니다."
        )
    },
    draft: "초안을 복원했습니다.",
    discard: "초안 버리기",
};
