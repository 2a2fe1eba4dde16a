//! **Copy link**, on pages whose address holds something worth sharing.

use yew::prelude::*;

use crate::i18n::Catalog;
use crate::ui::CopyLink;

/// The button that copies an address behind `#`.
pub fn copy_link(href: String, text: &Catalog) -> Html {
    html! {
        <CopyLink
            {href}
            label={text.common.copy_link}
            copied={text.common.link_copied}
            copy_by_hand={text.common.copy_link_by_hand}
        />
    }
}
