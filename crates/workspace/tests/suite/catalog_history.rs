//! History and undo of projects, versions, collections and links.

use domain::{
    AccountId, Action, Alias, ArtifactName, ArtifactType, CollectionAction, CollectionName, CoreRegistry, Description,
    File, FileDigest, FilePath, LinkId, LinkTarget, Manifest, Metadata, NewVersion, ProjectAction, ProjectId,
    ProjectName, RegistryId, Tags, TeamId, TeamRole, VersionAction, VersionId, VersionRef, Visibility,
};
use journal::{MemoryStore, RecordId};
use workspace::{About, Dependents, UndoRefusal, Value, Workspace};

use crate::support::*;
use crate::undoing::{check_refused, rewound, undo};

/// A project of Mina's team with two versions, both linked into one registry of Mina's.
struct Linked {
    small: Small<MemoryStore>,
    project: ProjectId,
    registry: RegistryId,
    /// The records that logged the versions and linked them.
    logged: [RecordId; 2],
    linked: [RecordId; 2],
}

fn made(record: RecordId, position: usize) -> domain::Id {
    domain::Id::new(&record.to_string(), position)
}

fn log(project: &ProjectId, text: &str) -> Action {
    let file = File {
        path: FilePath::parse("model.bin").unwrap(),
        size: text.len() as u64,
        digest: FileDigest::of(text.as_bytes()),
    };
    VersionAction::Log(NewVersion {
        project: project.clone(),
        name: ArtifactName::parse("churn").unwrap(),
        artifact_type: ArtifactType::parse("model").unwrap(),
        description: Description::empty(),
        metadata: Metadata::default(),
        tags: Tags::default(),
        aliases: Vec::new(),
        files: Manifest::new(vec![file]).unwrap(),
        run: None,
    })
    .into()
}

fn link(version: RecordId, registry: &RegistryId, aliases: &[&str]) -> Action {
    let target = LinkTarget::Named { registry: registry.clone(), name: CollectionName::parse("best").unwrap() };
    let aliases = aliases.iter().map(|alias| Alias::parse(alias).unwrap()).collect();
    CollectionAction::Link { version: VersionRef::Source(VersionId(made(version, 0))), target, aliases }.into()
}

impl Linked {
    fn new(storage: &MemoryStore) -> Self {
        let mut small = Small::new(storage);
        let mut act = |actor: &AccountId, action: Action| small.workspace.dispatch(actor, &[action], at(3)).unwrap();
        let team = TeamId(act(&small.ada, add_team("vision")).made(0));
        act(&small.ada, join_team(&team, &small.mina, TeamRole::Admin));
        let name = ProjectName::parse("training").unwrap();
        let project = ProjectId(act(&small.mina, ProjectAction::Create { team, name }.into()).made(0));
        let registry = RegistryId(act(&small.mina, create("Gneiss", Visibility::Restricted)).made(0));
        let logged = ["one", "two"].map(|text| act(&small.mina, log(&project, text)).record);
        let linked = logged.map(|version| act(&small.mina, link(version, &registry, &[])).record);
        Self { small, project, registry, logged, linked }
    }

    fn workspace(&mut self) -> &mut Workspace<MemoryStore> {
        &mut self.small.workspace
    }

    /// The records of the catalog that an account sees, the newest first, with the names of their targets.
    fn seen(&self, account: &AccountId) -> Vec<(RecordId, String, String)> {
        let history = self.small.workspace.history(account).unwrap();
        let is_of_catalog = |record: &RecordId| self.logged.contains(record) || self.linked.contains(record);
        let named = |entry: workspace::HistoryEntry<'_>| {
            let actions = history.actions(&entry);
            (entry.record, actions[0].target.to_string(), actions[0].container.to_string())
        };
        history.entries().filter(|entry| is_of_catalog(&entry.record)).map(named).collect()
    }
}

#[test]
fn of_a_hidden_project_or_registry_there_is_no_history() {
    let linked = Linked::new(&MemoryStore::new());
    let names = |account: &AccountId| -> Vec<(String, String)> {
        linked.seen(account).into_iter().map(|(_, target, container)| (target, container)).collect()
    };
    let text = |(target, container): (&str, &str)| (target.to_owned(), container.to_owned());
    let all = [
        ("vision/training/churn:v1", "Gneiss/best"),
        ("vision/training/churn:v0", "Gneiss/best"),
        ("churn", "training"),
        ("churn", "training"),
    ];
    assert_eq!(names(&linked.small.mina), all.map(text));
    assert_eq!(names(&linked.small.ada), all.map(text));
    assert!(names(&linked.small.noa).is_empty());
}

