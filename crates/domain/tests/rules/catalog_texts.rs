//! Names, tags, aliases, paths and metadata, with the places of their faults.

use domain::{
    Alias, ArtifactName, CollectionName, File, FileDigest, FileHasher, FilePath, Manifest, Metadata, MetadataFault,
    PathFault, Place, ProjectName, Tag, Tags, TextFault,
};

#[test]
fn names_have_the_characters_of_their_kind() {
    assert_eq!(ProjectName::parse("a/b"), Err(TextFault::Forbidden('/')));
    assert_eq!(ProjectName::parse("Wandb\u{2011}registry-x"), Err(TextFault::Prefixed));
    assert!(ProjectName::parse(&"x".repeat(128)).is_ok());
    assert_eq!(ProjectName::parse(&"x".repeat(129)), Err(TextFault::TooLong { by: 1, limit: 128 }));
    assert_eq!(ArtifactName::parse("모델"), Err(TextFault::Forbidden('모')));
    assert_eq!(ArtifactName::parse("a b"), Err(TextFault::Forbidden(' ')));
    assert_eq!(CollectionName::parse(" a:b "), Err(TextFault::Forbidden(':')));
    assert_eq!(CollectionName::parse("\u{1112}\u{1161}\u{11ab}").unwrap().as_str(), "한");
    assert!(CollectionName::parse("a \\ b?#%").is_ok());
    assert_eq!(Alias::parse("a/b"), Err(TextFault::Forbidden('/')));
    assert_eq!(Alias::parse("\u{200b} "), Err(TextFault::Empty));
    for managed in ["latest", "v0", "v12", "v007"] {
        assert!(Alias::parse(managed).unwrap().is_managed(), "{managed}");
    }
    for free in ["Latest", "v", "V1", "v1.0", "v-1", "v١"] {
        assert!(!Alias::parse(free).unwrap().is_managed(), "{free}");
    }
}

#[test]
fn a_tag_has_letters_numbers_and_blanks_between() {
    for valid in ["a", "-", "_", "음성 1", " a  b ", "Ⅷ", "é"] {
        assert!(Tag::parse(valid).is_ok(), "{valid}");
    }
    for (text, character) in [("a,b", ','), ("a.b", '.'), ("a\tb", '\t'), ("a\u{a0}b", '\u{a0}'), ("😀", '😀')] {
        assert_eq!(Tag::parse(text), Err(TextFault::Forbidden(character)));
    }
    assert_eq!(Tag::parse("   "), Err(TextFault::Empty));
    let tag = |text: &str| Tag::parse(text).unwrap();
    let tags: Tags = ["b", "a", "b"].map(tag).into_iter().collect();
    assert_eq!(tags.as_slice(), ["b", "a"].map(tag));
}

#[test]
fn paths_collapse_and_stay_inside() {
    for (text, path) in [
        ("a", "a"),
        ("./a", "a"),
        ("a//b/./c/", "a/b/c"),
        ("...", "..."),
        ("..a/a..", "..a/a.."),
        ("a b", "a b"),
        (" ", " "),
        (r"\a", r"\a"),
        ("cafe\u{301}", "cafe\u{301}"),
        ("1:a", "1:a"),
        ("ab:c", "ab:c"),
    ] {
        assert_eq!(FilePath::parse(text).map(|path| path.to_string()).as_deref(), Ok(path), "{text:?}");
    }
    for (text, fault) in [
        ("", PathFault::Empty),
        (".", PathFault::Empty),
        ("././", PathFault::Empty),
        ("/", PathFault::Absolute),
        ("/a", PathFault::Absolute),
        ("//a", PathFault::Absolute),
        (r"\\host\a", PathFault::Network),
        ("..", PathFault::Parent),
        ("a/../b", PathFault::Parent),
        (r"a\..\b", PathFault::Parent),
        ("C:x", PathFault::Drive),
        ("./c:/x", PathFault::Drive),
        ("a\0b", PathFault::Forbidden('\0')),
    ] {
        assert_eq!(FilePath::parse(text), Err(fault), "{text:?}");
    }
}

#[track_caller]
fn check_fault(text: &str, fault: MetadataFault) {
    assert_eq!(Metadata::parse(text), Err(fault), "{text}");
}

