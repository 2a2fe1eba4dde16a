/**
 * The page API of Registrar: `window.registrar`. `docs/page-api.md` explains it.
 *
 * Names and codes are stable: none is ever renamed or given another meaning. Ignore unknown ones, since new ones may be added.
 */

/** A role in a registry, ascending. */
export type Role = 'restricted_viewer' | 'viewer' | 'member' | 'admin';
/** A person's role in the organization. */
export type OrganizationRole = 'viewer' | 'member' | 'admin';
/** A person's role in a team. */
export type TeamRole = 'viewer' | 'member' | 'admin';
/** The role that new members get by default, and everybody's role in an open registry. */
export type DefaultRole = 'restricted_viewer' | 'viewer';
/** Who can access a registry. */
export type Visibility = 'organization' | 'restricted';
/** The types that a registry accepts: all, one, or several. */
export type Types = 'all' | string | string[];
/** One text or several. */
export type Texts = string | string[];

/** The kinds of accounts. */
export type AccountKind = 'person' | 'service_account';
/** The kinds of a registry's members. */
export type GranteeKind = 'person' | 'service_account' | 'team';
/** A person, service account or team. `name` refers to it: for a person it is the username. It is null after removal. */
export interface Who<Kind extends string = GranteeKind> {
  kind: Kind;
  id: string;
  name: string | null;
}
/** A person or service account. */
export type Account = Who<AccountKind>;

