//! The site as one HTML file, which works from disk. It has the page of the site, its styles, one script, and the module in a
//! data block. The script is allowed by its hash, so the file can be saved with other data without a change of its policy.
//!
//! The page saves itself (`src/platform/page_source.rs`): it joins its text from its parts, and the remaining text, the segments
//! between the parts, is in a data block as well. What is saved in the file belongs to `interchange::saved_page`.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::{esbuild, markup};
use crate::setup::Node;

/// The name of the file in the site.
pub const FILE: &str = "registrar.html";

/// The element for the saved organization, which has none yet.
const NO_ORIGINAL: &str = r#"<script type="application/json" id="registrar-original"></script>"#;

/// The place of a part in the text of the file. HTML cannot contain this character.
const PART: &str = "\u{1}";

/// The links of the site that a file has no use for.
const SITE_LINKS: &[&str] = &["modulepreload", "preload", "manifest", "apple-touch-icon"];

/// The directives of the policy that only a site has.
const SITE_DIRECTIVES: &[&str] = &["manifest-src 'self'; ", "worker-src 'self'; ", "connect-src 'self'; "];

/// Writes the file beside the page of a site.
pub fn write(node: &Node, site: &Path) -> Result<()> {
    let page = site.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let tags = Tags::of(&html)?;
    let read = |file: &str| fs::read(site.join(file)).with_context(|| format!("reading {file}"));
    let parts = Parts {
        script: bundle(node, site, tags.glue)?,
        style: String::from_utf8(read(tags.style_file)?)?.trim_end().to_owned(),
        module: pack(&read(tags.module)?)?,
    };
    let text = compose(&html, &tags, &parts)?;
    fs::write(site.join(FILE), text).with_context(|| format!("writing {FILE}"))
}

/// The files that the page of the site loads.
struct Tags<'html> {
    /// The script before the styles.
    theme: &'html str,
    boot: &'html str,
    /// The script of the module, and the module.
    glue: &'html str,
    module: &'html str,
    style: &'html str,
    style_file: &'html str,
}

impl<'html> Tags<'html> {
    fn of(html: &'html str) -> Result<Self> {
        let scripts = markup::tags(html, "script");
        let [theme, boot] = scripts.as_slice() else {
            anyhow::bail!("the page has other scripts than theme.js and boot.js")
        };
        let links = markup::tags(html, "link");
        let mut styles = links.into_iter().filter(|tag| markup::is_link(tag, "stylesheet"));
        let style = styles.next().context("the page has no styles")?;
        ensure!(styles.next().is_none(), "the styles are not joined");
        Ok(Self {
            theme,
            boot,
            glue: markup::file(boot, "data-js").context("the tag of boot.js names no script")?,
            module: markup::file(boot, "data-wasm").context("the tag of boot.js names no module")?,
            style,
            style_file: markup::file(style, "href").context("the styles have no address")?,
        })
    }
}

/// The parts of the file, as they are between their tags.
struct Parts {
    script: String,
    style: String,
    module: String,
}

/// The one script: theme.js, the module's script and boot.js.
fn bundle(node: &Node, site: &Path, glue: &str) -> Result<String> {
    let entry = "import './theme.js';\nimport './single-file.js';\nimport './boot.js';\n";
    let glue = site.join(glue);
    let arguments = [
        "--loader=js".to_owned(),
        "--format=esm".to_owned(),
        "--target=es2022".to_owned(),
        format!("--alias:registrar-app={}", std::path::absolute(glue)?.display()),
        // Only parts of a site ask for their address.
        "--define:import.meta.url=\"\"".to_owned(),
    ];
    let script = esbuild::bundle(node, Path::new("."), &arguments, entry)?;
    // A module would run after the first paint, which needs the theme. A classic script has no `await` outside of functions.
    Ok(format!("\"use strict\";(async()=>{{{}}})();", script.trim_end()))
}

/// The gzip of the module in Base64.
fn pack(module: &[u8]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(module)?;
    Ok(BASE64_STANDARD.encode(gzip.finish()?))
}

