//! Rules for Rust files.

use super::SourceFile;

/// The maximum number of lines. A longer file is hard to understand as a whole.
const MAX_LINES: usize = 400;

/// The violations in a Rust file.
pub fn problems(file: &SourceFile) -> Vec<String> {
    if !file.path.ends_with(".rs") {
        return Vec::new();
    }
    let mut problems = Vec::new();
    if !file.text.starts_with("//!") {
        problems.push(file.problem(0, "opens with `//!`: what it owns, and what it does not know"));
    }
    if file.path.ends_with("/mod.rs") {
        problems.push(file.problem(0, "a module `foo` is `foo.rs`, with its folder `foo/`"));
    }
    if file.text.lines().count() > MAX_LINES {
        problems.push(file.problem(MAX_LINES, "too long: split it"));
    }
    for (number, line) in file.text.lines().enumerate() {
        let line = line.trim_start();
        if line.starts_with("#[allow(") || line.starts_with("#![allow(") {
            problems.push(file.problem(number, "use `expect` with a reason, not `allow`"));
        }
        if line.starts_with("#[ignore") {
            problems.push(file.problem(number, "a test that is ignored is no test"));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_file(path: &str, text: &str, expected: &[&str]) {
        let file = SourceFile { path: path.into(), text: text.into() };
        let problems = problems(&file);
        let places: Vec<_> = problems.iter().filter_map(|problem| problem.split(": ").next()).collect();
        assert_eq!(places, expected, "{problems:?}");
    }

    #[test]
    fn a_module_has_a_doc_comment() {
        check_file("src/shell/app.rs", "//! The app.\nfn main() {}\n", &[]);
        check_file("src/shell/app.rs", "fn main() {}\n", &["src/shell/app.rs:1"]);
        check_file("tests/e2e/smoke.spec.ts", "test();\n", &[]);
    }

    #[test]
    fn a_file_named_mod_is_found() {
        check_file("src/pages/mod.rs", "//! Pages.\n", &["src/pages/mod.rs:1"]);
    }

    #[test]
    fn a_file_that_is_too_long_is_found() {
        check_file("src/shell/app.rs", &"//!\n".repeat(400), &[]);
        check_file("src/shell/app.rs", &"//!\n".repeat(401), &["src/shell/app.rs:401"]);
    }

    #[test]
    fn allowed_lints_and_ignored_tests_are_found() {
        check_file("src/shell/app.rs", "//! A.\n#![allow(dead_code)]\n", &["src/shell/app.rs:2"]);
        check_file("src/shell/app.rs", "//! A.\n\n    #[ignore = \"slow\"]\n", &["src/shell/app.rs:3"]);
    }
}