/** The organization as the acting account sees it. */
export interface View {
  organization: string;
  account: Account;
  people: Person[];
  serviceAccounts: ServiceAccount[];
  teams: Team[];
  /** The projects that the account sees: those of its teams, or all for an admin of the organization. */
  projects: Project[];
  /** The registries that the account can access, the core ones first. */
  registries: Registry[];
  settings: Settings;
}
export interface Settings {
  defaultRole: DefaultRole;
  restrictedStays: boolean;
}
export interface Person {
  id: string;
  name: string;
  username: string;
  email: string;
  role: OrganizationRole;
  /** Whether the person is an Admin of at least one team. */
  teamAdministrator: boolean;
}
export interface ServiceAccount {
  id: string;
  name: string;
}
export interface Team {
  id: string;
  name: string;
  members: TeamMember[];
}
/** A member of a team with its role there. A service account has none. */
export interface TeamMember {
  kind: AccountKind;
  id: string;
  name: string | null;
  role: TeamRole | null;
}
export interface Registry {
  id: string;
  name: string;
  fullName: string;
  core: boolean;
  description: string;
  visibility: Visibility;
  accepts: AcceptedTypes;
  /** The members, oldest first. */
  members: RegistryMember[];
  /** The owner's username. */
  owner: string | null;
  /** By code point. */
  protectedAliases: string[];
  collections: Collection[];
  created: Stamp;
  changed: Stamp;
  /** The effective role of the acting account. */
  role: Role;
  sources: RoleSource[];
}
export interface Project {
  id: string;
  /** The name of its team. */
  team: string;
  name: string;
  /** The role that counts in it: an admin of the organization is Admin, a service account of the team is Member. */
  role: TeamRole;
  artifacts: Artifact[];
  created: Stamp;
  changed: Stamp;
}
export interface Artifact {
  name: string;
  artifactType: string;
  /** The number of versions. */
  versions: number;
  /** The newest version, such as `"v3"`. */
  latest: string | null;
}
export interface Collection {
  id: string;
  name: string;
  /** `wandb-registry-name/collection`. */
  fullName: string;
  artifactType: string;
  description: string;
  tags: string[];
  /** The number of versions. */
  versions: number;
  /** The newest version, such as `"v3"`. */
  latest: string | null;
  /** The aliases except `latest`, by code point. */
  aliases: HeldAlias[];
  created: Stamp;
  changed: Stamp;
}
export interface HeldAlias {
  alias: string;
  /** Such as `"v3"`. */
  version: string;
  protected: boolean;
}
/** A version, in its project or in a collection. */
export interface VersionSummary {
  id: string;
  /** The reference: `team/project/artifact:v0` or `registry/collection:v0`. */
  name: string;
  /** Of a version in a collection: `wandb-registry-name/collection:v0`. */
  fullName: string | null;
  number: number;
  artifactType: string;
  /** With `latest`, without `v0`, by code point. */
  aliases: string[];
  tags: string[];
  description: string;
  metadata: Record<string, unknown>;
  digest: string;
  /** The number of bytes of all files. */
  size: number;
  fileCount: number;
  /** Of a version in a collection: the reference to its source, if the account sees the project. */
  source: string | null;
  created: Stamp;
  /** Of a version in a collection. */
  linked: Stamp | null;
  /** The name of the run, if the account sees the project. */
  run: string | null;
}
/** A version with everything that `versions` leaves out. */
export interface Version {
  /** The metadata as JSON, with the digits of its numbers. */
  metadataText: string;
  /** Null without the permission `view_files`. */
  files: ManifestFile[] | null;
  /** The versions that the run has read, as far as the account sees them. */
  inputs: string[];
  /** The versions that runs have made from this one, as far as the account sees them. */
  usedBy: string[];
  /** The other links to the same source, as far as the account sees them. */
  links: LinkName[];
  /** The following are as in `VersionSummary`. */
  id: string;
  name: string;
  fullName: string | null;
  number: number;
  artifactType: string;
  aliases: string[];
  tags: string[];
  description: string;
  metadata: Record<string, unknown>;
  digest: string;
  size: number;
  fileCount: number;
  source: string | null;
  created: Stamp;
  linked: Stamp | null;
  run: string | null;
}
export interface LinkName {
  name: string;
}
export interface ManifestFile {
  path: string;
  size: number;
  digest: string;
}
export interface Versions {
  versions: VersionSummary[];
  /** The `before` of the next page; null on the last one. */
  next: number | null;
}
/** The time in which a version of a collection held an alias, in milliseconds since 1970 (UTC). */
export interface AliasSpan {
  version: string;
  from: number;
  until: number | null;
  by: Account;
}
/** While `all` is true, the saved types have no effect, but stay saved. */
export interface AcceptedTypes {
  all: boolean;
  types: string[];
}
/** A person, service account or team that a registry lists. */
export interface RegistryMember {
  kind: GranteeKind;
  id: string;
  name: string | null;
  role: Role;
}
/** A time in milliseconds since 1970 (UTC), and the account that acted. */
export interface Stamp {
  at: number;
  by: Account;
}
/** The effective role and all of its sources, the highest first. */
export interface Standing {
  role: Role;
  sources: RoleSource[];
}
export type RoleSource = { role: Role } & (
  | { source: 'organization_admin' }
  | { source: 'own_row' }
  | { source: 'base' }
  | { source: 'team'; team: string | null }
);

