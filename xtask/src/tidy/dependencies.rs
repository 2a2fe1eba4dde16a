//! The rule that the crates are pure: they depend on no browser, clock or random numbers.

use anyhow::Result;

use crate::process;

/// The crates without forbidden dependencies.
const PURE: &[&str] = &["domain", "journal", "workspace", "interchange", "search", "samples"];

/// Crates of the browser, by the prefixes of their names.
const FORBIDDEN: &[&str] = &["yew", "gloo", "web-sys", "js-sys", "wasm-bindgen"];
const FORBIDDEN_EXACTLY: &[&str] = &["getrandom", "rand", "rand_core", "chrono", "time", "instant", "web-time"];

/// The forbidden dependencies of the pure crates. Development dependencies are allowed.
pub fn problems() -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for name in PURE {
        let mut command = process::cargo(&["tree", "--package", name, "--edges", "normal,build"]);
        let tree = process::read(command.args(["--target", "all", "--prefix", "none", "--format", "{p}"]))?;
        problems.extend(problems_in(name, &tree));
    }
    Ok(problems)
}

fn problems_in(name: &str, tree: &str) -> Vec<String> {
    let mut dependencies: Vec<_> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    dependencies.sort_unstable();
    dependencies.dedup();
    let forbidden = dependencies.into_iter().filter(|dependency| is_forbidden(dependency));
    forbidden.map(|dependency| format!("crates/{name} is pure, and depends on {dependency}")).collect()
}

fn is_forbidden(dependency: &str) -> bool {
    FORBIDDEN_EXACTLY.contains(&dependency) || FORBIDDEN.iter().any(|prefix| dependency.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_dependencies_are_found() {
        let tree =
            "journal v0.1.0 (/crates/journal)\nserde v1.0.0\ngloo-storage v0.3.0\nrand v0.9.0\nserde v1.0.0 (*)\n";
        assert_eq!(
            problems_in("journal", tree),
            ["crates/journal is pure, and depends on gloo-storage", "crates/journal is pure, and depends on rand"]
        );
    }

    #[test]
    fn similar_names_are_allowed() {
        assert!(!is_forbidden("random-looking"));
        assert!(!is_forbidden("timer"));
    }
}
