//! Markdown that people write, as elements. It never becomes markup: raw HTML is shown as it is typed, an image is a link to
//! it, so that no other site learns of the reader, and only links to web pages and addresses for mail are links.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use yew::prelude::*;

/// The greatest depth of elements. What is nested more deeply is shown without its own elements, since thousands of nested
/// quotes would exhaust the stack of the browser.
const MAX_DEPTH: usize = 24;

/// The level of the heading above the text. Its own headings follow that one without a gap.
const HEADING_ABOVE: usize = 2;

/// A text as elements.
pub fn markdown(text: &str) -> Html {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer::new();
    Parser::new_ext(text, options).for_each(|event| writer.take(event));
    html! { <div class="markdown" dir="auto">{ children(writer.finish()) }</div> }
}

/// Whether a link may lead there. Scripts and data are left out, and so are the addresses of this page.
fn is_safe(target: &str) -> bool {
    let target = target.trim_start().to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme))
}

/// The open elements, each with what it contains so far.
struct Writer<'a> {
    open: Vec<(Option<Tag<'a>>, Vec<Html>)>,
    /// The number of open elements that are too deep to be shown.
    too_deep: usize,
    is_in_head: bool,
    heading: usize,
}

impl<'a> Writer<'a> {
    fn new() -> Self {
        Self { open: vec![(None, Vec::new())], too_deep: 0, is_in_head: false, heading: HEADING_ABOVE }
    }

    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Start(_) if self.too_deep > 0 || self.open.len() > MAX_DEPTH => self.too_deep += 1,
            Event::Start(tag) => {
                self.is_in_head |= matches!(tag, Tag::TableHead);
                self.open.push((Some(tag), Vec::new()));
            }
            Event::End(_) if self.too_deep > 0 => self.too_deep -= 1,
            Event::End(end) => {
                if let Some((Some(tag), inner)) = self.open.pop() {
                    let element = self.element(&tag, inner);
                    self.add(element);
                }
                self.is_in_head &= !matches!(end, TagEnd::TableHead);
            }
            Event::Code(code) => self.add(html! { <code>{ &*code }</code> }),
            Event::SoftBreak => self.add(Html::from(" ")),
            Event::HardBreak => self.add(html! { <br /> }),
            Event::Rule => self.add(html! { <hr /> }),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.add_text(&text),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => self.add_text(&text),
            Event::TaskListMarker(_) => {}
        }
    }

    fn add(&mut self, element: Html) {
        if let Some((_, inner)) = self.open.last_mut() {
            inner.push(element);
        }
    }

    fn add_text(&mut self, text: &CowStr<'_>) {
        self.add(Html::from(&**text));
    }

    fn finish(mut self) -> Vec<Html> {
        self.open.pop().map(|(_, inner)| inner).unwrap_or_default()
    }

    fn element(&mut self, tag: &Tag<'_>, inner: Vec<Html>) -> Html {
        match tag {
            Tag::Paragraph => html! { <p>{ children(inner) }</p> },
            Tag::Heading { level, .. } => self.heading(*level, inner),
            Tag::BlockQuote(_) => html! { <blockquote>{ children(inner) }</blockquote> },
            Tag::CodeBlock(_) => html! { <pre dir="ltr"><code>{ children(inner) }</code></pre> },
            Tag::HtmlBlock => html! { <p class="verbatim">{ children(inner) }</p> },
            Tag::List(Some(first)) => html! { <ol start={first.to_string()}>{ children(inner) }</ol> },
            Tag::List(None) => html! { <ul>{ children(inner) }</ul> },
            Tag::Item => html! { <li>{ children(inner) }</li> },
            Tag::Table(_) => table(inner),
            Tag::TableHead => html! { <thead><tr>{ children(inner) }</tr></thead> },
            Tag::TableRow => html! { <tr>{ children(inner) }</tr> },
            Tag::TableCell if self.is_in_head => html! { <th scope="col">{ children(inner) }</th> },
            Tag::TableCell => html! { <td>{ children(inner) }</td> },
            Tag::Emphasis => html! { <em>{ children(inner) }</em> },
            Tag::Strong => html! { <strong>{ children(inner) }</strong> },
            Tag::Strikethrough => html! { <s>{ children(inner) }</s> },
            Tag::Link { dest_url, .. } => link(dest_url, inner),
            Tag::Image { dest_url, .. } if inner.is_empty() => link(dest_url, vec![Html::from(&**dest_url)]),
            Tag::Image { dest_url, .. } => link(dest_url, inner),
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => children(inner),
        }
    }

    /// A heading that is at most one level below the one before it, as screen readers expect.
    fn heading(&mut self, level: HeadingLevel, inner: Vec<Html>) -> Html {
        self.heading = (level as usize + HEADING_ABOVE).min(self.heading + 1).min(6);
        let inner = children(inner);
        match self.heading {
            3 => html! { <h3>{ inner }</h3> },
            4 => html! { <h4>{ inner }</h4> },
            5 => html! { <h5>{ inner }</h5> },
            _ => html! { <h6>{ inner }</h6> },
        }
    }
}

fn children(inner: Vec<Html>) -> Html {
    // A list of its own for one text would double the elements of a long table.
    match <[Html; 1]>::try_from(inner) {
        Ok([only]) => only,
        Err(inner) => inner.into_iter().collect(),
    }
}

/// A table of its head, which comes first, and its rows.
fn table(inner: Vec<Html>) -> Html {
    let mut rows = inner.into_iter();
    let head = rows.next().unwrap_or_default();
    html! {
        <table>
            { head }
            <tbody>
                for row in rows {
                    { row }
                }
            </tbody>
        </table>
    }
}

/// A link, or its text alone if it leads to nowhere safe.
fn link(target: &str, inner: Vec<Html>) -> Html {
    let inner = children(inner);
    if !is_safe(target) {
        return html! { <span>{ inner }</span> };
    }
    html! { <a href={target.trim().to_owned()} rel="noopener noreferrer nofollow">{ inner }</a> }
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn only_web_pages_and_mail_are_linked() {
        for safe in ["https://a.example/x", "HTTP://a.example", "mailto:ada@lab.example"] {
            assert!(is_safe(safe), "{safe}");
        }
        for unsafe_target in
            ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "#/data", "//a.example", "x", ""]
        {
            assert!(!is_safe(unsafe_target), "{unsafe_target}");
        }
    }
}
