//! What a person reads in the files of the page, and a browser does not: comments and indentation.

use anyhow::{Result, ensure};

/// JavaScript without indentation, and without the comments that have their lines to themselves.
pub fn without_comments(javascript: &str) -> Result<String> {
    let mut kept = String::new();
    let mut in_comment = false;
    for line in javascript.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if in_comment {
            ensure!(line.ends_with("*/") || !line.contains("*/"), "code stands behind a comment: {line}");
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            // There, white space would be a part of the text.
            ensure!(line.matches('`').count().is_multiple_of(2), "a template goes over several lines: {line}");
            kept.push_str(line);
            kept.push('\n');
        }
    }
    Ok(kept)
}

/// HTML without comments and indentation. Line ends stay: between words they are white space.
pub fn without_html_comments(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |all, line| all + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_stays_and_comments_go() -> Result<()> {
        let code = "/** One\n * two. */\na();\n\n  // Three.\n  b(\"//\", `/*`); // Four.\n/** Five. */\nc();\n";
        assert_eq!(without_comments(code)?, "a();\nb(\"//\", `/*`); // Four.\nc();\n");
        Ok(())
    }

    #[test]
    fn what_lines_alone_do_not_tell_is_refused() {
        assert!(without_comments("a(`b\n  c`);").is_err());
        assert!(without_comments("/* a */ b();").is_err());
    }

    #[test]
    fn a_page_keeps_its_line_ends() {
        assert_eq!(without_html_comments("<a>\n\n  b <!-- c\n d -->\n  <b>\n"), "<a>\nb\n<b>\n");
    }
}
