//! A page in a single file that holds an organization: where the organization stands in the text of the file.
//!
//! It knows neither what the text of an organization means nor how the file is built.

/// The element of a page without an organization.
pub const EMPTY: &str = r#"<script type="application/json" id="registrar-original"></script>"#;

/// The start of the element with an organization, up to the id of the page.
const START: &str = r#"<script type="application/json" id="registrar-original" data-id=""#;
const END: &str = "</script>";

/// The text of a page with an organization inside, or `None` if `page` is not the single file without one.
///
/// `id` names the page among all saved pages of a browser, and consists of letters and digits. `organization` is JSON. It stands
/// in the page with `<` escaped, so that no text in it ends the element.
#[must_use]
pub fn insert(page: &str, id: &str, organization: &str) -> Option<String> {
    let (before, after) = page.split_once(EMPTY)?;
    let organization = organization.replace('<', "\\u003c");
    Some([before, START, id, "\">", &organization, END, after].concat())
}

/// The JSON of the organization in a saved page, or `None` if there is none.
#[must_use]
pub fn organization_in(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once(START)?;
    let (_, rest) = rest.split_once('>')?;
    rest.split_once(END).map(|(organization, _)| organization)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> String {
        format!("<!doctype html><p>한글</p>{EMPTY}</body>")
    }

    #[test]
    fn an_organization_is_found_again_where_it_was_inserted() {
        let saved = insert(&page(), "k3v9x2m4qa", "{\"a\": 1}").unwrap();
        assert_eq!(organization_in(&saved), Some("{\"a\": 1}"));
        assert!(saved.starts_with("<!doctype html><p>한글</p>") && saved.ends_with("</body>"));
    }

    #[test]
    fn no_text_of_an_organization_becomes_markup() {
        for text in ["</script><script>x()</script>", "<!--<script>", "<b>", EMPTY, START, "\\u003c", "\u{2028}"] {
            let json = serde_json::to_string(text).unwrap();
            let saved = insert(&page(), "k3v9x2m4qa", &json).unwrap();
            let organization = organization_in(&saved).unwrap();
            assert!(!organization.contains('<'), "{organization}");
            assert_eq!(serde_json::from_str::<String>(organization).unwrap(), text);
        }
    }

    #[test]
    fn other_pages_hold_no_organization() {
        for text in ["", "<html>", "{}", START, &page()] {
            assert_eq!(organization_in(text), None, "{text}");
        }
        assert_eq!(insert("<html>", "k3v9x2m4qa", "{}"), None);
        let saved = insert(&page(), "k3v9x2m4qa", "{}").unwrap();
        assert_eq!(insert(&saved, "k3v9x2m4qb", "{}"), None);
    }
}
