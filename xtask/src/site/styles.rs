//! Joins the stylesheets of the release site into one, so that the first paint waits for one request instead of
//! twenty-three. esbuild joins the files. This module gives it the list and links the result.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::setup::Node;

/// Joins the stylesheets of a site's page in their order.
pub fn join(site: &Path) -> Result<()> {
    let Some(node) = Node::if_installed()? else {
        println!(
            "The npm packages are not installed: the styles stay one file each. `cargo xtask build` installs them."
        );
        return Ok(());
    };
    let page = site.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let links = links(&html);
    let [first, others @ ..] = links.as_slice() else {
        return Ok(());
    };
    let joined = bundle(&node, site, &links)?;
    let mut hash = DefaultHasher::new();
    joined.hash(&mut hash);
    let name = format!("styles-{:016x}.css", hash.finish());
    fs::write(site.join(&name), joined)?;

    let mut html = html.replacen(first.tag, &first.tag.replace(first.file, &name), 1);
    for link in others {
        html = html.replacen(link.tag, "", 1);
    }
    fs::write(&page, html).with_context(|| format!("writing {}", page.display()))?;
    for link in &links {
        fs::remove_file(site.join(link.file)).with_context(|| format!("removing {}", link.file))?;
    }
    Ok(())
}

/// A link to a stylesheet in Trunk's page.
#[derive(Debug, PartialEq)]
struct Link<'html> {
    tag: &'html str,
    file: &'html str,
}

fn links(html: &str) -> Vec<Link<'_>> {
    let tags = html.split_inclusive('>').filter_map(|part| part.rfind("<link ").and_then(|start| part.get(start..)));
    let stylesheets = tags.filter(|tag| tag.contains("rel=stylesheet") || tag.contains("rel=\"stylesheet\""));
    stylesheets.filter_map(|tag| Some(Link { tag, file: file(tag)? })).collect()
}

/// The file of a link. The minifier removes unnecessary quotes.
fn file(tag: &str) -> Option<&str> {
    let (_, address) = tag.split_once("href=")?;
    let address = address.trim_start_matches('"');
    let end = address.find(['"', ' ', '>']).unwrap_or(address.len());
    address.get(..end).map(|address| address.trim_start_matches("./"))
}

/// Bundles the linked files into one stylesheet.
fn bundle(node: &Node, site: &Path, links: &[Link<'_>]) -> Result<Vec<u8>> {
    let imports: String = links.iter().map(|link| format!("@import \"./{}\";\n", link.file)).collect();
    let mut command = node.script("esbuild/bin/esbuild")?;
    command.args(["--bundle", "--minify", "--loader=css", "--log-level=warning"]);
    command.current_dir(site).stdin(Stdio::piped()).stdout(Stdio::piped());
    process::announce(&command);
    let mut esbuild = command.spawn().context("cannot start esbuild")?;
    esbuild.stdin.take().context("esbuild reads nothing")?.write_all(imports.as_bytes())?;
    let output = esbuild.wait_with_output()?;
    ensure!(output.status.success(), "esbuild failed ({})", output.status);
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stylesheets_are_found_in_their_order() {
        let html = "<head><link href=./b-1.css rel=stylesheet><link rel=manifest href=a.webmanifest>\n\
                    <link rel=\"stylesheet\" href=\"./a-2.css\"/><p>";
        let expected = [
            Link { tag: "<link href=./b-1.css rel=stylesheet>", file: "b-1.css" },
            Link { tag: "<link rel=\"stylesheet\" href=\"./a-2.css\"/>", file: "a-2.css" },
        ];
        assert_eq!(links(html), expected);
    }
}
