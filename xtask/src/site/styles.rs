//! One file of styles, of the many that the sources are kept in: a third of the weight, and one request before the first
//! paint instead of seventeen. While developing, Trunk serves them one by one.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

const LINK: &str = "<link rel=\"stylesheet\" href=\"./";

/// Joins the styles that the page of a site links, in their order.
pub fn join(dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let (html, files) = taken_out(&html);
    let mut styles = String::new();
    for file in &files {
        styles += &without_comments(&fs::read_to_string(dist.join(file)).with_context(|| format!("reading {file}"))?);
    }
    let mut hash = DefaultHasher::new();
    styles.hash(&mut hash);
    let name = format!("styles-{:016x}.css", hash.finish());
    let html = html.replacen("</title>", &format!("</title>\n    {LINK}{name}\"/>"), 1);
    fs::write(dist.join(&name), styles)?;
    fs::write(&page, html)?;
    for file in files.iter().filter(|file| **file != name) {
        fs::remove_file(dist.join(file))?;
    }
    Ok(())
}

/// A page without its links to styles, and what they linked.
fn taken_out(html: &str) -> (String, Vec<String>) {
    let mut files = Vec::new();
    let mut kept = String::new();
    for line in html.lines() {
        match line.trim().strip_prefix(LINK).and_then(|rest| rest.split_once('"')) {
            Some((file, _)) => files.push(file.to_owned()),
            None => {
                kept.push_str(line);
                kept.push('\n');
            }
        }
    }
    (kept, files)
}

/// Styles without comments, indentation, and white space between the parts of a declaration.
fn without_comments(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |all, line| all + &declaration(line) + "\n")
}

/// A line that is one declaration, written short; every other line as it is.
fn declaration(line: &str) -> String {
    match line.split_once(": ") {
        Some((name, value))
            if line.ends_with(';') && name.bytes().all(|byte| byte == b'-' || byte.is_ascii_alphanumeric()) =>
        {
            format!("{name}:{value}")
        }
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{taken_out, without_comments};

    #[test]
    fn links_are_taken_out_in_their_order() {
        let html = "<a>\n  <link rel=\"stylesheet\" href=\"./b-1.css\"/>\n<link rel=\"stylesheet\" href=\"./a-2.css\"/>\n<b>\n";
        let expected = ("<a>\n<b>\n".to_owned(), vec!["b-1.css".to_owned(), "a-2.css".to_owned()]);
        assert_eq!(taken_out(html), expected);
    }

    #[test]
    fn comments_and_indentation_are_left_out() {
        assert_eq!(without_comments("/* a */\na {\n  b: c; /* d */\n}\n"), "a {\nb:c;\n}\n");
    }
}
