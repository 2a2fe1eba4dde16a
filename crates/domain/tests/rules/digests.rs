//! Digests, against what W&B's client has computed for the same files (tests/python/digests.py).

use std::collections::BTreeMap;

use domain::{File, FileDigest, FilePath, Manifest};
use serde::Deserialize;

#[derive(Deserialize)]
struct Golden {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    /// The bytes of each file, in base64.
    contents: BTreeMap<String, String>,
    digest: String,
    files: Vec<Entry>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Entry {
    path: String,
    size: u64,
    digest: String,
}

#[test]
fn digests_are_those_of_the_client() {
    use base64::Engine as _;
    let golden: Golden = serde_json::from_str(include_str!("golden/digests.json")).unwrap();
    assert!(golden.cases.len() > 5);
    for case in golden.cases {
        let files = case.contents.iter().rev().map(|(path, content)| {
            let content = base64::engine::general_purpose::STANDARD.decode(content).unwrap();
            let path = FilePath::parse(&format!("./{path}")).unwrap();
            File { path, size: content.len() as u64, digest: FileDigest::of(&content) }
        });
        let manifest = Manifest::new(files.collect()).unwrap();
        let entry =
            |file: &File| Entry { path: file.path.to_string(), size: file.size, digest: file.digest.to_string() };
        assert_eq!(manifest.files().iter().map(entry).collect::<Vec<_>>(), case.files, "{}", case.name);
        assert_eq!(manifest.digest().to_string(), case.digest, "{}", case.name);
    }
}
