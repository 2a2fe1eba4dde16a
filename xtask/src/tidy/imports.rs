//! The rule for imports in `src`: a folder may import only the folders in its row of the table. The table has no cycle, so
//! the folders have no cycle.

use super::SourceFile;

/// Each folder with its allowed imports. A row names only folders of the rows above.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("platform", &[]),
    ("routes", &["platform"]),
    ("state", &["platform"]),
    ("i18n", &["state"]),
    ("page", &["platform", "state", "i18n"]),
    ("ui", &["platform", "i18n"]),
    ("widgets", &["platform", "routes", "state", "i18n", "page", "ui"]),
    ("forms", &["platform", "routes", "state", "i18n", "page", "ui", "widgets"]),
    ("features", &["platform", "routes", "state", "i18n", "page", "ui", "widgets", "forms"]),
    ("shell", &["platform", "routes", "state", "i18n", "page", "ui", "widgets", "forms", "features"]),
    ("scripting", &["platform", "state", "i18n"]),
];

/// The forbidden imports of a file. Inline tests are not checked.
pub fn problems(file: &SourceFile) -> Vec<String> {
    let Some(path) = file.path.strip_prefix("src/").and_then(|path| path.strip_suffix(".rs")) else {
        return Vec::new();
    };
    let module: Vec<&str> = path.split('/').collect();
    if matches!(*module, ["lib" | "main"]) {
        return Vec::new();
    }
    let own = Folder::of(&module);
    let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == own.name) else {
        return vec![file.problem(0, &format!("say in xtask/src/tidy/imports.rs what src/{} may import", own.name))];
    };
    let mut problems = Vec::new();
    for (number, line) in without_tests(&file.text).enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        if line.contains("crate::{") {
            problems.push(file.problem(number, "write one `use` for each folder, so that its name is in the line"));
        }
        for path in paths_in(line, &module) {
            let target = Folder::of(&path);
            let is_known = MAY_IMPORT.iter().any(|(name, _)| *name == target.name);
            if is_known && target != own && !allowed.contains(&target.name) {
                problems.push(file.problem(number, &format!("{} may not import {}", own.title(), target.title())));
            }
        }
    }
    problems
}

/// The lines before the inline tests. A test module in a file of its own ends nothing.
fn without_tests(text: &str) -> impl Iterator<Item = &str> {
    let tests = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    text.split_at(tests).0.lines()
}

/// A folder of `src`. Each feature counts as a folder of its own.
#[derive(PartialEq)]
struct Folder<'a> {
    name: &'a str,
    feature: Option<&'a str>,
}

impl<'a> Folder<'a> {
    fn of(module: &[&'a str]) -> Self {
        match module {
            ["features", feature, ..] => Self { name: "features", feature: Some(feature) },
            [name, ..] => Self { name, feature: None },
            [] => Self { name: "", feature: None },
        }
    }

    fn title(&self) -> String {
        match self.feature {
            Some(feature) => format!("{}/{feature}", self.name),
            None => self.name.to_owned(),
        }
    }
}

/// The paths of a line that begin with `crate::` or `super::`, resolved from the root of the crate.
fn paths_in<'a>(line: &'a str, module: &[&'a str]) -> Vec<Vec<&'a str>> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut paths = Vec::new();
    for keyword in ["crate", "super"] {
        for (at, _) in line.match_indices(keyword) {
            let (before, rest) = line.split_at(at);
            // A later segment is part of a path that was found already.
            if before.ends_with(is_word) || before.ends_with("::") {
                continue;
            }
            let path = rest.split(|letter: char| !is_word(letter) && letter != ':').next().unwrap_or_default();
            let segments: Vec<&str> = path.split("::").filter(|segment| !segment.is_empty()).collect();
            let ups = segments.iter().take_while(|segment| **segment == "super").count();
            let names = segments.into_iter().skip(ups.max(1));
            match ups {
                0 => paths.push(names.collect()),
                ups => paths.push(module.iter().copied().take(module.len().saturating_sub(ups)).chain(names).collect()),
            }
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_import(path: &str, text: &str, expected: &[&str]) {
        let file = SourceFile { path: path.into(), text: text.into() };
        let problems = problems(&file);
        assert_eq!(problems, expected);
    }

    #[test]
    fn a_row_names_only_folders_above_it() {
        for (at, (name, allowed)) in MAY_IMPORT.iter().enumerate() {
            for target in *allowed {
                assert!(MAY_IMPORT.iter().take(at).any(|(above, _)| above == target), "{name} imports {target}");
            }
        }
    }

    #[test]
    fn a_folder_imports_itself_and_the_folders_in_its_row() {
        check_import("src/state/model.rs", "use super::Store;\nuse crate::platform::clock;\n", &[]);
        check_import("src/features/access/grid.rs", "use super::keys::Cell;\nuse crate::ui::{icon, table};\n", &[]);
        check_import("src/main.rs", "use crate::shell::app::App;\n", &[]);
    }

    #[test]
    fn no_folder_imports_a_folder_below_it() {
        check_import("src/state.rs", "use crate::i18n::Catalog;\n", &["src/state.rs:1: state may not import i18n"]);
        check_import(
            "src/ui/icon.rs",
            "\nlet it = crate::state::now();\n",
            &["src/ui/icon.rs:2: ui may not import state"],
        );
        check_import(
            "src/ui/icon.rs",
            "use super::super::page::Page;\n",
            &["src/ui/icon.rs:1: ui may not import page"],
        );
    }

    #[test]
    fn only_inline_tests_end_the_checked_lines() {
        let import = "use crate::shell::app::App;\n";
        let expected = "state may not import shell";
        check_import(
            "src/state.rs",
            &format!("#[cfg(test)]\nmod tests;\n{import}"),
            &[&format!("src/state.rs:3: {expected}")],
        );
        check_import("src/state.rs", &format!("#[cfg(test)]\nmod tests {{\n{import}}}\n"), &[]);
    }

    #[test]
    fn a_group_of_folders_is_refused() {
        let expected = "src/state.rs:1: write one `use` for each folder, so that its name is in the line";
        check_import("src/state.rs", "use crate::{platform::clock, shell::app};\n", &[expected]);
    }

    #[test]
    fn a_feature_imports_no_other_feature() {
        let expected = "features/people may not import features/access";
        for import in ["use crate::features::access::text;", "use super::super::access::text;"] {
            check_import(
                "src/features/people/query.rs",
                import,
                &[&format!("src/features/people/query.rs:1: {expected}")],
            );
        }
        check_import(
            "src/features/people.rs",
            "use super::access::text;",
            &[&format!("src/features/people.rs:1: {expected}")],
        );
    }

    #[test]
    fn a_folder_without_a_row_is_reported() {
        let expected = "src/pages/about.rs:1: say in xtask/src/tidy/imports.rs what src/pages may import";
        check_import("src/pages/about.rs", "", &[expected]);
    }

    #[test]
    fn comments_and_inline_tests_are_not_checked() {
        check_import(
            "src/state.rs",
            "/// See crate::shell::app.\n#[cfg(test)]\nmod tests {\n    use crate::i18n::Language;\n",
            &[],
        );
    }
}
