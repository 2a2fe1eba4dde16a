//! Markdown that people write, as elements. It never becomes markup: raw HTML is shown as it is typed, an image is a link to
//! it, so that no other site learns of the reader, and only links to web pages and addresses for mail are links.
//!
//! A description can have thousands of rows or words with elements of their own. What has more elements than are drawn in one
//! task is parted, and each part is drawn in a task of its own.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use yew::prelude::*;

use super::deferred::use_deferred;
use super::pager::use_printing;

/// The greatest depth of elements. What is nested more deeply is shown without its own elements, since thousands of nested
/// quotes would exhaust the stack of the browser.
const MAX_DEPTH: usize = 24;

/// The level of the heading above the text. Its own headings follow that one without a gap.
const HEADING_ABOVE: usize = 2;

/// The number of elements and texts that are drawn in one task. A hundred of them take some four milliseconds.
const DRAWN_AT_ONCE: usize = 100;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub text: AttrValue,
}

/// A text as elements. A change of anything else on the page does not draw it again.
#[component]
pub fn Markdown(props: &Props) -> Html {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer::new();
    Parser::new_ext(&props.text, options).for_each(|event| writer.take(event));
    let is_printing = use_printing();
    // With the key, another text is drawn in parts again.
    html! {
        <ContextProvider<Printing> context={Printing(is_printing)}>
            <div key={&*props.text} class="markdown" dir="auto">{ writer.finish() }</div>
        </ContextProvider<Printing>>
    }
}

/// Whether the page is being printed, with all parts at once.
#[derive(Clone, PartialEq)]
struct Printing(bool);

#[derive(Properties, PartialEq)]
struct PartProps {
    children: Html,
    /// The part after it.
    next: Html,
}

/// A part of what has too many elements. The next one is drawn in the task after it.
#[component]
fn Part(props: &PartProps) -> Html {
    let is_printing = use_context::<Printing>().is_some_and(|Printing(is_printing)| is_printing);
    let is_next_due = use_deferred() || is_printing;
    html! {
        <>
            { props.children.clone() }
            if is_next_due {
                { props.next.clone() }
            }
        </>
    }
}

/// Whether a link may lead there. Scripts and data are left out, and so are the addresses of this page.
fn is_safe(target: &str) -> bool {
    let target = target.trim_start().to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme))
}

/// The contents of an open element so far.
#[derive(Default)]
struct Inner {
    /// The full parts.
    parts: Vec<Html>,
    /// The elements of the last part.
    last: Vec<Html>,
    /// The number of elements and texts in the last part.
    count: usize,
}

impl Inner {
    /// Adds an element of so many elements and texts.
    fn add(&mut self, element: Html, count: usize) {
        self.last.push(element);
        self.count += count;
        if self.count >= DRAWN_AT_ONCE {
            self.end_part();
        }
    }

    fn end_part(&mut self) {
        self.parts.push(children(std::mem::take(&mut self.last)));
        self.count = 0;
    }

    fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.last.is_empty()
    }

    /// The elements, and the number of those that are drawn along with the open one.
    fn finish(mut self) -> (Html, usize) {
        if self.parts.is_empty() {
            return (children(self.last), self.count);
        }
        if !self.last.is_empty() {
            self.end_part();
        }
        let chain = |next, part| html! { <Part {next}>{ part }</Part> };
        (self.parts.into_iter().rev().fold(Html::default(), chain), DRAWN_AT_ONCE)
    }
}

/// The open elements, each with what it contains so far.
struct Writer<'a> {
    open: Vec<(Option<Tag<'a>>, Inner)>,
    /// The number of open elements that are too deep to be shown.
    too_deep: usize,
    is_in_head: bool,
    /// The number of empty cells at the end of the open row.
    empty_cells: usize,
    heading: usize,
}

