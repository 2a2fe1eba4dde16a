/**
 * The page API of Registrar: `window.registrar`. What each thing means is said in `docs/page-api.md`.
 *
 * Names and codes are stable: none is ever renamed or given another meaning. New ones may come, so let unknown ones pass.
 */

/** A role in a registry, ascending. */
export type Role = 'restricted_viewer' | 'viewer' | 'member' | 'admin';
/** A person's role in the organization. */
export type OrganizationRole = 'viewer' | 'member' | 'admin';
/** A person's role in a team. */
export type TeamRole = 'viewer' | 'member' | 'admin';
/** The role that people and teams are added with, and that everybody has in an open registry. */
export type DefaultRole = 'restricted_viewer' | 'viewer';
/** Who can access a registry. */
export type Visibility = 'organization' | 'restricted';
/** What a registry accepts: all types, one, or several. */
export type Types = 'all' | string | string[];
/** One text, or several. */
export type Texts = string | string[];

/** What somebody is who can act. */
export type AccountKind = 'person' | 'service_account';
/** What somebody is who can be listed in a registry. */
export type GranteeKind = 'person' | 'service_account' | 'team';
/** Somebody, or a team. `name` is what they are referred to by: of a person the username; null once they are gone. */
export interface Who<Kind extends string = GranteeKind> {
  kind: Kind;
  id: string;
  name: string | null;
}
/** Whoever can act. */
export type Account = Who<AccountKind>;

/** The organization as the acting account sees it. */
export interface View {
  organization: string;
  account: Account;
  people: Person[];
  serviceAccounts: ServiceAccount[];
  teams: Team[];
  /** Those that the account can access, and no others: the core ones first. */
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
/** An account in a team, with its role there: a service account has none. */
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
  /** Who is listed, oldest first. */
  members: RegistryMember[];
  /** The owner's username. */
  owner: string | null;
  created: Stamp;
  changed: Stamp;
  /** The standing of the acting account. */
  role: Role;
  sources: RoleSource[];
}
/** While `all` is true the saved types limit nothing, and stay saved. */
export interface AcceptedTypes {
  all: boolean;
  types: string[];
}
/** Somebody, or a team, listed in a registry. */
export interface RegistryMember {
  kind: GranteeKind;
  id: string;
  name: string | null;
  role: Role;
}
/** When something was done, in milliseconds since 1970 (UTC), and by whom. */
export interface Stamp {
  at: number;
  by: Account;
}
/** The effective role, and everything that it comes from, the highest first. */
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

/** One thing to do. People, service accounts, teams and registries are referred to by id, name, username or email. */
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

/** What was done. */
export interface Receipt {
  /** The record of the log that keeps it. */
  record: string;
  made: Made[];
}
/** What was made: which of the actions made it (from 0), what it is, and its id. */
export interface Made {
  action: number;
  kind: 'person' | 'service_account' | 'team' | 'registry';
  id: string;
}

/** What can be permitted in a registry. */
export type RegistryPermission =
  | 'view_collection' | 'view_artifact' | 'search' | 'view_settings'
  | 'use_artifact' | 'download_artifact' | 'view_files'
  | 'create_automation' | 'notify' | 'create_collection'
  | 'edit_collection' | 'edit_artifact' | 'tag_collection' | 'tag_version' | 'set_alias' | 'link_artifact'
  | 'edit_registry' | 'set_protected_alias' | 'manage_protected_aliases'
  | 'delete_collection' | 'delete_automation' | 'unlink_artifact'
  | 'edit_types' | 'change_visibility' | 'add_members' | 'change_roles' | 'remove_members' | 'make_owner'
  | 'delete_registry';

/** Why something is not permitted. */
export interface Denial {
  because:
    | 'service_account' | 'organization_viewer' | 'no_organization_admin' | 'no_team_admin' | 'no_access'
    | 'core_registry' | 'role_too_low' | 'not_creator';
  /** With `role_too_low`: the role that the account has, and the lowest that would do. */
  has?: Role;
  needs?: Role;
  /** The usernames of the people who could. */
  could: string[];
}
export type Verdict = ({ granted: true } & { [Field in keyof Denial]?: undefined }) | ({ granted: false } & Denial);