#[test]
fn the_faults_of_metadata_have_their_places() {
    let at = |line, column| Place { line, column };
    check_fault("", MetadataFault::Malformed(at(1, 1)));
    check_fault("{\n \"a\": nul}", MetadataFault::Malformed(at(2, 7)));
    check_fault("{\"a\": NaN}", MetadataFault::Malformed(at(1, 7)));
    check_fault("{\"한\": 1e999}", MetadataFault::Infinite(at(1, 7)));
    check_fault("{\"a\": -Infinity}", MetadataFault::Infinite(at(1, 7)));
    check_fault("{\"a\": 1,\n\"\\u0061\": 2}", MetadataFault::KeyTwice { key: "a".to_owned(), place: at(2, 1) });
    check_fault("{\"a\": {\"b\": 1, \"b\": 2}}", MetadataFault::KeyTwice { key: "b".to_owned(), place: at(1, 16) });
    check_fault("{\"a\": \"x\\ud800\"}", MetadataFault::HalfCharacter(at(1, 9)));
    check_fault("{\"\\udc00\\ud800\": 1}", MetadataFault::HalfCharacter(at(1, 3)));
    check_fault("{\"a\": \"x\ny\"}", MetadataFault::Malformed(at(1, 9)));
    check_fault("{\"a\": \"x", MetadataFault::Malformed(at(1, 9)));
    for text in [
        "{\"a\":01}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":+1}",
        "{\"a\":1e}",
        "{,}",
        "{\"a\":1,}",
        "{} {}",
        "{\"a\" 1}",
    ] {
        assert!(matches!(Metadata::parse(text), Err(MetadataFault::Malformed(_))), "{text}");
    }
    for text in ["[1]", "5", "null", "\"a\"", " true "] {
        check_fault(text, MetadataFault::NoObject);
    }
}

#[test]
fn metadata_has_limits_and_keeps_digits() {
    let keys = |count: usize| {
        let keys: Vec<String> = (0..count).map(|key| format!("\"{key}\": {{\"nested\": 1}}")).collect();
        format!("{{{}}}", keys.join(","))
    };
    assert!(Metadata::parse(&keys(100)).is_ok());
    check_fault(&keys(102), MetadataFault::TooMany { by: 2, limit: 100 });
    let deep = |levels: usize| format!("{}1{}", "{\"a\":".repeat(levels), "}".repeat(levels));
    assert!(Metadata::parse(&deep(100)).is_ok());
    check_fault(&deep(101), MetadataFault::TooDeep { limit: 100 });
    check_fault(&deep(1_000_000), MetadataFault::TooDeep { limit: 100 });
    check_fault(&format!("{{\"a\":\"{}\"}}", "x".repeat(999_993)), MetadataFault::TooLong { by: 1, limit: 1_000_000 });
    let text = "{ \"z\": 1.50, \"a\": [12345678901234567890, 1E5, -0.0, \"\\u00e9 \\ud83d\\ude00\"], \"\": {} }";
    let compact = "{\"z\":1.50,\"a\":[12345678901234567890,1E5,-0.0,\"\\u00e9 \\ud83d\\ude00\"],\"\":{}}";
    assert_eq!(Metadata::parse(text).unwrap().as_str(), compact);
    assert!(Metadata::parse(" { } ").unwrap().is_empty());
}

fn file(path: &str, text: &str) -> File {
    let digest = FileDigest::of(text.as_bytes());
    File { path: FilePath::parse(path).unwrap(), size: text.len() as u64, digest }
}

#[test]
fn a_path_that_is_there_twice_counts_once_or_is_a_fault() {
    let same = Manifest::new(vec![file("b", "1"), file("a", "2"), file("./b", "1")]).unwrap();
    assert_eq!(same.files().iter().map(|file| file.path.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    let twice = Manifest::new(vec![file("b", "1"), file("a", "2"), file("a", "2"), file("b", "3")]).unwrap_err();
    assert_eq!((twice.path.as_str(), twice.index), ("b", 3));
}

#[test]
fn a_file_that_is_hashed_in_pieces_has_the_digest_of_the_whole() {
    let mut hasher = FileHasher::default();
    for piece in ["a", "", "bc"] {
        hasher.update(piece.as_bytes());
    }
    assert_eq!(hasher.size(), 3);
    let digest = hasher.finish();
    assert_eq!((digest, digest.to_string().as_str()), (FileDigest::of(b"abc"), "kAFQmDzST7DWlj99KOF/cg=="));
    assert_eq!(FileDigest::parse("kAFQmDzST7DWlj99KOF/cg=="), Some(digest));
    for text in ["", "kAFQmDzST7DWlj99KOF/cg", "kAFQmDzST7DWlj99KOF/ch==", "900150983cd24fb0d6963f7d28e17f72"] {
        assert_eq!(FileDigest::parse(text), None, "{text}");
    }
}