#[test]
fn a_viewer_of_the_registry_without_the_project_sees_no_source() {
    let mut linked = Linked::new(&MemoryStore::new());
    let (mina, registry, noa) = (linked.small.mina.clone(), linked.registry.clone(), linked.small.noa.clone());
    let add = domain::RegistryAction::AddMember { registry, member: noa.clone().into(), role: domain::Role::Viewer };
    linked.workspace().dispatch(&mina, &[add.into()], at(4)).unwrap();
    let names: Vec<_> = linked.seen(&noa).into_iter().map(|(_, target, container)| (target, container)).collect();
    let [first, second] = linked.linked;
    let records: Vec<_> = linked.seen(&noa).into_iter().map(|(record, ..)| record).collect();
    assert_eq!(records, [second, first]);
    assert_eq!(names, ["v1", "v0"].map(|number| (number.to_owned(), "Gneiss/best".to_owned())));
    let history = linked.small.workspace.history(&noa).unwrap();
    let entry = history.entry(history.position(first).unwrap()).unwrap();
    assert!(history.subjects(&entry).contains(&domain::Subject::Registry(linked.registry.clone())));
}

#[test]
fn a_collection_has_the_history_of_its_links_and_a_project_that_of_its_versions() {
    let mut linked = Linked::new(&MemoryStore::new());
    let (mina, ada, [first, second]) = (linked.small.mina.clone(), linked.small.ada.clone(), linked.linked);
    let best = VersionRef::Linked(LinkId(made(second, 0)));
    let add = VersionAction::AddAlias { version: best, alias: Alias::parse("best").unwrap() };
    let named = linked.workspace().dispatch(&mina, &[add.into()], at(5)).unwrap().record;
    let elsewhere = link(linked.logged[0], &RegistryId(CoreRegistry::Models.id().0), &[]);
    linked.workspace().dispatch(&ada, &[elsewhere], at(6)).unwrap();
    let undone = undo(linked.workspace(), &mina, named).unwrap();
    let organization = linked.small.workspace.organization().unwrap();
    let collection = organization.link(&LinkId(made(first, 0))).unwrap().collection.clone();
    let project = linked.project.clone();
    let about = |account: &AccountId, about: About| -> Vec<RecordId> {
        let history = linked.small.workspace.history(account).unwrap();
        history.entries_about(&about).map(|entry| entry.record).collect()
    };
    assert_eq!(about(&mina, About::Collection(collection.clone())), [undone, named, second, first]);
    assert!(about(&linked.small.noa, About::Collection(collection)).is_empty());
    let [one, two] = linked.logged;
    assert_eq!(about(&mina, About::Project(project.clone()))[..2], [two, one]);
    assert!(about(&linked.small.noa, About::Project(project)).is_empty());
}

#[test]
fn an_undo_that_would_give_a_version_another_number_is_refused() {
    let mut linked = Linked::new(&MemoryStore::new());
    let (mina, [first, second]) = (linked.small.mina.clone(), linked.linked);
    check_refused(undo(linked.workspace(), &mina, first), UndoRefusal::Dependents(vec![second]));
    let both = linked.workspace().undo(&mina, &[first], Dependents::UndoToo, rewound()).unwrap();
    let link = |linked: &Linked, record| {
        let organization = linked.small.workspace.organization().unwrap();
        organization.link(&LinkId(made(record, 0))).map(|link| link.number)
    };
    assert_eq!([first, second].map(|record| link(&linked, record)), [None, None]);
    undo(linked.workspace(), &mina, both.record).unwrap();
    assert_eq!([first, second].map(|record| link(&linked, record)), [Some(0), Some(1)]);
    // The last one can be undone alone.
    undo(linked.workspace(), &mina, second).unwrap();
    assert_eq!([first, second].map(|record| link(&linked, record)), [Some(0), None]);
}

#[test]
fn a_number_stays_with_its_version_also_in_two_steps() {
    let mut linked = Linked::new(&MemoryStore::new());
    let (mina, [first, second]) = (linked.small.mina.clone(), linked.linked);
    let unlink = CollectionAction::Unlink(LinkId(made(second, 0)));
    let unlinked = linked.workspace().dispatch(&mina, &[unlink.into()], at(5)).unwrap().record;
    // Without the first link the second one would have been `v0`, and be so again when its removal is undone.
    check_refused(undo(linked.workspace(), &mina, first), UndoRefusal::Dependents(vec![unlinked, second]));
}

