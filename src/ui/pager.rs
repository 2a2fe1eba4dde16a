//! Long lists are rendered in pages, so that no render takes long however many items there are. In print the list is
//! rendered as a whole.

use std::ops::Range;

use yew::prelude::*;

use crate::i18n::Catalog;
use crate::platform::print;

/// The number of rows or cards on a page. A row with controls takes over a millisecond, and 50 ms are noticeable. The
/// number fills rows of two, three and four cards.
pub const PAGE_ROWS: usize = 24;

/// A page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageRange {
    /// The page's index, from 0.
    pub page: usize,
    /// The number of pages, at least one.
    pub pages: usize,
    /// The position of the first item.
    pub start: usize,
    /// The position after the last item.
    pub end: usize,
    /// The number of items on all pages.
    pub all: usize,
}

impl PageRange {
    /// The requested page, counted from 1, or the nearest existing one.
    pub fn of(requested: Option<usize>, size: usize, all: usize) -> Self {
        let pages = all.div_ceil(size).max(1);
        let page = requested.unwrap_or(1).clamp(1, pages) - 1;
        let start = page * size;
        Self { page, pages, start, end: (start + size).min(all), all }
    }

    /// The requested page of a list of rows or cards; all of them in print.
    pub fn of_rows(requested: Option<usize>, all: usize, is_printing: bool) -> Self {
        if is_printing { Self::of(None, all.max(1), all) } else { Self::of(requested, PAGE_ROWS, all) }
    }

    /// The number of items that must be in order, so that those of this page are known. The first few of many are quickly
    /// selected; for a later page it takes less time to sort all of them.
    pub fn sorted_len(&self) -> usize {
        if self.page == 0 { self.end } else { usize::MAX }
    }

    pub fn positions(&self) -> Range<usize> {
        self.start..self.end
    }

    pub fn slice<'a, T>(&self, all: &'a [T]) -> &'a [T] {
        all.get(self.positions()).unwrap_or_default()
    }

    /// The items of the page.
    pub fn items<I: IntoIterator>(&self, all: I) -> impl Iterator<Item = I::Item> {
        all.into_iter().skip(self.start).take(self.end - self.start)
    }
}

/// Whether the page is being printed.
#[hook]
pub fn use_printing() -> bool {
    let is_printing = use_state_eq(|| false);
    use_effect_with((), {
        let is_printing = is_printing.setter();
        move |()| {
            let listener = print::listen(&Callback::from(move |now| is_printing.set(now)));
            move || drop(listener)
        }
    });
    *is_printing
}

/// The words of a pager.
pub struct PagerWords {
    /// The label of its landmark.
    pub label: AttrValue,
    /// The previous and the next page.
    pub turn: [&'static str; 2],
    /// The first and the last position, and the number of items.
    pub status: String,
}

impl PagerWords {
    /// The words for the list with this name.
    pub fn of(list: &str, range: PageRange, text: &Catalog) -> Self {
        Self {
            label: (text.common.pages_of)(list).into(),
            turn: text.common.turn_page,
            status: (text.common.page_of)(range.start + 1, range.end, range.all),
        }
    }
}

/// The way to another page, counted from 1.
pub enum Turn<'a> {
    /// The address of a page.
    Link(&'a dyn Fn(usize) -> String),
    /// A callback, for lists whose page is not in the address.
    Press(&'a Callback<usize>),
}

/// The links or buttons that turn the page, if there is more than one. They stand above the list, so that they stay where
/// they are while pages are turned.
pub fn pager(range: PageRange, words: &PagerWords, turn: &Turn<'_>) -> Html {
    if range.pages < 2 {
        return Html::default();
    }
    let pages = [range.page.checked_sub(1), (range.page + 1 < range.pages).then_some(range.page + 1)];
    html! {
        <nav class="pager" aria-label={words.label.clone()}>
            for (page, word) in pages.into_iter().zip(words.turn) {
                { turning(page.map(|page| page + 1), word, turn) }
            }
            <span class="muted small" aria-live="polite">{ &words.status }</span>
        </nav>
    }
}

/// One direction. A disabled one stays in the page, so that it keeps the focus.
fn turning(page: Option<usize>, word: &'static str, turn: &Turn<'_>) -> Html {
    let disabled = page.is_none().then_some("true");
    match turn {
        Turn::Link(href) => html! {
            <a
                class="button"
                role="link"
                tabindex={page.is_none().then_some("-1")}
                aria-disabled={disabled}
                href={page.map(href)}
            >
                { word }
            </a>
        },
        Turn::Press(on_turn) => {
            let on_turn = (*on_turn).clone();
            let onclick = move |_: MouseEvent| page.into_iter().for_each(|page| on_turn.emit(page));
            html! { <button type="button" class="button" aria-disabled={disabled} {onclick}>{ word }</button> }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_there_is_not_is_the_nearest() {
        let part = |selection| PageRange::of(selection, 50, 101);
        assert_eq!(part(None), PageRange { page: 0, pages: 3, start: 0, end: 50, all: 101 });
        assert_eq!(part(Some(3)), PageRange { page: 2, pages: 3, start: 100, end: 101, all: 101 });
        for (selection, page) in [(0, 0), (4, 2), (usize::MAX, 2)] {
            assert_eq!(part(Some(selection)).page, page, "{selection}");
        }
        assert_eq!(PageRange::of(Some(2), 50, 0), PageRange { page: 0, pages: 1, start: 0, end: 0, all: 0 });
        assert_eq!(PageRange::of(Some(2), 2, 3).slice(&["a", "b", "c"]), ["c"]);
    }

    #[test]
    fn in_print_all_pages_are_one() {
        assert_eq!(
            PageRange::of_rows(Some(2), 100, true),
            PageRange { page: 0, pages: 1, start: 0, end: 100, all: 100 }
        );
        assert_eq!(PageRange::of_rows(None, 0, true), PageRange { page: 0, pages: 1, start: 0, end: 0, all: 0 });
        assert_eq!(PageRange::of_rows(Some(2), 100, false).positions(), PAGE_ROWS..2 * PAGE_ROWS);
    }

    #[test]
    fn only_the_first_page_is_sorted_in_part() {
        assert_eq!(PageRange::of_rows(None, 2000, false).sorted_len(), PAGE_ROWS);
        assert_eq!(PageRange::of_rows(Some(3), 2000, false).sorted_len(), usize::MAX);
    }
}