impl<'a> Writer<'a> {
    fn new() -> Self {
        let open = vec![(None, Inner::default())];
        Self { open, too_deep: 0, is_in_head: false, empty_cells: 0, heading: HEADING_ABOVE }
    }

    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Start(_) if self.too_deep > 0 || self.open.len() > MAX_DEPTH => self.too_deep += 1,
            Event::Start(tag) => {
                self.is_in_head |= matches!(tag, Tag::TableHead);
                self.open.push((Some(tag), Inner::default()));
            }
            Event::End(_) if self.too_deep > 0 => self.too_deep -= 1,
            Event::End(end) => {
                if let Some((Some(tag), inner)) = self.open.pop() {
                    self.close(&tag, inner);
                }
                self.is_in_head &= !matches!(end, TagEnd::TableHead);
            }
            Event::Code(code) => self.add(html! { <code>{ &*code }</code> }, 2),
            Event::SoftBreak => self.add(Html::from(" "), 1),
            Event::HardBreak => self.add(html! { <br /> }, 1),
            Event::Rule => self.add(html! { <hr /> }, 1),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.add_text(&text),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => self.add_text(&text),
            Event::TaskListMarker(_) => {}
        }
    }

    fn add(&mut self, element: Html, count: usize) {
        if let Some((_, inner)) = self.open.last_mut() {
            inner.add(element, count);
        }
    }

    fn add_text(&mut self, text: &CowStr<'_>) {
        self.add(Html::from(&**text), 1);
    }

    fn finish(mut self) -> Html {
        self.open.pop().map(|(_, inner)| inner.finish().0).unwrap_or_default()
    }

    /// Adds an element that has ended to the one around it.
    ///
    /// The parser completes every row of a table, so a few characters can be thousands of empty cells. Those at the end of a row
    /// are one cell here.
    fn close(&mut self, tag: &Tag<'_>, mut inner: Inner) {
        match tag {
            Tag::TableCell if !self.is_in_head && inner.is_empty() => {
                self.empty_cells += 1;
                return;
            }
            Tag::TableCell => (0..std::mem::take(&mut self.empty_cells)).for_each(|_| self.add(html! { <td /> }, 1)),
            Tag::Image { dest_url, .. } if inner.is_empty() => inner.add(Html::from(&**dest_url), 1),
            Tag::TableRow => {
                let empty = std::mem::take(&mut self.empty_cells);
                if empty > 0 {
                    inner.add(html! { <td colspan={empty.to_string()} /> }, 1);
                }
            }
            _ => {}
        }
        let (inner, count) = inner.finish();
        let element = self.element(tag, inner);
        self.add(element, count + 1);
    }

    fn element(&mut self, tag: &Tag<'_>, inner: Html) -> Html {
        match tag {
            Tag::Paragraph => html! { <p>{ inner }</p> },
            Tag::Heading { level, .. } => self.heading(*level, inner),
            Tag::BlockQuote(_) => html! { <blockquote>{ inner }</blockquote> },
            Tag::CodeBlock(_) => html! { <pre dir="ltr"><code>{ inner }</code></pre> },
            Tag::HtmlBlock => html! { <p class="verbatim">{ inner }</p> },
            Tag::List(Some(first)) => html! { <ol start={first.to_string()}>{ inner }</ol> },
            Tag::List(None) => html! { <ul>{ inner }</ul> },
            Tag::Item => html! { <li>{ inner }</li> },
            // Rows need no body around them, and the head is one of the parts.
            Tag::Table(_) => html! { <table>{ inner }</table> },
            Tag::TableHead => html! { <thead><tr>{ inner }</tr></thead> },
            Tag::TableRow => html! { <tr>{ inner }</tr> },
            Tag::TableCell if self.is_in_head => html! { <th scope="col">{ inner }</th> },
            Tag::TableCell => html! { <td>{ inner }</td> },
            Tag::Emphasis => html! { <em>{ inner }</em> },
            Tag::Strong => html! { <strong>{ inner }</strong> },
            Tag::Strikethrough => html! { <s>{ inner }</s> },
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => link(dest_url, inner),
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => inner,
        }
    }

    /// A heading that is at most one level below the one before it, as screen readers expect.
    fn heading(&mut self, level: HeadingLevel, inner: Html) -> Html {
        self.heading = (level as usize + HEADING_ABOVE).min(self.heading + 1).min(6);
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

/// A link, or its text alone if it leads to nowhere safe.
fn link(target: &str, inner: Html) -> Html {
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
