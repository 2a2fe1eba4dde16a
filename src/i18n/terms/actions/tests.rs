//! The sentences of actions.

use domain::{
    AccountName, Grantee, Id, OrganizationName, OrganizationRole, PersonId, RegistryId, Role, TeamId, TeamRole,
};

use super::*;
use crate::i18n::Language;
use crate::i18n::prose::plain;

fn registry() -> RegistryId {
    RegistryId(Id::from_text("x"))
}

fn person() -> PersonId {
    PersonId(Id::from_text("x"))
}

fn member_added(target: &str, container: &str) -> CompletedAction {
    let member = Grantee::Person(person());
    let action = Action::Registry(RegistryAction::AddMember { registry: registry(), member, role: Role::Member });
    CompletedAction { action, target: target.into(), container: container.into() }
}

fn role_set(role: Role, target: &str) -> CompletedAction {
    let member = Grantee::Person(person());
    let action = Action::Registry(RegistryAction::SetMemberRole { registry: registry(), member, role });
    CompletedAction { action, target: target.into(), container: "R".into() }
}

fn with_names(action: Action, target: &str) -> CompletedAction {
    CompletedAction { action, target: target.into(), container: "".into() }
}

#[track_caller]
fn check_said(completed: &[CompletedAction], english: &str, korean: &str) {
    assert_eq!(plain(&Language::English.catalog().summarize_actions(completed.iter())), english);
    assert_eq!(plain(&Language::Korean.catalog().summarize_actions(completed.iter())), korean);
}

#[test]
fn the_same_done_to_several_is_one_sentence() {
    check_said(&[member_added("Mina", "R")], "Added Mina to R as Member.", "R에 Mina를 멤버 역할로 추가했습니다.");
    check_said(
        &[member_added("Mina", "R"), member_added("한지우", "R")],
        "Added Mina and 한지우 to R as Member.",
        "R에 Mina, 한지우를 멤버 역할로 추가했습니다.",
    );
    let five = ["a", "b", "c", "d", "e"].map(|name| member_added(name, "R"));
    check_said(&five, "Added a, b, c and 2 others to R as Member.", "R에 a, b, c 외 2명을 멤버 역할로 추가했습니다.");
}

#[test]
fn others_are_counted_by_their_kind() {
    let listed = |member: Grantee| {
        let action = Action::Registry(RegistryAction::RemoveMember { registry: registry(), member });
        CompletedAction { action, target: "a".into(), container: "R".into() }
    };
    let person = listed(Grantee::Person(person()));
    let team = listed(Grantee::Team(TeamId(Id::from_text("x"))));
    let message =
        |completed: &[CompletedAction]| plain(&Language::Korean.catalog().summarize_actions(completed.iter()));
    let mut completed = vec![team.clone(); 3];
    completed.extend(vec![person; 1234]);
    assert_eq!(message(&completed), "R에서 a, a, a 외 1,234명을 제거했습니다.");
    completed.push(team);
    assert_eq!(message(&completed), "R에서 a, a, a 외 1,235개를 제거했습니다.");
    let english = plain(&Language::English.catalog().summarize_actions(completed.iter()));
    assert_eq!(english, "Removed a, a, a and 1,235 others from R.");
}

#[test]
fn a_list_takes_the_particle_of_its_last_item() {
    let message = |counts| (Language::Korean.catalog().actions.imported)(counts);
    assert_eq!(message([12, 0, 0]), "사람 12명을 가져왔습니다.");
    assert_eq!(message([12, 0, 3]), "사람 12명, 팀 3개를 가져왔습니다.");
}

#[test]
fn different_roles_are_told_apart() {
    check_said(
        &[role_set(Role::Admin, "Mina"), role_set(Role::Viewer, "Yuki"), role_set(Role::Viewer, "한지우")],
        "Mina is now Admin in R. Yuki and 한지우 is now Viewer in R.",
        "R에서 Mina의 역할을 관리자로 바꿨습니다. R에서 Yuki, 한지우의 역할을 뷰어로 바꿨습니다.",
    );
    let organization = |role| with_names(Action::Person(PersonAction::SetRole { person: person(), role }), "Mina");
    check_said(
        &[organization(OrganizationRole::Viewer), organization(OrganizationRole::Member)],
        "Mina is now Viewer of the organization. Mina is now Member of the organization.",
        "Mina의 조직 역할을 뷰어로 바꿨습니다. Mina의 조직 역할을 멤버로 바꿨습니다.",
    );
    let team = |role| {
        let action = Action::Team(TeamAction::SetRole { team: TeamId(Id::from_text("x")), person: person(), role });
        CompletedAction { container: "vision".into(), ..with_names(action, "Mina") }
    };
    check_said(
        &[team(TeamRole::Viewer), team(TeamRole::Admin)],
        "Mina is now Viewer in vision. Mina is now Admin in vision.",
        "vision에서 Mina의 역할을 뷰어로 바꿨습니다. vision에서 Mina의 역할을 관리자로 바꿨습니다.",
    );
}

#[test]
fn different_actions_have_sentences_of_their_own() {
    let renamed = OrganizationName::parse("Lab").map(|name| OrganizationAction::Rename(name).into());
    let team = AccountName::parse("vision").map(|name| TeamAction::Add(name).into());
    let (Ok(renamed), Ok(team)) = (renamed, team) else { unreachable!("both are names") };
    let completed =
        [with_names(renamed, ""), with_names(team, "vision"), member_added("Mina", "R"), member_added("Yuki", "S")];
    check_said(
        &completed,
        "The organization is now called Lab. Added the team vision. And 2 other changes.",
        "조직의 이름을 Lab으로 바꿨습니다. vision 팀을 추가했습니다. 그 밖에 2가지를 바꿨습니다.",
    );
}
