//! What a person reads in the page, and a browser does not: comments and indentation.

/// HTML without comments and indentation. Line ends stay: between words they are white space.
pub fn without_comments(html: &str) -> String {
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
    fn a_page_keeps_its_line_ends() {
        assert_eq!(without_comments("<a>\n\n  b <!-- c\n d -->\n  <b>\n"), "<a>\nb\n<b>\n");
    }
}
