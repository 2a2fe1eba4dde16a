//! The top bar: the organization's name, search, the account switcher, theme and language.

use yew::prelude::*;

use super::acting_as::ActingAs;
use super::menu::Menu;
use super::preferences::{PreferenceProps, Theme};
use super::search::Search;
use super::text::ShellText;
use crate::i18n::Language;
use crate::page::Page;
use crate::routes::Route;
use crate::ui::{SelectField, SelectOption, bdi, icon};

pub fn top_bar(page: &Page, props: &PreferenceProps, menu: &Menu) -> Html {
    let text = page.text();
    let words = ShellText::of(text.language);
    let view = page.model.view();
    let name = view.as_ref().map_or_else(|| "Registrar".to_owned(), |view| view.organization.to_string());
    let option = |value, label: &str| SelectOption { value, label: label.to_owned().into() };
    html! {
        <header class="top-bar" onkeydown={&menu.onkeydown}>
            <a class="brand" href={Route::Landing.href()}>
                { icon("logo") }
                <span class="brand-name">{ bdi(&name) }</span>
            </a>
            if let Some(view) = view {
                <Search {view} />
            }
            <button
                id={Menu::BUTTON_ID}
                type="button"
                class="button menu-button"
                aria-expanded={if menu.is_open { "true" } else { "false" }}
                aria-controls="preferences navigation"
                onclick={&menu.toggle}
            >
                { icon("menu") }{ words.menu }
            </button>
            <div class="top-bar-tools">
                if let Some(view) = page.model.directory() {
                    <ActingAs {view} is_removed={page.model.removed.is_some()} />
                }
                <div id="preferences" class="preferences">
                    <SelectField
                        id="theme"
                        label={words.theme}
                        is_label_hidden=true
                        value={props.preferences.theme.word()}
                        options={vec![
                            option(Theme::System.word(), words.theme_system),
                            option(Theme::Light.word(), words.theme_light),
                            option(Theme::Dark.word(), words.theme_dark),
                        ]}
                        on_choose={props.on_theme.reform(|value: String| Theme::from_word(&value))}
                    />
                    <SelectField
                        id="language"
                        label={words.language}
                        is_label_hidden=true
                        value={props.preferences.language.tag()}
                        options={Language::ALL.map(|language| option(language.tag(), language.name())).to_vec()}
                        on_choose={props.on_language.reform(|value: String| Language::of_tag(&value).unwrap_or(Language::English))}
                    />
                </div>
            </div>
        </header>
    }
}
