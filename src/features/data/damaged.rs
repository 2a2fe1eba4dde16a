//! Unreadable records verbatim, and gaps in the log.

use yew::prelude::*;

use super::text::DataText;
use crate::page::Page;

/// The number of unreadable records and of gaps that are listed. A damaged log can have tens of thousands.
const LISTED: usize = 50;

/// The unreadable records, if there are any.
pub fn damaged(page: &Page) -> Html {
    let text = page.text();
    let words = DataText::of(text.language);
    let health = &page.model.health;
    if health.unreadable.is_empty() && health.missing.is_empty() {
        return html! {};
    }
    let more = [health.missing.len(), health.unreadable.len()].map(|count| count.saturating_sub(LISTED));
    html! {
        <section class="section" aria-labelledby="damaged-title">
            <div class="section-head"><h2 id="damaged-title">{ words.damaged }</h2></div>
            <p class="muted">{ words.damaged_lead }</p>
            <ul class="workspace-list">
                for gap in health.missing.iter().take(LISTED) {
                    <li>{ (words.missing)(&format!("{}.{}", gap.writer, gap.first), gap.count()) }</li>
                }
                for value in health.unreadable.iter().take(LISTED) {
                    <li>
                        <details>
                            <summary><bdi class="mono">{ &value.key }</bdi>{ ": " }{ (words.fault)(value.fault) }</summary>
                            <pre class="raw" tabindex="0">{ &value.text }</pre>
                        </details>
                    </li>
                }
            </ul>
            if more != [0, 0] {
                <p class="muted">{ (words.more_damaged)(more) }</p>
            }
        </section>
    }
}
