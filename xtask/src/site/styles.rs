//! One file of styles, of the many that the sources are kept in: a third of the weight, and one request before the first
//! paint instead of seventeen. While developing, Trunk serves them one by one.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result, ensure};

const LINK: &str = "<link rel=\"stylesheet\" href=\"./";

/// Joins the styles that the page of a site links, in their order.
pub fn join(dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let (html, files) = taken_out(&html);
    let mut styles = String::new();
    for file in &files {
        styles += &fs::read_to_string(dist.join(file)).with_context(|| format!("reading {file}"))?;
    }
    let styles = smaller(&styles)?;
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

/// White space that means nothing, wherever it stands outside of quotes, and what is left of it.
const BLANKS: &[(&str, &str)] = &[
    ("{\n", "{"),
    ("}\n", "}"),
    (";\n", ";"),
    (",\n", ","),
    (" {", "{"),
    ("{ ", "{"),
    (" }", "}"),
    ("; ", ";"),
    (": ", ":"),
    (", ", ","),
    (";}", "}"),
];

/// Styles without comments, indentation, and what other white space can be left out.
fn smaller(css: &str) -> Result<String> {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines = lines.fold(String::new(), |all, line| all + line + "\n");
    ensure!(
        !lines.contains('\'') && !lines.contains("\\\""),
        "texts in styles stand between double quotes, and hold none"
    );

    let mut parts = lines.split('"').map(str::to_owned).collect::<Vec<_>>();
    for outside in parts.iter_mut().step_by(2) {
        *outside = BLANKS.iter().fold(std::mem::take(outside), |part, (blank, less)| part.replace(blank, less));
    }
    Ok(parts.join("\""))
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::{smaller, taken_out};

    #[test]
    fn links_are_taken_out_in_their_order() {
        let html = "<a>\n  <link rel=\"stylesheet\" href=\"./b-1.css\"/>\n<link rel=\"stylesheet\" href=\"./a-2.css\"/>\n<b>\n";
        let expected = ("<a>\n<b>\n".to_owned(), vec!["b-1.css".to_owned(), "a-2.css".to_owned()]);
        assert_eq!(taken_out(html), expected);
    }

    #[test]
    fn comments_and_needless_white_space_are_left_out() -> Result<()> {
        let css = "/* a */\na > b,\nc :is(d) {\n  e: f g, \"; : { \" h;\n  h:\n    i\n    j; /* k */\n}\n@l (m: n) { o { p: q; } }\n";
        let expected = "a > b,c :is(d){e:f g,\"; : { \" h;h:\ni\nj}@l (m:n){o{p:q}}";
        assert_eq!(smaller(css)?, expected);
        assert!(smaller("a { content: 'b: c' }").is_err());
        Ok(())
    }
}