/** An action. It refers to people, service accounts, teams and registries by id, name, username or email. */
export type Action =
  | { type: 'addPerson'; name: string; username: string; email: string; role?: OrganizationRole }
  | { type: 'editPerson'; person: string; name?: string; username?: string; email?: string }
  | { type: 'setOrganizationRole'; person: string; role: OrganizationRole }
  | { type: 'removePerson'; person: string }
  | { type: 'addServiceAccount'; name: string }
  | { type: 'renameServiceAccount'; serviceAccount: string; name: string }
  | { type: 'removeServiceAccount'; serviceAccount: string }
  | { type: 'addTeam'; name: string }
  | { type: 'renameTeam'; team: string; name: string }
  | { type: 'removeTeam'; team: string }
  | { type: 'addPersonToTeam'; team: string; person: string; role?: TeamRole }
  | { type: 'setTeamRole'; team: string; person: string; role: TeamRole }
  | { type: 'removePersonFromTeam'; team: string; person: string }
  | { type: 'addServiceAccountToTeam'; team: string; serviceAccount: string }
  | { type: 'removeServiceAccountFromTeam'; team: string; serviceAccount: string }
  | { type: 'renameOrganization'; name: string }
  | { type: 'setDefaultRole'; role: DefaultRole }
  | { type: 'setRestrictedStays'; stays: boolean }
  | { type: 'createRegistry'; name: string; description?: string; visibility?: Visibility; types?: Types }
  | { type: 'renameRegistry'; registry: string; name: string }
  | { type: 'describeRegistry'; registry: string; description: string }
  | { type: 'setVisibility'; registry: string; visibility: Visibility }
  | { type: 'acceptAllTypes'; registry: string }
  | { type: 'specifyTypes'; registry: string; types?: Texts }
  | { type: 'addTypes'; registry: string; types: Texts }
  | { type: 'removeType'; registry: string; artifactType: string }
  | { type: 'editRegistry'; registry: string; name?: string; description?: string; visibility?: Visibility; types?: Types }
  | { type: 'addMembers'; registry: string; members: Texts; role?: Role }
  | { type: 'setMemberRole'; registry: string; member: string; role: Role }
  | { type: 'removeMember'; registry: string; member: string }
  | { type: 'setOwner'; registry: string; person: string }
  | { type: 'deleteRegistry'; registry: string }
  | { type: 'protectAlias'; registry: string; alias: string }
  | { type: 'unprotectAlias'; registry: string; alias: string }
  | { type: 'createProject'; team: string; name: string }
  | { type: 'renameProject'; project: string; name: string }
  | { type: 'deleteProject'; project: string }
  | { type: 'logArtifact'; project: string; name: string; artifactType: string; description?: string; metadata?: Metadata; tags?: Texts; aliases?: Texts; files?: File[]; run?: Run }
  | { type: 'editVersion'; version: string; description?: string; metadata?: Metadata; tags?: Texts }
  | { type: 'deleteVersion'; version: string }
  | { type: 'createCollection'; registry: string; name: string; artifactType: string; description?: string; tags?: Texts }
  | { type: 'editCollection'; collection: string; name?: string; description?: string; tags?: Texts }
  | { type: 'deleteCollection'; collection: string }
  | { type: 'linkVersion'; version: string; collection: string; aliases?: Texts }
  | { type: 'unlinkVersion'; version: string }
  | { type: 'addAlias'; version: string; alias: string }
  | { type: 'removeAlias'; version: string; alias: string }
  | { type: 'addTags'; of: string; tags: Texts }
  | { type: 'removeTags'; of: string; tags: Texts };
/** An action of the history: `version` is null if the acting account does not see where the linked version comes from. */
export type RecordedAction =
  | Exclude<Action, { type: 'linkVersion' }>
  | { type: 'linkVersion'; version: string | null; collection: string; aliases?: Texts };
/** A file: either `digest` with `size`, or its content as `text` (UTF-8) or `base64`. */
export interface File {
  path: string;
  /** The MD5 of the bytes in base64. */
  digest?: string;
  size?: number;
  text?: string;
  base64?: string;
}
/** The run that logs a version, and references to the versions that it has read. */
export interface Run {
  name: string;
  inputs?: Texts;
}
/** An object, or JSON as text. */
export type Metadata = Record<string, unknown> | string;

/** The result of `do`. */
export interface Receipt {
  /** The id of the record in the log. */
  record: string;
  made: Made[];
}
/** An object that was made: the position of its action (from 0), its kind and its id. */
export interface Made {
  action: number;
  kind: 'person' | 'service_account' | 'team' | 'registry' | 'project' | 'version' | 'collection' | 'link';
  id: string;
  /** Of projects, versions, collections and links: the reference. Null if the account does not see the object afterwards. */
  name?: string | null;
  /** The version or link was there before. */
  existed?: true;
}

