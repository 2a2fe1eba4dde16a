//! The top bar: whose organization this is, who is acting, theme and language.

use yew::prelude::*;

use super::ActingAs;
use crate::browser::preferences::{Preferences, Theme};
use crate::components::{Icon, SelectField, SelectOption};
use crate::i18n::{Language, use_text};
use crate::route::Route;
use crate::store::use_model;
use yew_router::prelude::*;

/// What the browser prefers, and how that is changed.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub preferences: Preferences,
    pub on_theme: Callback<Theme>,
    pub on_language: Callback<Language>,
}

/// The top bar.
#[component]
pub fn TopBar(props: &Props) -> Html {
    let text = use_text();
    let model = use_model();
    let view = model.view();
    let name = view.as_ref().map_or_else(|| "Registrar".to_owned(), |view| view.organization.to_string());
    html! {
        <header class="top-bar">
            <Link<Route> to={Route::Landing} classes="brand">
                <Icon name="logo" />
                <span class="brand-name"><bdi>{ name }</bdi></span>
            </Link<Route>>
            <div class="top-bar-tools">
                if let Some(view) = view {
                    <ActingAs {view} />
                }
                <SelectField
                    id="theme"
                    label={text.frame.theme}
                    quiet_label=true
                    value={theme_value(props.preferences.theme)}
                    options={vec![
                        SelectOption { value: theme_value(Theme::System), label: text.frame.theme_system.into() },
                        SelectOption { value: theme_value(Theme::Light), label: text.frame.theme_light.into() },
                        SelectOption { value: theme_value(Theme::Dark), label: text.frame.theme_dark.into() },
                    ]}
                    on_choose={props.on_theme.reform(|value: String| theme_of(&value))}
                />
                <SelectField
                    id="language"
                    label={text.frame.language}
                    quiet_label=true
                    value={props.preferences.language.tag()}
                    options={Language::ALL.map(|language| SelectOption { value: language.tag(), label: language.name().into() }).to_vec()}
                    on_choose={props.on_language.reform(|value: String| Language::of_tag(&value).unwrap_or(Language::English))}
                />
            </div>
        </header>
    }
}

fn theme_value(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

fn theme_of(value: &str) -> Theme {
    [Theme::Light, Theme::Dark].into_iter().find(|theme| theme_value(*theme) == value).unwrap_or_default()
}
