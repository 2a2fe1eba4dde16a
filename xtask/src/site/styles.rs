//! Joins the stylesheets of the release site into one, so that the first paint waits for one request instead of
//! twenty-three. esbuild joins the files. This module gives it the list and links the result.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

use super::{esbuild, markup};
use crate::setup::Node;

/// Joins the stylesheets of a site's page in their order.
pub fn join(node: &Node, site: &Path) -> Result<()> {
    let page = site.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let links = links(&html);
    let [(first, first_file), others @ ..] = links.as_slice() else {
        return Ok(());
    };
    let imports: String = links.iter().map(|(_, file)| format!("@import \"./{file}\";\n")).collect();
    let joined = esbuild::bundle(node, site, &["--loader=css".to_owned()], &imports)?;
    let mut hash = DefaultHasher::new();
    joined.hash(&mut hash);
    let name = format!("styles-{:016x}.css", hash.finish());
    fs::write(site.join(&name), joined)?;

    let mut html = html.replacen(first, &first.replace(first_file, &name), 1);
    for (tag, _) in others {
        html = html.replacen(tag, "", 1);
    }
    fs::write(&page, html).with_context(|| format!("writing {}", page.display()))?;
    for (_, file) in &links {
        fs::remove_file(site.join(file)).with_context(|| format!("removing {file}"))?;
    }
    Ok(())
}

/// The tags of the stylesheets in Trunk's page, with their files.
fn links(html: &str) -> Vec<(&str, &str)> {
    let tags = markup::tags(html, "link").into_iter().filter(|tag| markup::is_link(tag, "stylesheet"));
    tags.filter_map(|tag| Some((tag, markup::file(tag, "href")?))).collect()
}