/** An intent that was acknowledged and is undone, because another tab's concurrent change conflicts with it. */
export interface Overtaken {
  /** As in the receipt. */
  record: string;
  by: Account;
  /** When it was acknowledged, in milliseconds since 1970 (UTC). */
  at: number;
  /** Empty for an undo. */
  actions: Action[];
  /** The reason. */
  error: Failure;
}

/** A point in time or in the log: UTC milliseconds, a time in ISO 8601 form, or the record after which it is. */
export type Moment = number | string;
/** The kinds of records. */
export type RecordKind = 'founding' | 'actions' | 'undo' | 'redo' | 'checkpoint' | 'unknown';
/** What became of a record. */
export type RecordOutcome = 'applied' | 'overtaken' | 'undone' | 'unknown';
/** A record of the log, as far as the acting account may see it. */
export interface HistoryEntry {
  record: string;
  /** In milliseconds since 1970 (UTC). */
  at: number;
  by: Account;
  /** `interface`, `api`, `import`, `demo` or `undo`. */
  via: string;
  kind: RecordKind;
  actions: RecordedAction[];
  /** The records that an undo or a redo takes back, the newest first. */
  records: string[];
  /** The name of a checkpoint. */
  name: string | null;
  outcome: RecordOutcome;
  undoneBy: string | null;
  /** The reason why it was overtaken. */
  error: Failure | null;
}
/** The result of `undo`, `redo` and `returnTo`: its record, and the records that it takes back, the newest first. */
export interface UndoReceipt {
  record: string;
  undone: string[];
}
/** A named state. */
export interface Checkpoint {
  record: string;
  name: string;
  at: number;
  by: Account;
}
/** What differs between two moments, as far as the acting account could see each of them. */
export interface Changes {
  joined: Who<GranteeKind>[];
  left: Who<GranteeKind>[];
  registries: RegistryChange[];
  members: MemberChange[];
  access: AccessChange[];
  owners: OwnerChange[];
  organizationRoles: OrganizationRoleChange[];
  teamMembers: TeamMemberChange[];
  renamed: NamesChange[];
  /** `null` if its name and its settings are the same. */
  organization: OrganizationChange | null;
  collections: CollectionChange[];
}
/** A person, service account or team with another name, username or address. */
export interface NamesChange {
  who: Who<GranteeKind>;
  before: Names;
  after: Names;
}
export interface Names {
  name: string;
  /** `null` for a service account or team, as `email`. */
  username: string | null;
  email: string | null;
}
/** `before` is `null` before the founding. */
export interface OrganizationChange {
  before: OrganizationFacts | null;
  after: OrganizationFacts | null;
}
export interface OrganizationFacts {
  name: string;
  settings: Settings;
}
/** A collection that is new, gone or renamed: its names. */
export interface CollectionChange {
  registry: Place;
  id: string;
  before: string | null;
  after: string | null;
}
/** A registry that is new, gone or changed. */
export interface RegistryChange {
  registry: Place;
  before: RegistryFacts | null;
  after: RegistryFacts | null;
}
export interface RegistryFacts {
  name: string;
  description: string;
  visibility: Visibility;
  accepts: AcceptedTypes;
  protectedAliases: string[];
}
/** A row of a registry that is new, gone or changed. */
export interface MemberChange {
  registry: Place;
  member: Who<GranteeKind>;
  before: Role | null;
  after: Role | null;
}
/** A role in the organization that changed, also of a person who is new or gone. */
export interface OrganizationRoleChange {
  person: Who<GranteeKind>;
  before: OrganizationRole | null;
  after: OrganizationRole | null;
}
/** A membership of a team that is new, gone or changed. A service account counts as member. */
export interface TeamMemberChange {
  /** The team's name. */
  team: string;
  member: Who<GranteeKind>;
  before: TeamRole | null;
  after: TeamRole | null;
}
/** The organization as the acting account saw it at a moment. It never changes. */
export interface AsOf {
  view(): View;
  standing(of: { registry: string; account?: string }): Standing | null;
  may(permission: 'create_registry' | 'manage_directory'): Verdict;
  may(permission: 'manage_team', of: { team: string }): Verdict;
  may(permission: RegistryPermission, of: { registry: string }): Verdict;
}