/** A row of the permission table. */
export interface PermissionRule {
  permission: RegistryPermission;
  group: 'read' | 'create' | 'update' | 'delete' | 'admin';
  /** The lowest role that has it. */
  least: Role;
  /** Nobody has it in a core registry. */
  customOnly: boolean;
  /** Team administrators have it in every registry that they can access. */
  teamAdministrators: boolean;
  /** The role is enough only for who created the registry. */
  creatorOnly: boolean;
}

/** What an intent would change, as far as the acting account may know. */
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

/** An organization in storage. */
export interface Workspace {
  key: string;
  /** Its name; null if it cannot be read. */
  organization: string | null;
  current: boolean;
  /** In UTF-16 units: a browser keeps about five million for all of them. */
  size: number;
}

/** What is wrong with a text. */
export type Reason =
  | { kind: 'empty' }
  | { kind: 'forbidden'; character: string }
  | { kind: 'malformed' }
  | { kind: 'too_long'; by: number; limit: number }
  | { kind: 'prefixed' };

/** What belongs to each code. */
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
  | { code: 'read_only'; why: 'newer' | 'unconfirmed' | 'moved' }
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

/** Why a call fails: a code with what belongs to it, and a sentence in English. */
export type Failure = Problem & {
  message: string;
  /** Which of the actions it is about, from 0. */
  action?: number;
  /** With `addMembers`: whom it is about, as they were named; and the same of everybody who cannot be added. */
  member?: string;
  faults?: (Problem & { message: string; member: string })[];
};
/** What methods throw. */
export type RegistrarError = Error & Failure;

export interface Registrar {
  /** The version of Registrar. */
  readonly version: string;
  /** Begins with the demo organization. What was open before stays among the earlier ones. */
  startDemo(): void;
  /** Begins with an organization in which there is nobody but its founder. */
  startEmpty(founding: { organization: string; name: string; username: string; email: string }): void;
  /** Acts as this person or service account from now on. */
  actAs(account: string): Account;
  /** Who acts; null while no organization is open. */
  account(): Account | null;
  /** What the acting account sees; null while no organization is open. */
  view(): View | null;
  /** Does one or several things as the acting account: one intent, whole or not at all. */
  do(actions: Action | Action[]): Receipt;
  /** Whether `do` would do it now. It throws nothing. */
  check(actions: Action | Action[]): { ok: true } | { ok: false; error: Failure };
  /** Whether the acting account may do something. */
  may(permission: 'create_registry' | 'manage_directory'): Verdict;
  may(permission: 'manage_team', of: { team: string }): Verdict;
  may(permission: RegistryPermission, of: { registry: string }): Verdict;
  /** The table of what is permitted in a registry. */
  permissions(): PermissionRule[];
  /** What an account has in a registry; null if it cannot access it. Without an account, the acting one. */
  standing(of: { registry: string; account?: string }): Standing | null;
  /** What actions would change in who can access what. */
  consequences(actions: Action | Action[]): Consequences;
  /** Calls the listener whenever what the acting account sees has changed. The answer ends it. */
  subscribe(listener: () => void): () => void;
  /** The organization as the text of a file, as *Your data* downloads it. */
  archive(): string;
  /** Reads such a text back, as an organization of its own, and opens it. */
  restore(text: string): void;
  /** The organizations in the storage of this site: the current one first. */
  workspaces(): Workspace[];
  /** Opens an earlier one. */
  openWorkspace(key: string): void;
  /** Deletes an earlier one for good. */
  deleteWorkspace(key: string): void;
}

declare global {
  interface Window {
    /** There as soon as the page has started. */
    registrar: Registrar;
    /** Settles with `registrar` as soon as it is there. */
    registrarReady: Promise<Registrar>;
  }
  var registrar: Registrar;
  var registrarReady: Promise<Registrar>;
}
