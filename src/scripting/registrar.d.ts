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
  created: Stamp;
  changed: Stamp;
  /** The effective role of the acting account. */
  role: Role;
  sources: RoleSource[];
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
  | { type: 'deleteRegistry'; registry: string };

/** The result of `do`. */
export interface Receipt {
  /** The id of the record in the log. */
  record: string;
  made: Made[];
}
/** An object that was made: the position of its action (from 0), its kind and its id. */
export interface Made {
  action: number;
  kind: 'person' | 'service_account' | 'team' | 'registry';
  id: string;
}

/** An intent that was acknowledged and is undone, because another tab's concurrent change conflicts with it. */
export interface Overtaken {
  /** As in the receipt. */
  record: string;
  by: Account;
  /** When it was acknowledged, in milliseconds since 1970 (UTC). */
  at: number;
  actions: Action[];
  /** The reason. */
  error: Failure;
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

/** The reason for a denial. */
export interface Denial {
  because:
    | 'service_account' | 'organization_viewer' | 'no_organization_admin' | 'no_team_admin' | 'no_access'
    | 'core_registry' | 'role_too_low' | 'not_creator';
  /** For `role_too_low`: the account's role, and the lowest sufficient one. */
  has?: Role;
  needs?: Role;
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

/** The effects of actions on access, as far as the acting account may see them. */
export interface Consequences {
  access: AccessChange[];
  owners: OwnerChange[];
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
  | { kind: 'malformed' }
  | { kind: 'too_long'; by: number; limit: number }
  | { kind: 'prefixed' };

/** The details of each code. */
export type Problem =
  | { code: 'malformed_call'; problem: Malformation; at: string; expected: string }
  | { code: 'invalid'; field: string; reason: Reason; index?: number }
  | { code: 'missing'; what: Missing }
  | ({ code: 'denied'; permission: RegistryPermission | 'create_registry' | 'manage_directory' | 'manage_team' } & Denial)
  | { code: 'taken'; field: 'registry_name' | 'account_name' | 'email'; holder: string | null }
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
  | { code: 'read_only'; why: 'newer' | 'unconfirmed' | 'moved' | 'lost' | 'exhausted' }
  | { code: 'full' }
  | { code: 'not_kept' }
  | { code: 'invalid_archive'; why: 'foreign' | 'newer' | 'empty' | 'several' }
  | { code: 'crashed' };
export type Malformation =
  | 'not_plain' | 'too_large' | 'empty' | 'unknown_action' | 'unknown_field' | 'missing_field' | 'wrong_type'
  | 'unknown_value';
export type Missing =
  | 'organization' | 'workspace' | 'actor' | 'account' | 'person' | 'service_account' | 'team' | 'registry' | 'member' | 'team_member'
  | 'artifact_type';

/** A failure: a code, its details, and a message in English. */
export type Failure = Problem & {
  message: string;
  /** The position of the failed action, from 0. */
  action?: number;
  /** For `addMembers`: the faulty member by the given name, and the failures of all faulty members. */
  member?: string;
  faults?: (Problem & { message: string; member: string })[];
};
/** The error that methods throw. */
export type RegistrarError = Error & Failure;

export interface Registrar {
  /** The version of Registrar. */
  readonly version: string;
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
  may(permission: 'manage_team', of: { team: string }): Verdict;
  may(permission: RegistryPermission, of: { registry: string }): Verdict;
  /** The permissions in a registry. */
  permissions(): PermissionRule[];
  /** The effective role of an account in a registry, by default of the acting account; null without access. */
  standing(of: { registry: string; account?: string }): Standing | null;
  /** The effects of actions on access. */
  consequences(actions: Action | Action[]): Consequences;
  /** The overtaken intents of the acting account, or of all accounts for an admin of the organization, in the order of the log. */
  overtaken(): Overtaken[];
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