/** A permission in a registry. */
export type RegistryPermission =
  | 'view_collection' | 'view_artifact' | 'search' | 'view_settings'
  | 'use_artifact' | 'download_artifact' | 'view_files'
  | 'create_automation' | 'notify' | 'create_collection'
  | 'edit_collection' | 'edit_artifact' | 'tag_collection' | 'tag_version' | 'set_alias' | 'link_artifact'
  | 'edit_registry' | 'set_protected_alias' | 'manage_protected_aliases'
  | 'delete_collection' | 'delete_automation' | 'unlink_artifact'
  | 'edit_types' | 'change_visibility' | 'add_members' | 'change_roles' | 'remove_members' | 'make_owner'
  | 'delete_registry';

/** The other permissions. */
export type OtherPermission =
  | 'create_registry' | 'manage_directory' | 'manage_team' | 'create_project' | 'write_project' | 'manage_project';

/** A version of a collection that carries a protected alias. */
export interface Holder {
  version: string;
  alias: string;
}
/** The reason for a denial. */
export interface Denial {
  because:
    | 'service_account' | 'organization_viewer' | 'no_organization_admin' | 'no_team_admin' | 'no_access'
    | 'core_registry' | 'role_too_low' | 'not_creator' | 'no_team_member' | 'team_role_too_low' | 'protected_alias';
  /** For `role_too_low` and `team_role_too_low`: the account's role, and the lowest sufficient one. */
  has?: Role;
  needs?: Role;
  /** For `protected_alias`. */
  holders?: Holder[];
  /** The usernames of the people who have the permission. */
  could: string[];
}
export type Verdict = ({ granted: true } & { [Field in keyof Denial]?: undefined }) | ({ granted: false } & Denial);

/** A row of the permission table. */
export interface PermissionRule {
  permission: RegistryPermission;
  group: 'read' | 'create' | 'update' | 'delete' | 'admin';
  /** The lowest role that has the permission. */
  least: Role;
  /** Nobody has the permission in a core registry. */
  customOnly: boolean;
  /** Team administrators have the permission in every registry that they can access. */
  teamAdministrators: boolean;
  /** The role suffices only for the creator of the registry. */
  creatorOnly: boolean;
}

/** The effects of actions, as far as the acting account may see them. */
export interface Consequences {
  access: AccessChange[];
  owners: OwnerChange[];
  gone: Gone[];
  aliases: AliasChange[];
  protections: ProtectionChange[];
}
/** Something that is deleted, by its reference. */
export interface Gone {
  kind: 'project' | 'version' | 'collection' | 'link' | 'registry';
  id: string;
  name: string;
}
/** An alias of a collection or an artifact, and the versions that hold it before and after. */
export interface AliasChange {
  collection?: Place;
  artifact?: Place;
  alias: string;
  protected: boolean;
  before: string | null;
  after: string | null;
}
/** An alias that becomes protected or ordinary, and the versions that carry it. */
export interface ProtectionChange {
  registry: Place;
  alias: string;
  before: boolean;
  after: boolean;
  holders: Holder[];
}
export interface AccessChange {
  registry: Place;
  account: Account;
  before: Role | null;
  after: Role | null;
}
export interface OwnerChange {
  registry: Place;
  before: string | null;
  after: string | null;
}
export interface Place {
  id: string;
  name: string;
}

/** A stored organization. */
export interface Workspace {
  key: string;
  /** The name; null if it cannot be read. */
  organization: string | null;
  current: boolean;
  /** The size in UTF-16 units. Browsers store about five million for all organizations together. */
  size: number;
}

