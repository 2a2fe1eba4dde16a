//! The page API from a script: the exact form of its answers, and misuse. The end-to-end tests check it against its
//! documentation.

use js_sys::{Function, Object, Reflect};
use registrar::scripting;
use registrar::state::{Stage, Store};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{CleanPage, call, document, image, script};

/// A small organization, and scripts in it.
pub struct Scripts {
    pub store: Store,
    pub api: Object,
}

/// A function that scripts get beside the API. It formats a value, with stable ids and times.
const SHOW: &str = "value => {
    const shown = JSON.stringify(value, (name, value) => name === 'at' && typeof value === 'number' ? 'now' : value);
    return shown?.replace(/\\b[0-9a-z]{10}\\.(\\d+)/g, 'w.$1').replaceAll('\"', '');
}";

impl Scripts {
    fn new() -> Self {
        let store = Store::open();
        let api = scripting::object(&store).unwrap();
        Self { store, api }
    }

    fn in_an_organization() -> Self {
        let scripts = Self::new();
        scripts.run(
            "api.startEmpty({ organization: 'Mine', name: 'Ada Okafor', username: 'ada', email: 'ada@mine.example' });
            api.do([
                { type: 'addPerson', name: 'Omar', username: 'omar', email: 'omar@mine.example', role: 'viewer' },
                { type: 'addServiceAccount', name: 'bot' },
                { type: 'addTeam', name: 'crew' },
                { type: 'addPersonToTeam', team: 'crew', person: 'omar', role: 'admin' },
                { type: 'addServiceAccountToTeam', team: 'crew', serviceAccount: 'bot' },
                { type: 'createRegistry', name: 'Closed', description: 'D', visibility: 'restricted', types: ['model'] },
                { type: 'addMembers', registry: 'Closed', members: 'crew', role: 'member' },
            ])",
        );
        scripts
    }

    /// The formatted result of a script.
    pub fn run(&self, body: &str) -> String {
        let source = format!(
            "(api, show) => {{ try {{ return show(((api) => {{ {} }})(api)) ?? 'nothing'; }}
            catch (error) {{ return `${{error instanceof Error}} ${{error}} ${{show({{ ...error }})}}`; }} }}",
            with_return(body)
        );
        call(&source, &[self.api.clone().into(), script(SHOW)]).as_string().unwrap()
    }

    #[track_caller]
    pub fn check(&self, body: &str, expected: &str) {
        assert_eq!(self.run(body), expected, "{body}");
    }
}

/// Turns the last expression into the result.
fn with_return(body: &str) -> String {
    match body.rsplit_once(";\n") {
        Some((before, last)) => format!("{before};\nreturn {last}"),
        None => format!("return {body}"),
    }
}

#[wasm_bindgen_test]
fn without_an_organization_there_is_nothing_to_see() {
    let _page = CleanPage::new();
    let scripts = Scripts::new();
    scripts.check("api.view()", "null");
    scripts.check("api.account()", "null");
    scripts.check("api.workspaces()", "[]");
    let missing = "{name:RegistrarError,what:organization,code:missing}";
    scripts.check(
        "api.do({ type: 'addTeam', name: 'x' })",
        &format!("true RegistrarError: No organization is open: start one. {missing}"),
    );
    assert!(image().is_empty());
}

#[wasm_bindgen_test]
fn the_api_is_an_object_that_stays_as_it_is() {
    let _page = CleanPage::new();
    let scripts = Scripts::new();
    scripts.check("Object.isFrozen(api)", "true");
    scripts.check("api.appVersion", env!("CARGO_PKG_VERSION"));
    scripts.check(
        "Object.keys(api).join(' ')",
        "appVersion startDemo startEmpty actAs account view do check may permissions standing consequences version versions aliasHistory digest overtaken history undo redo canUndo at changes checkpoint checkpoints returnTo subscribe archive \
         restore workspaces openWorkspace deleteWorkspace",
    );
}

