//! Hashes that the router cannot read, and what replaces them. It changes no address itself.

/// The replacement for a hash that the router cannot read or would misread. The router resolves the text behind `#`
/// as a URL: it throws without a leading `/`, takes the text behind `//` for a host, and drops `.` and `..` segments,
/// encoded or not.
pub fn repaired_hash(hash: &str) -> Option<String> {
    let text = hash.strip_prefix('#').and_then(|text| text.strip_prefix('/'));
    let Some(text) = text.filter(|text| !text.starts_with(['/', '\\'])) else {
        return Some("#/".to_owned());
    };
    let (path, rest) = text.split_at_checked(text.find(['?', '#']).unwrap_or(text.len()))?;
    let segments = path.split(['/', '\\']);
    if !segments.clone().any(is_dot_segment) {
        return None;
    }
    // Encoded twice, the segments stay. No id looks like them.
    let segments: Vec<_> = segments
        .map(
            |segment| {
                if is_dot_segment(segment) { decode_dots(segment).replace('.', "%252E") } else { segment.to_owned() }
            },
        )
        .collect();
    Some(format!("#/{}{rest}", segments.join("/")))
}

fn is_dot_segment(segment: &str) -> bool {
    matches!(decode_dots(segment).as_str(), "." | "..")
}

fn decode_dots(segment: &str) -> String {
    segment.replace("%2e", ".").replace("%2E", ".")
}

#[cfg(test)]
mod tests {
    use super::repaired_hash;

    #[test]
    fn an_address_that_is_a_path_stays_as_it_is() {
        for hash in [
            "#/",
            "#/?",
            "#/about",
            "#/about/",
            "#/registry/a%2Fb",
            "#/about?x=//y/../z",
            "#/a//b",
            "#/...",
            "#/a.b/%2e%2e%2e#/..",
        ] {
            assert_eq!(repaired_hash(hash), None, "{hash}");
        }
    }

    #[test]
    fn a_hash_that_is_no_path_is_the_beginning() {
        for hash in ["", "#", "#main", "#registry/x", "#//", "#//evil.example/", "#/\\x", "#?x", "#!/x", "#한"] {
            assert_eq!(repaired_hash(hash).as_deref(), Some("#/"), "{hash}");
        }
    }

    #[test]
    fn dots_do_not_disappear_from_an_address() {
        for (hash, expected) in [
            ("#/..", "#/%252E%252E"),
            ("#/registry/%2e%2E/settings", "#/registry/%252E%252E/settings"),
            ("#/people\\.?find=..", "#/people/%252E?find=.."),
            ("#/a/.%2e#/..", "#/a/%252E%252E#/.."),
        ] {
            assert_eq!(repaired_hash(hash).as_deref(), Some(expected), "{hash}");
            assert_eq!(repaired_hash(expected), None, "{hash}, repaired");
        }
    }
}
