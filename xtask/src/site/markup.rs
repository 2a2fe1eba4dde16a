//! Tags in the page that Trunk has minified. The minifier removes unnecessary quotes, and orders attributes by its own rules.

/// The opening tags of an element, such as `link`, in their order.
pub fn tags<'html>(html: &'html str, element: &str) -> Vec<&'html str> {
    let start = format!("<{element} ");
    html.split_inclusive('>').filter_map(|part| part.rfind(&start).and_then(|at| part.get(at..))).collect()
}

/// The value of an attribute.
pub fn attribute<'html>(tag: &'html str, name: &str) -> Option<&'html str> {
    let (_, value) = tag.split_once(&format!(" {name}="))?;
    let (value, end): (_, &[char]) = match value.strip_prefix('"') {
        Some(value) => (value, &['"']),
        None => (value, &[' ', '>']),
    };
    value.split(end).next()
}

/// The file that an attribute names.
pub fn file<'html>(tag: &'html str, name: &str) -> Option<&'html str> {
    attribute(tag, name).map(|address| address.trim_start_matches("./"))
}

/// Whether a tag is a link of this kind.
pub fn is_link(tag: &str, rel: &str) -> bool {
    attribute(tag, "rel") == Some(rel)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head><link href=./b-1.css rel=stylesheet><link rel=\"manifest\" href=\"a.webmanifest\"/>\n<p><script src=x.js>";

    #[test]
    fn tags_are_found_in_their_order() {
        let links = tags(HTML, "link");
        assert_eq!(links, ["<link href=./b-1.css rel=stylesheet>", "<link rel=\"manifest\" href=\"a.webmanifest\"/>"]);
        let files: Vec<_> = links.iter().map(|tag| file(tag, "href")).collect();
        assert_eq!(files, [Some("b-1.css"), Some("a.webmanifest")]);
        assert_eq!(tags(HTML, "script"), ["<script src=x.js>"]);
    }

    #[test]
    fn links_are_told_apart_by_their_kind() {
        let kinds: Vec<_> =
            tags(HTML, "link").iter().map(|tag| (is_link(tag, "stylesheet"), is_link(tag, "manifest"))).collect();
        assert_eq!(kinds, [(true, false), (false, true)]);
        assert_eq!(attribute("<link href=a>", "rel"), None);
    }
}