#[test]
fn a_collection_is_in_its_registry_also_if_an_earlier_one_of_its_name_is_undone() {
    let mut linked = Linked::new(&MemoryStore::new());
    let mina = linked.small.mina.clone();
    let new = domain::NewCollection {
        registry: linked.registry.clone(),
        name: CollectionName::parse("later").unwrap(),
        artifact_type: ArtifactType::parse("model").unwrap(),
        description: Description::empty(),
        tags: Tags::default(),
    };
    let created = linked.workspace().dispatch(&mina, &[CollectionAction::Create(new).into()], at(5)).unwrap().record;
    undo(linked.workspace(), &mina, created).unwrap();
    let target = LinkTarget::Named { registry: linked.registry.clone(), name: CollectionName::parse("later").unwrap() };
    let version = VersionRef::Source(VersionId(made(linked.logged[0], 0)));
    let link = CollectionAction::Link { version, target, aliases: Vec::new() };
    let again = linked.workspace().dispatch(&mina, &[link.into()], at(6)).unwrap().record;
    let collection = LinkId(made(again, 0)).collection_made_along();
    let tags: Tags = [domain::Tag::parse("good").unwrap()].into_iter().collect();
    let tag = CollectionAction::AddTags { collection, tags };
    let tagged = linked.workspace().dispatch(&mina, &[tag.into()], at(7)).unwrap().record;
    let history = linked.small.workspace.history(&mina).unwrap();
    let entry = history.entry(history.position(tagged).unwrap()).unwrap();
    assert!(history.subjects(&entry).contains(&domain::Subject::Registry(linked.registry.clone())));
    assert_eq!(history.actions(&entry)[0].container.to_string(), "Gneiss");
}

#[test]
fn a_link_by_name_is_of_the_collection_whose_deletion_or_new_name_is_undone() {
    let rename = |collection| CollectionAction::Edit {
        collection,
        name: Some(CollectionName::parse("other").unwrap()),
        description: None,
        tags: None,
    };
    for change in [CollectionAction::Delete, rename] {
        let mut linked = Linked::new(&MemoryStore::new());
        let (mina, project, registry) = (linked.small.mina.clone(), linked.project.clone(), linked.registry.clone());
        let collection = LinkId(made(linked.linked[0], 0)).collection_made_along();
        let mut act = |action: Action| linked.small.workspace.dispatch(&mina, &[action], at(5)).unwrap().record;
        let changed = act(change(collection.clone()).into());
        let third = act(log(&project, "three"));
        undo(linked.workspace(), &mina, changed).unwrap();
        let again = linked.workspace().dispatch(&mina, &[link(third, &registry, &[])], at(6)).unwrap().record;
        let history = linked.small.workspace.history(&mina).unwrap();
        let first = history.entries_about(&About::Collection(collection)).next().unwrap();
        assert_eq!(first.record, again);
    }
}

#[test]
fn an_alias_that_moves_tells_from_where() {
    let mut linked = Linked::new(&MemoryStore::new());
    let (mina, [first, second]) = (linked.small.mina.clone(), linked.linked);
    let alias = Alias::parse("production").unwrap();
    let collection = LinkId(made(first, 0)).collection_made_along();
    let give = |record: RecordId| -> Action {
        let version = VersionRef::Linked(LinkId(made(record, 0)));
        VersionAction::AddAlias { version, alias: alias.clone() }.into()
    };
    linked.workspace().dispatch(&mina, &[give(first)], at(5)).unwrap();
    let moved = linked.workspace().dispatch(&mina, &[give(second)], at(6)).unwrap().record;
    let history = linked.small.workspace.history(&mina).unwrap();
    let entry = history.entry(history.position(moved).unwrap()).unwrap();
    let change = history.actions(&entry)[0].change.clone();
    let holder = |record| Value::Holder(VersionRef::Linked(LinkId(made(record, 0))));
    assert_eq!(change, Some([first, second].map(holder)));
    assert_eq!(linked.small.workspace.organization().unwrap().collection(&collection).unwrap().links.len(), 2);
}

#[test]
fn a_version_that_is_gone_is_named_with_its_number() {
    let mut linked = Linked::new(&MemoryStore::new());
    let (mina, [_, second]) = (linked.small.mina.clone(), linked.linked);
    let unlink = CollectionAction::Unlink(LinkId(made(second, 0)));
    let unlinked = linked.workspace().dispatch(&mina, &[unlink.into()], at(5)).unwrap().record;
    let delete = VersionAction::Delete(VersionId(made(linked.logged[1], 0)));
    let deleted = linked.workspace().dispatch(&mina, &[delete.into()], at(6)).unwrap().record;
    let history = linked.small.workspace.history(&mina).unwrap();
    let names = [second, unlinked, deleted].map(|record| {
        let entry = history.entry(history.position(record).unwrap()).unwrap();
        let past = &history.actions(&entry)[0];
        [past.target.to_string(), past.container.to_string()].into_iter().find(|name| name.contains(":v")).unwrap()
    });
    assert_eq!(names, ["vision/training/churn:v1", "Gneiss/best:v1", "vision/training/churn:v1"]);
}