/** The fault of a text. */
export type Reason =
  | { kind: 'empty' }
  | { kind: 'forbidden'; character: string }
  | { kind: 'malformed'; line?: number; column?: number }
  | { kind: 'too_long'; by: number; limit: number }
  | { kind: 'prefixed' }
  | { kind: 'absolute' }
  | { kind: 'network' }
  | { kind: 'drive' }
  | { kind: 'parent' }
  | { kind: 'infinite'; line: number; column: number }
  | { kind: 'key_twice'; key: string; line: number; column: number }
  | { kind: 'half_character'; line: number; column: number }
  | { kind: 'too_deep'; limit: number }
  | { kind: 'no_object' }
  | { kind: 'too_many'; by: number; limit: number };

/** The details of each code. */
export type Problem =
  | { code: 'malformed_call'; problem: Malformation; at: string; expected: string }
  | { code: 'invalid'; field: string; reason: Reason; index?: number }
  | { code: 'missing'; what: Missing }
  | ({ code: 'denied'; permission: RegistryPermission | OtherPermission } & Denial)
  | { code: 'taken'; field: 'registry_name' | 'account_name' | 'email' | 'project_name' | 'collection_name'; holder: string | null }
  | { code: 'in_team_already' }
  | { code: 'listed_already'; role: Role }
  | { code: 'service_account_role' }
  | { code: 'last_registry_admin'; registries: string[] }
  | { code: 'last_organization_admin' }
  | { code: 'would_lose_access' }
  | { code: 'restricted_stays' }
  | { code: 'type_stays'; artifactType: string }
  | { code: 'all_types_accepted' }
  | { code: 'no_types' }
  | { code: 'all_types_unavailable' }
  | { code: 'owner_not_listed' }
  | { code: 'type_not_accepted'; artifactType: string; accepts: string[] }
  | { code: 'wrong_type'; artifactType: string; collectionType: string }
  | { code: 'other_type'; artifactType: string; has: string }
  | { code: 'reserved_type'; artifactType: string }
  | { code: 'managed_alias'; alias: string }
  | { code: 'protected_alias'; holders: Holder[] }
  | { code: 'personal_account' }
  | { code: 'path_twice'; path: string; index: number }
  | { code: 'not_undoable'; why: 'nothing' | 'not_visible' | 'founding' | 'already_undone' | 'no_effect' | 'dependents' | 'not_restorable'; records: string[] }
  | { code: 'read_only'; why: 'newer' | 'unconfirmed' | 'moved' | 'lost' | 'exhausted' | 'original' | 'past' }
  | { code: 'full' }
  | { code: 'not_kept' }
  | { code: 'invalid_archive'; why: 'foreign' | 'newer' | 'empty' | 'several' }
  | { code: 'crashed' };
export type Malformation =
  | 'not_plain' | 'too_large' | 'empty' | 'unknown_action' | 'unknown_field' | 'missing_field' | 'wrong_type'
  | 'unknown_value';
export type Missing =
  | 'organization' | 'workspace' | 'actor' | 'account' | 'person' | 'service_account' | 'team' | 'registry' | 'member' | 'team_member'
  | 'artifact_type' | 'project' | 'artifact' | 'version' | 'collection' | 'alias' | 'tag' | 'protected_alias' | 'record';

/** A failure: a code, its details, and a message in English. */
export type Failure = Problem & {
  message: string;
  /** The position of the failed action, from 0. */
  action?: number;
  /** For `addMembers`: the faulty member by the given name. */
  member?: string;
  /** For `addMembers`: the failures of all faulty members. For `linkVersion`: all reasons. */
  faults?: (Problem & { message: string; member?: string })[];
};
/** The error that methods throw. */
export type RegistrarError = Error & Failure;