#[wasm_bindgen_test]
fn everything_is_answered_in_a_form_that_stays() {
    let _page = CleanPage::new();
    let scripts = Scripts::in_an_organization();
    scripts.check("api.account()", "{kind:person,id:w.0.0,name:ada}");
    scripts.check(
        "(({ registries, ...view }) => view)(api.view())",
        "{organization:Mine,account:{kind:person,id:w.0.0,name:ada},people:[\
         {id:w.0.0,name:Ada Okafor,username:ada,email:ada@mine.example,role:admin,teamAdministrator:false},\
         {id:w.1.0,name:Omar,username:omar,email:omar@mine.example,role:viewer,teamAdministrator:true}],\
         serviceAccounts:[{id:w.1.1,name:bot}],teams:[{id:w.1.2,name:crew,members:[\
         {kind:person,id:w.1.0,name:omar,role:admin},{kind:service_account,id:w.1.1,name:bot,role:null}]}],\
         projects:[],settings:{defaultRole:restricted_viewer,restrictedStays:false}}",
    );
    scripts.check(
        "api.view().registries[2]",
        "{id:w.1.5,name:Closed,fullName:wandb-registry-Closed,core:false,description:D,visibility:restricted,\
         accepts:{all:false,types:[model]},members:[{kind:person,id:w.0.0,name:ada,role:admin},\
         {kind:team,id:w.1.2,name:crew,role:member}],owner:ada,protectedAliases:[],collections:[],\
         created:{at:now,by:{kind:person,id:w.0.0,name:ada}},changed:{at:now,by:{kind:person,id:w.0.0,name:ada}},\
         role:admin,sources:[{role:admin,source:organization_admin},{role:admin,source:own_row}]}",
    );
    scripts.check(
        "api.standing({ registry: 'closed', account: 'omar' })",
        "{role:member,sources:[{role:member,source:team,team:crew}]}",
    );
    scripts.check("api.may('create_registry')", "{granted:true}");
    scripts.check(
        "api.permissions()[16]",
        "{permission:edit_registry,group:update,least:member,customOnly:true,teamAdministrators:false,creatorOnly:false}",
    );
    scripts.check(
        "api.consequences([{ type: 'addMembers', registry: 'Closed', members: 'omar', role: 'admin' },
            { type: 'setOwner', registry: 'Closed', person: 'omar' }])",
        "{access:[{registry:{id:w.1.5,name:Closed},account:{kind:person,id:w.1.0,name:omar},before:member,after:admin}],\
         owners:[{registry:{id:w.1.5,name:Closed},before:ada,after:omar}],gone:[],aliases:[],protections:[]}",
    );
    scripts.check("api.check({ type: 'addTeam', name: 'more' })", "{ok:true}");
    scripts.check(
        "api.check({ type: 'addTeam', name: 'CREW' })",
        "{ok:false,error:{code:taken,message:This name is taken by a person, service account or team. Upper and lower case \
         make no difference.,field:account_name,holder:null,action:0}}",
    );
    scripts.check(
        "api.do([{ type: 'renameTeam', team: 'crew', name: 'band' }, { type: 'addTeam', name: 'crew' }])",
        "{record:w.2,made:[{action:1,kind:team,id:w.2.1}]}",
    );
    scripts.check(
        "api.workspaces().map(({ key, size, ...workspace }) => [key.length, size > 1000, workspace])",
        "[[10,true,{organization:Mine,current:true}]]",
    );
    scripts.check("api.actAs('omar')", "{kind:person,id:w.1.0,name:omar}");
    scripts.check(
        "api.may('change_roles', { registry: 'Closed' })",
        "{granted:false,because:role_too_low,has:member,needs:admin,could:[ada]}",
    );
    scripts.check(
        "api.do({ type: 'addTypes', registry: 'Closed', types: 'x' })",
        "true RegistrarError: You are Member in this registry. This takes Admin. An admin of the registry can give you a \
         higher role. {name:RegistrarError,permission:edit_types,because:role_too_low,has:member,needs:admin,could:[ada],\
         action:0,code:denied}",
    );
    scripts.check("typeof api.archive()", "string");
}

