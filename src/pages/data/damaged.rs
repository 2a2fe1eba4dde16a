//! What could not be read: each value as it is, and what is missing.

use yew::prelude::*;

use crate::store::Page;

/// What could not be read; nothing if everything could.
pub fn damaged(page: &Page) -> Html {
    let text = page.text();
    let health = &page.model.health;
    if health.unreadable.is_empty() && health.missing.is_empty() {
        return html! {};
    }
    html! {
        <section class="section" aria-labelledby="damaged-title">
            <div class="section-head"><h2 id="damaged-title">{ text.data.damaged }</h2></div>
            <p class="muted">{ text.data.damaged_lead }</p>
            <ul class="workspace-list">
                for gap in &health.missing {
                    <li>{ (text.data.missing)(&format!("{}.{}", gap.writer, gap.first), gap.count()) }</li>
                }
                for value in &health.unreadable {
                    <li>
                        <details>
                            <summary><bdi class="mono">{ &value.key }</bdi>{ ": " }{ (text.data.fault)(value.fault) }</summary>
                            <pre class="raw" tabindex="0">{ &value.text }</pre>
                        </details>
                    </li>
                }
            </ul>
        </section>
    }
}