fn compose(html: &str, tags: &Tags<'_>, parts: &Parts) -> Result<String> {
    for (part, end) in [(&parts.script, "</script"), (&parts.style, "</style")] {
        let breaks = |text: &str| part.to_ascii_lowercase().contains(text);
        ensure!(!breaks(end) && !breaks("<!--"), "a part of the file would end its element");
    }
    let mut html = with_policy(html, parts)?;
    let mut replace = |from: &str, to: &str| {
        let has_one = html.matches(from).count() == 1;
        html = html.replacen(from, to, 1);
        ensure!(has_one, "the page does not have `{from}` once");
        Ok(())
    };
    replace(&format!("{}</script>", tags.theme), &format!("<script id=\"registrar-script\">{PART}</script>"))?;
    replace(&format!("{}</script>", tags.boot), "")?;
    replace(tags.style, &format!("<style id=\"registrar-style\">{PART}</style>"))?;
    replace(
        "</body>",
        &format!(
            "<script type=\"application/gzip\" id=\"registrar-module\">{PART}</script>\
             <script type=\"application/json\" id=\"registrar-segments\">{PART}</script>\
             {PART}</body>"
        ),
    )?;
    for tag in markup::tags(&html.clone(), "link") {
        if SITE_LINKS.iter().any(|rel| markup::is_link(tag, rel)) {
            html = html.replacen(tag, "", 1);
        }
    }
    // The browser reads other line ends, and these characters, otherwise than they are written.
    let segments: Vec<&str> = html.split(PART).collect();
    let segments_text = serde_json::to_string(&segments)?.replace('<', "\\u003c");
    let [before, styles, module, own, original, end] = segments.as_slice() else {
        anyhow::bail!("the page contains a control character");
    };
    let text = [
        before,
        parts.script.as_str(),
        styles,
        &parts.style,
        module,
        &parts.module,
        own,
        &segments_text,
        original,
        NO_ORIGINAL,
        end,
    ]
    .concat();
    ensure!(!text.contains(['\r', '\0']), "the file contains a character that a browser reads as another one");
    Ok(text)
}

/// The page with a policy that allows this script and these styles, and nothing from elsewhere.
fn with_policy(html: &str, parts: &Parts) -> Result<String> {
    let hash = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let mut changes = vec![
        ("script-src 'self'", format!("script-src {}", hash(&parts.script))),
        ("style-src 'self'", format!("style-src {}", hash(&parts.style))),
        ("img-src 'self' ", "img-src ".to_owned()),
    ];
    changes.extend(SITE_DIRECTIVES.iter().map(|directive| (*directive, String::new())));
    let mut html = html.to_owned();
    for (from, to) in changes {
        ensure!(html.contains(from), "the page's policy no longer says `{from}`");
        html = html.replacen(from, &to, 1);
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><meta content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
        img-src 'self' blob: data:; manifest-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'\" \
        http-equiv=Content-Security-Policy><script src=./theme-1.js></script><link href=m.webmanifest rel=manifest>\
        <link href=./styles-1.css rel=stylesheet><script async data-js=./app.js data-wasm=./app.wasm src=./boot.js type=module></script>\
        <link href=./app.js rel=modulepreload></head><body><p>한글 &amp; <b></b></body></html>";

    fn parts(script: &str) -> Parts {
        Parts { script: script.to_owned(), style: "p{color:red}".to_owned(), module: pack(b"\0asm").unwrap() }
    }

    fn file(script: &str) -> Result<String> {
        compose(PAGE, &Tags::of(PAGE)?, &parts(script))
    }

    #[test]
    fn the_file_asks_for_no_other_file() {
        let text = file("start()").unwrap();
        assert!(!text.contains("src=") && !text.contains("href="), "{text}");
        assert!(!text.contains("'self'"), "{text}");
    }

    #[test]
    fn its_policy_allows_its_script_and_styles_by_their_hashes() {
        let text = file("start()").unwrap();
        let script = BASE64_STANDARD.encode(Sha256::digest("start()"));
        let style = BASE64_STANDARD.encode(Sha256::digest("p{color:red}"));
        let policy = format!(
            "script-src 'sha256-{script}' 'wasm-unsafe-eval'; style-src 'sha256-{style}'; img-src blob: data:; base-uri 'none'"
        );
        assert!(text.contains(&policy), "{text}");
    }

    #[test]
    fn its_text_can_be_joined_from_its_parts() {
        let text = file("start()").unwrap();
        let between = |start: &str, end: &str| text.split_once(start).unwrap().1.split_once(end).unwrap().0.to_owned();
        let own = between("id=\"registrar-segments\">", "</script>");
        let segments: Vec<String> = serde_json::from_str(&own).unwrap();
        let parts = [
            between("id=\"registrar-script\">", "</script>"),
            between("id=\"registrar-style\">", "</style>"),
            between("id=\"registrar-module\">", "</script>"),
            own,
            NO_ORIGINAL.to_owned(),
            String::new(),
        ];
        let joined: String = segments.into_iter().zip(parts).flat_map(|(segment, part)| [segment, part]).collect();
        assert_eq!(joined, text);
    }

    #[test]
    fn a_part_cannot_end_its_element() {
        for script in ["'</SCRIPT>'", "'<!-- <script>'"] {
            assert!(file(script).is_err(), "{script}");
        }
    }

    #[test]
    fn an_organization_can_be_saved_in_it() {
        let text = file("start()").unwrap();
        assert!(interchange::saved_page::insert(&text, "k3v9x2m4qa", "{}").is_some());
    }
}