#[wasm_bindgen_test]
fn answers_are_objects_and_no_maps() {
    let _page = CleanPage::new();
    let scripts = Scripts::in_an_organization();
    const PLAIN: &str = "const plain = (value) => Object(value) !== value || (Array.isArray(value)
        ? value.every(plain)
        : Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(plain));\n";
    for answer in ["view()", "permissions()", "workspaces()", "check({})", "standing({ registry: 'Closed' })"] {
        scripts.check(&format!("{PLAIN}plain(api.{answer})"), "true");
    }
}

#[wasm_bindgen_test]
fn arguments_are_copied_before_they_are_read() {
    let _page = CleanPage::new();
    let scripts = Scripts::in_an_organization();
    let before = image();
    // This getter calls the API during a call, and returns something else every time.
    scripts.check(
        "let times = 0;\napi.check({ type: 'addTeam', get name() { api.check({ type: 'addTeam', name: 'y' }); \
         return times++ ? 5 : 'x'; } })",
        "{ok:true}",
    );
    for given in ["null", "[]", "5", "() => 1", "{ type: 'addTeam', get name() { throw 1; } }", "new Array(1e9)"] {
        let answer = scripts.run(&format!("api.check({given}).error.code"));
        assert_eq!(answer, "malformed_call", "{given}");
    }
    scripts.check("api.check({ type: 'addTeam', name: '\\ud800' }).error.problem", "not_plain");
    scripts.check("api.check([{ type: 'addTeam', name: 'z' }, { type: 'addTeam' }]).error.at", "actions[1].name");
    assert_eq!(image(), before);
}

#[wasm_bindgen_test]
fn listeners_hear_of_changes_and_of_nothing_else() {
    let _page = CleanPage::new();
    let scripts = Scripts::in_an_organization();
    let count = Object::new();
    Reflect::set(&count, &"count".into(), &0.into()).unwrap();
    let listener = call("count => () => { count.count += 1; }", &[count.clone().into()]);
    let heard = || Reflect::get(&count, &"count".into()).unwrap().as_f64().unwrap();
    let subscribe: Function = Reflect::get(&scripts.api, &"subscribe".into()).unwrap().unchecked_into();
    let end: Function = subscribe.call1(&JsValue::NULL, &listener).unwrap().unchecked_into();

    scripts.store.set_other_tabs(3);
    scripts.run("api.check({ type: 'addTeam', name: 'x' })");
    scripts.run("api.do({ type: 'nothing' })");
    assert_eq!(heard(), 0.0, "nothing has changed");
    scripts.run("api.do({ type: 'addTeam', name: 'x' })");
    assert_eq!(heard(), 1.0);
    let other = Store::open();
    Scripts { api: scripting::object(&other).unwrap(), store: other }.run("api.do({ type: 'addTeam', name: 'y' })");
    scripts.store.refresh(None);
    assert_eq!(heard(), 2.0, "another tab has changed something");
    scripts.run("api.actAs('omar')");
    assert_eq!(heard(), 3.0);
    end.call0(&JsValue::NULL).unwrap();
    end.call0(&JsValue::NULL).unwrap();
    scripts.run("api.actAs('ada')");
    assert_eq!(heard(), 3.0, "it has ended");
}

#[wasm_bindgen_test]
fn a_stopped_page_answers_nothing_and_writes_nothing() {
    let _page = CleanPage::new();
    let scripts = Scripts::in_an_organization();
    let before = image();
    document().document_element().unwrap().set_attribute("data-crashed", "").unwrap();
    for method in ["view()", "startDemo()", "do({ type: 'addTeam', name: 'x' })"] {
        let answer = scripts.run(&format!("api.{method}"));
        assert!(answer.ends_with("{name:RegistrarError,code:crashed}"), "{answer}");
    }
    assert_eq!(image(), before);
    assert!(matches!(scripts.store.model().stage, Stage::Open(..)));
}
