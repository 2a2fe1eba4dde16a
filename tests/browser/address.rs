//! The query before the hash, and the title.

use registrar::platform::address;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{self, CleanPage, document, window};

fn check_site(address: &str, expected: &str) {
    support::address(address);
    assert_eq!(address::site_path(), expected, "{address}");
}

fn check_query_parameter(address: &str, expected: Option<&str>) {
    support::address(address);
    assert_eq!(address::query_parameter("as").as_deref(), expected, "{address}");
}

#[wasm_bindgen_test]
fn the_site_path_leaves_out_the_file_name() {
    let _page = CleanPage::new();
    check_site("/", "/");
    check_site("/index.html", "/");
    check_site("/some/path/", "/some/path/");
    check_site("/some/path/index.html?as=ada#/about", "/some/path/");
}

#[wasm_bindgen_test]
fn the_query_names_the_acting_account() {
    let _page = CleanPage::new();
    check_query_parameter("/#/", None);
    check_query_parameter("/?as=#/", None);
    check_query_parameter("/?as=mina.park#/", Some("mina.park"));
    check_query_parameter("/?other=1&as=ci-runner", Some("ci-runner"));
    check_query_parameter("/?as=%ED%95%9C#/", Some("한"));
    check_query_parameter("/#/?as=mina.park", None);
}

#[wasm_bindgen_test]
fn removing_a_query_parameter_keeps_the_rest_of_the_address() {
    let _page = CleanPage::new();
    support::address("/?other=1&as=mina.park#/about?x=2");
    address::set_query_parameter("as", None);
    assert_eq!(address::query_parameter("as"), None);
    let location = window().location();
    assert_eq!((location.search().unwrap(), location.hash().unwrap()), ("?other=1".into(), "#/about?x=2".into()));
}

#[wasm_bindgen_test]
fn setting_query_parameters_keeps_the_rest_of_the_address() {
    let _page = CleanPage::new();
    support::address("/?as=mina.park#/present?left=a%20b");
    address::set_query_parameter("type", Some("large"));
    address::set_query_parameter("lang", Some("한국 & 어"));
    assert_eq!(address::query_parameter("type").as_deref(), Some("large"));
    assert_eq!(address::query_parameter("lang").as_deref(), Some("한국 & 어"));
    assert_eq!(address::query_parameter("as").as_deref(), Some("mina.park"));
    assert_eq!(window().location().hash().unwrap(), "#/present?left=a%20b");
    address::set_query_parameter("type", None);
    assert_eq!(address::query_parameter("type"), None);
}

#[wasm_bindgen_test]
fn the_title_is_the_tab_s() {
    let before = document().title();
    address::set_title("레지스트리 · <b>Registrar</b>");
    assert_eq!(document().title(), "레지스트리 · <b>Registrar</b>");
    address::set_title(&before);
}
