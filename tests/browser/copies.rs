//! The copies that the page API makes of its arguments.

use js_sys::Object;
use registrar::scripting;
use registrar::state::Store;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{CleanPage, call};

/// Runs a script with the API of a new organization, and compares its result.
#[track_caller]
fn check(body: &str, expected: &str) {
    let _page = CleanPage::new();
    let api: Object = scripting::object(&Store::open()).unwrap();
    let source = format!(
        "(api) => {{
            api.startEmpty({{ organization: 'Mine', name: 'Ada', username: 'ada', email: 'ada@mine.example' }});
            const told = (given) => {{ const {{ ok, error }} = api.check(given); return ok ? 'ok' : `${{error.problem ?? error.code}} ${{error.at ?? ''}}`; }};
            {body}
        }}"
    );
    assert_eq!(call(&source, &[api.into()]).as_string().unwrap(), expected, "{body}");
}

#[wasm_bindgen_test]
fn to_json_of_all_objects_and_lists_changes_nothing() {
    check(
        "const prototypes = [Object.prototype, Array.prototype];
        try {
            for (const prototype of prototypes) prototype.toJSON = () => 'changed';
            return told([{ type: 'addTeam', name: 'x' }, { type: 'createRegistry', name: 'y', types: ['z'] }]);
        } finally {
            for (const prototype of prototypes) delete prototype.toJSON;
        }",
        "ok",
    );
}

#[wasm_bindgen_test]
fn to_json_of_an_object_or_a_class_is_applied() {
    check("return told({ toJSON: () => ({ type: 'addTeam', name: 'x' }) })", "ok");
    check("return told({ type: 'addTeam', name: { toJSON: () => 'x' } })", "ok");
    check(
        "class Named { constructor(name) { this.name = name; } toJSON(key) { return `${key} ${this.name}`; } }
        return api.check({ type: 'createRegistry', name: 'r', types: [new Named('/')] }).error.reason.character",
        "/",
    );
    check("return told({ type: 'addTeam', name: 'x', toJSON: 5 })", "unknown_field action.toJSON");
}

#[wasm_bindgen_test]
fn inherited_fields_are_not_there() {
    check("return told(Object.create({ type: 'addTeam', name: 'x' }))", "wrong_type action.type");
    check(
        "try { Object.prototype.role = 'king'; return told({ type: 'addPerson', name: 'n', username: 'u', email: 'e@f' }); }
        finally { delete Object.prototype.role; }",
        "ok",
    );
}

#[wasm_bindgen_test]
fn every_value_is_read_once() {
    check(
        "const log = [];
        const given = new Proxy({ type: 'addTeam', name: 'x' }, {
            get: (target, key) => { if (key in target) log.push(key); return target[key]; },
        });
        told(given);
        return log.join()",
        "type,name",
    );
}

#[wasm_bindgen_test]
fn boxed_values_and_json_of_nothing_are_as_json_has_them() {
    check(
        "return told({ type: new String('addTeam'), name: 'x', more: undefined, some: () => 1, sign: Symbol() })",
        "ok",
    );
    check("return told([undefined])", "wrong_type actions[0]");
    check("return told({ type: 'setRestrictedStays', stays: new Boolean(true) })", "ok");
    check("return told({ type: 'addTeam', name: NaN })", "wrong_type action.name");
    check("return told({ type: 'addTeam', name: 1n })", "not_plain actions");
}

#[wasm_bindgen_test]
fn a_value_that_is_too_large_fails_before_it_is_copied() {
    check("return told({ type: 'addTeam', name: 'x'.repeat(500_000_000) })", "too_large actions");
    check("return told({ type: 'addTeam', name: new Array(4_000_000_000) })", "too_large actions");
    check(
        "return told({ type: 'addMembers', registry: 'r', members: Array(1_000_000).fill('x') })",
        "too_large actions",
    );
    check(
        "const list = Array(1000).fill('x'.repeat(10_000)); return told({ type: 'addTypes', registry: 'r', types: list })",
        "too_large actions",
    );
    check(
        "try { api.actAs('x'.repeat(500_000_000)); } catch (error) { return `${error.problem} ${error.at}`; }",
        "too_large argument",
    );
    check(
        "try { api.restore('x'.repeat(500_000_000)); } catch (error) { return `${error.problem} ${error.at}`; }",
        "too_large argument",
    );
}

#[wasm_bindgen_test]
fn a_cyclic_value_is_not_plain() {
    check("const given = { type: 'addTeam' }; given.name = given; return told(given)", "not_plain actions");
    check("const given = []; given.push(given, given); return told(given)", "not_plain actions");
    check(
        "const given = new Proxy({}, {}); const all = {}; all.a = all; all.b = all; return told({ given, all })",
        "not_plain actions",
    );
    check(
        "const { proxy, revoke } = Proxy.revocable({}, { get: () => { revoke(); } }); return told({ type: proxy })",
        "not_plain actions",
    );
}
