//! Rules for index.html, the end-to-end tests and package-lock.json.

use super::SourceFile;

/// Inline code and styles, which the page's policy blocks.
const INLINE: &[&str] = &["<style", " style=", "javascript:", " onclick=", " onload=", " onerror="];

/// The beginning of the page's policy. Only the development page has a weaker one.
const POLICY: &str = "content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; ";

/// Calls that skip a test or wait for a fixed time.
const EVASIONS: &[&str] = &[".skip(", ".only(", ".fixme(", "waitForTimeout"];

/// The violations in index.html.
pub fn problems(page: &SourceFile) -> Vec<String> {
    let mut problems = Vec::new();
    for (number, line) in page.text.lines().enumerate() {
        for inline in INLINE.iter().filter(|inline| line.contains(*inline)) {
            problems.push(page.problem(number, &format!("`{}` is blocked by the page's policy", inline.trim())));
        }
        if line.split("<script").skip(1).any(|tag| !tag.split('>').next().unwrap_or(tag).contains(" src=")) {
            problems.push(page.problem(number, "a script without `src` is blocked by the page's policy"));
        }
    }
    if !page.text.contains(POLICY) {
        problems.push(page.problem(0, "the policy begins otherwise than visitors need it"));
    }
    problems
}

/// The violations in a file of the end-to-end tests.
pub fn test_problems(file: &SourceFile) -> Vec<String> {
    if !file.path.starts_with("tests/e2e/") {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        for evasion in EVASIONS.iter().filter(|evasion| line.contains(*evasion)) {
            problems.push(file.problem(number, &format!("`{evasion}`: every test runs, and waits for what it needs")));
        }
    }
    problems
}

/// The violations in package-lock.json.
pub fn lock_file_problems(lock: &SourceFile) -> Vec<String> {
    let lines = lock.text.lines().enumerate();
    let resolved = lines.filter(|(_, line)| line.trim_start().starts_with("\"resolved\""));
    let message = "names the place that one person fetched it from: run npm with this project's .npmrc";
    resolved.map(|(number, _)| lock.problem(number, message)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> SourceFile {
        SourceFile { path: path.into(), text: text.into() }
    }

    fn check_page(body: &str, expected: usize) {
        let text = format!("<meta http-equiv=\"Content-Security-Policy\" {POLICY}…\">\n{body}");
        let problems = problems(&file("index.html", &text));
        assert_eq!(problems.len(), expected, "{problems:?}");
    }

    #[test]
    fn a_page_without_inline_code_is_allowed() {
        check_page("<script type=\"module\" src=\"boot.js\"></script>\n<p class=\"style\">", 0);
    }

    #[test]
    fn inline_code_and_styles_are_found() {
        check_page("<script>start()</script>", 1);
        check_page("<style>p { color: red }</style>", 1);
        check_page("<p style=\"color: red\">", 1);
        check_page("<button onclick=\"start()\">", 1);
    }

    #[test]
    fn a_page_without_a_policy_is_found() {
        assert_eq!(problems(&file("index.html", "<html>")).len(), 1);
    }

    #[test]
    fn skipped_tests_and_fixed_waits_are_found() {
        let text = ["test", ".skip('later');\nawait page.", "waitFor", "Timeout(100);\n"].concat();
        assert_eq!(test_problems(&file("tests/e2e/a.spec.ts", &text)).len(), 2);
        assert_eq!(test_problems(&file("src/shell/app.rs", &text)).len(), 0);
    }

    #[test]
    fn download_addresses_in_the_lock_file_are_found() {
        assert_eq!(lock_file_problems(&file("package-lock.json", "{\n  \"resolved\": \"…\"\n}")).len(), 1);
        assert_eq!(lock_file_problems(&file("package-lock.json", "{\n  \"integrity\": \"…\"\n}")).len(), 0);
    }
}