export interface Registrar {
  /** The version of Registrar. */
  readonly appVersion: string;
  /** Starts the demo organization. The open organization becomes an earlier one. */
  startDemo(): void;
  /** Starts an organization with its founder only. */
  startEmpty(founding: { organization: string; name: string; username: string; email: string }): void;
  /** Acts as this person or service account. */
  actAs(account: string): Account;
  /** The acting account; null while no organization is open, or after the account was removed. */
  account(): Account | null;
  /** The view of the acting account; null while there is none. */
  view(): View | null;
  /** Applies one or several actions as the acting account: all of them, or none. */
  do(actions: Action | Action[]): Receipt;
  /** Whether `do` would succeed now. Never throws. */
  check(actions: Action | Action[]): { ok: true } | { ok: false; error: Failure };
  /** Whether the acting account has a permission. */
  may(permission: 'create_registry' | 'manage_directory'): Verdict;
  may(permission: 'manage_team' | 'create_project', of: { team: string }): Verdict;
  may(permission: 'write_project' | 'manage_project', of: { project: string }): Verdict;
  may(permission: RegistryPermission, of: { registry: string } | { collection: string } | { version: string }): Verdict;
  /** The permissions in a registry. */
  permissions(): PermissionRule[];
  /** The effective role of an account in a registry, by default of the acting account; null without access. */
  standing(of: { registry: string; account?: string }): Standing | null;
  /** The effects of actions on access, versions and aliases. */
  consequences(actions: Action | Action[]): Consequences;
  /** A version, in its project or in a collection. */
  version(reference: string): Version;
  /** The versions of a collection or an artifact, newest first: 100, or at most 1,000, before a number. */
  versions(of: string, listing?: { limit?: number; before?: number }): Versions;
  /** Which versions of a collection have held an alias, newest first. */
  aliasHistory(collection: string, alias: string): AliasSpan[];
  /** The digests of files as W&B's client computes them, with the files collapsed and sorted. */
  digest(files: File[]): { digest: string; size: number; files: ManifestFile[] };
  /** The overtaken intents of the acting account, or of all accounts for an admin of the organization, in the order of the log. */
  overtaken(): Overtaken[];
  /** The log as the acting account may see it, the newest record first. */
  history(of?: { registry?: string; account?: string; from?: Moment; to?: Moment; limit?: number; before?: string }): HistoryEntry[];
  /** Undoes a record, by default the last intent of this tab that still counts. Undoing an undo is a redo. */
  undo(record?: string, options?: { dependents?: boolean }): UndoReceipt;
  /** Undoes the last undo of this tab, unless the tab did something else since. */
  redo(): UndoReceipt;
  /** Whether `undo` would succeed now, and the records that it would take back. */
  canUndo(record?: string, options?: { dependents?: boolean }): { ok: true; undone: string[] } | { ok: false; error: Failure };
  /** The organization as of a moment. */
  at(moment: Moment | Date): AsOf;
  /** What differs between two moments, the second by default now. */
  changes(between: { from: Moment; to?: Moment }): Changes;
  /** Names the present state. Returns the name of the record. */
  checkpoint(name: string): string;
  /** The named states, the newest first. */
  checkpoints(): Checkpoint[];
  /** Undoes everything after a record, as one intent. */
  returnTo(record: string): UndoReceipt;
  /** Calls the listener after every change of the acting account's view or its overtaken intents. Returns a function that stops this. */
  subscribe(listener: () => void): () => void;
  /** The organization as the text of an archive, as *Your data* downloads it. */
  archive(): string;
  /** Restores an archive as an organization of its own, and opens it. */
  restore(text: string): void;
  /** The stored organizations of this site, the open one first. */
  workspaces(): Workspace[];
  /** Opens an earlier organization. */
  openWorkspace(key: string): void;
  /** Deletes an earlier organization for good. */
  deleteWorkspace(key: string): void;
}

declare global {
  interface Window {
    /** Available once the page has started. */
    registrar: Registrar;
    /** Resolves to `registrar` once it is available. */
    registrarReady: Promise<Registrar>;
  }
  var registrar: Registrar;
  var registrarReady: Promise<Registrar>;
}
