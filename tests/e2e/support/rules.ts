/**
 * The rules of registries, case by case: the setup, the action, and its outcome. Every case starts with the
 * organization of `SETUP`, which its founder has set up, and runs through the documented page API.
 */

import type { Action, Problem, Registry } from '../../../src/scripting/registrar.d.ts';

/** The required details of an error. */
type Refused = Partial<Problem> | { faults: unknown[] };

/** A case. Without `refused`, the action succeeds. */
export interface Rule {
  name: string;
  given: [account: string, actions: Action[]][];
  as: string;
  action: Action | Action[];
  /** The required details of the error. */
  refused?: Refused;
  /** The state of a registry afterward, as an account sees it. `is` is null if the account cannot see it. */
  expected?: { registry: string; account: string; is: object | null };
}

const person = (username: string, role: 'admin' | 'member' | 'viewer'): Action => ({
  type: 'addPerson',
  name: username,
  username,
  email: `${username}@rules.example`,
  role,
});

/** The founder's setup: `tia` administers the team `crew` with `ben` and `bot`, and `ana` has created `Anas`. */
const SETUP: [string, Action[]][] = [
  [
    'founder',
    [
      person('boss', 'admin'),
      person('ana', 'member'),
      person('ben', 'member'),
      person('tia', 'viewer'),
      person('vic', 'viewer'),
      { type: 'addServiceAccount', name: 'bot' },
      { type: 'addServiceAccount', name: 'drone' },
      { type: 'addTeam', name: 'crew' },
      { type: 'addTeam', name: 'void' },
      { type: 'addPersonToTeam', team: 'crew', person: 'tia', role: 'admin' },
      { type: 'addPersonToTeam', team: 'crew', person: 'ben' },
      { type: 'addServiceAccountToTeam', team: 'crew', serviceAccount: 'bot' },
      { type: 'createRegistry', name: 'Open', types: ['model'] },
      { type: 'createRegistry', name: 'Closed', types: ['model'], visibility: 'restricted' },
    ],
  ],
  ['ana', [{ type: 'createRegistry', name: 'Anas', visibility: 'restricted' }]],
];

/** The cases of one section, from lines: actor, action, refusal or outcome, and setup. */
type Line = [
  name: string,
  as: string,
  action: Action | Action[],
  result: Refused | { expected: Rule['expected'] } | null,
  ...given: Rule['given'],
];

function section(number: string, lines: Line[]): Rule[] {
  return lines.map(([name, as, action, result, ...given]) => {
    const outcome = result === null ? {} : 'expected' in result ? result : { refused: result };
    return { name: `${number}: ${name}`, given: [...SETUP, ...given], as, action, ...(outcome as Partial<Rule>) };
  });
}

const after = (registry: string, account: string, is: object | null) => ({ expected: { registry, account, is } });
const create = (name: string, more: object = {}): Action => ({ type: 'createRegistry', name, ...more });
const list = (registry: string, members: string | string[], role?: 'restricted_viewer' | 'viewer' | 'member' | 'admin'): Action =>
  role === undefined ? { type: 'addMembers', registry, members } : { type: 'addMembers', registry, members, role };
const forbidden = (character: string) => ({ code: 'invalid' as const, field: 'name', reason: { kind: 'forbidden' as const, character } });
const role = (role: string, ...sources: string[]) => ({ role, sources: sources.map((source) => ({ source })) }) as Partial<Registry>;

export const RULES: Rule[] = [
  ...section('2 core and custom', [
    ['a core registry keeps its name', 'founder', { type: 'renameRegistry', registry: 'Models', name: 'Mine' }, { code: 'denied', because: 'core_registry' }],
    ['a core registry keeps its description', 'founder', { type: 'describeRegistry', registry: 'models', description: 'x' }, { code: 'denied', because: 'core_registry' }],
    ['a core registry keeps its visibility', 'founder', { type: 'setVisibility', registry: 'Datasets', visibility: 'restricted' }, { code: 'denied', because: 'core_registry' }],
    ['a core registry never accepts all types', 'founder', { type: 'acceptAllTypes', registry: 'Models' }, { code: 'all_types_unavailable' }],
    ['a core registry takes more types', 'founder', { type: 'addTypes', registry: 'Models', types: ['report'] }, after('Models', 'vic', { accepts: { all: false, types: ['model', 'report'] } })],
    ['a core registry loses no type', 'founder', { type: 'removeType', registry: 'Models', artifactType: 'model' }, { code: 'type_stays', artifactType: 'model' }],
    ['a core registry is never deleted', 'founder', { type: 'deleteRegistry', registry: 'Datasets' }, { code: 'denied', because: 'core_registry' }],
    ['a core registry has no owner', 'founder', { type: 'setOwner', registry: 'Models', person: 'ana' }, { code: 'denied', because: 'core_registry' }],
    ['a core registry has members', 'founder', list('Models', 'ana', 'admin'), after('Models', 'ana', role('admin', 'own_row', 'base'))],
    ['the name of a core registry is taken', 'ana', create('models'), { code: 'taken', field: 'registry_name', holder: 'Models' }],
    ['its full name is taken, too', 'ana', create('Dataset'), { code: 'taken', holder: 'Datasets' }],
  ]),
  ...section('3 names', [
    ['a name of 113 characters is short enough', 'ana', create('x'.repeat(113)), null],
    ['a name of 114 characters is too long by 1', 'ana', create('x'.repeat(114)), { code: 'invalid', reason: { kind: 'too_long', by: 1, limit: 113 } }],
    ['characters count, not UTF-16 units', 'ana', create('𝒳'.repeat(113)), null],
    ...['/', '\\', '#', '?', '%', ':', '\n', '\r', '\u0007', '\u202e'].map(
      (character): Line => [`U+${character.codePointAt(0)!.toString(16)} stands in no name`, 'ana', create(`a${character}b`), forbidden(character)],
    ),
    ['the first forbidden character is told', 'ana', create('a#b/c'), forbidden('#')],
    ['a forbidden character is told before the length', 'ana', create(`${'x'.repeat(200)}/`), forbidden('/')],
    ['an empty name is none', 'ana', create(''), { code: 'invalid', reason: { kind: 'empty' } }],
    ['a blank name is none', 'ana', create(' \u3000\t'), { code: 'invalid', reason: { kind: 'empty' } }],
    ['a name that shows nothing is none', 'ana', create('\u200b\u2800'), { code: 'invalid', reason: { kind: 'empty' } }],
    ['the prefix is left out', 'ana', create('WANDB-registry-x'), { code: 'invalid', reason: { kind: 'prefixed' } }],
    ['outer white space is no part of a name', 'ana', create('\u2003 Mine '), after('Mine', 'ana', { fullName: 'wandb-registry-Mine' })],
    ['outer invisible characters are no part of a name', 'ana', create('\ufeffMine\u200b'), after('Mine', 'ana', { fullName: 'wandb-registry-Mine' })],
    ['the prefix is left out in typographic form too', 'ana', create('wandb\u2011registry\u2013x'), { code: 'invalid', reason: { kind: 'prefixed' } }],
    ['another blank makes no other name', 'ana', create('Fine\u00a0 Tuned'), { code: 'taken', holder: 'Fine Tuned' }, ['ana', [create('Fine Tuned')]]],
    ['another dash makes no other name', 'ana', create('a\u2212b'), { code: 'taken', holder: 'a\u2011b' }, ['ana', [create('a\u2011b')]]],
    ['a registry is found by its full name', 'founder', { type: 'renameRegistry', registry: 'wandb-registry-open', name: 'Opened' }, after('Opened', 'vic', {})],
    ['case makes no other name', 'ana', create('STRASSE'), { code: 'taken', holder: 'Straße' }, ['ana', [create('Straße')]]],
    ['normalization makes no other name', 'ana', create('e\u0301'), { code: 'taken', holder: 'é' }, ['ana', [create('é')]]],
    ['what shows nothing makes no other name', 'ana', create('O\u200bpen'), { code: 'taken', holder: 'Open' }],
    ['who holds a name is told to nobody who cannot see it', 'vic', { type: 'renameRegistry', registry: 'Open', name: 'closed' }, { code: 'taken', holder: null }, ['founder', [list('Open', 'vic', 'member')]]],
    ['a registry may keep its own name in another case', 'founder', { type: 'renameRegistry', registry: 'Open', name: 'OPEN' }, after('OPEN', 'vic', {})],
    ['a description has 10,000 characters', 'ana', create('Mine', { description: 'x'.repeat(10_000) }), null],
    ['and not one more', 'ana', create('Mine', { description: 'x'.repeat(10_001) }), { code: 'invalid', field: 'description', reason: { kind: 'too_long', by: 1, limit: 10_000 } }],
    ['usernames, service accounts and teams share their names', 'founder', { type: 'addTeam', name: 'BOT' }, { code: 'taken', field: 'account_name' }],
    ['a username is ASCII', 'founder', { type: 'addServiceAccount', name: 'bät' }, { code: 'invalid', reason: { kind: 'forbidden', character: 'ä' } }],
    ['an address is there once', 'founder', { type: 'editPerson', person: 'ana', email: 'BEN@rules.example' }, { code: 'taken', field: 'email' }],
    ['somebody unknown is not edited', 'founder', { type: 'editPerson', person: 'nobody', name: 'Nobody' }, { code: 'missing', what: 'person' }],
    ['texts are read before somebody is missing', 'founder', { type: 'editPerson', person: 'nobody', email: 'a@b@c' }, { code: 'invalid', field: 'email' }],
    ['who may not edit people is told that', 'ben', { type: 'editPerson', person: 'nobody', name: 'Nobody' }, { code: 'denied', permission: 'manage_directory' }],
    ['an address has one @', 'founder', { type: 'editPerson', person: 'ana', email: 'a@b@c' }, { code: 'invalid', field: 'email', reason: { kind: 'malformed' } }],
  ]),
  ...section('4 types', [
    ['a registry that specifies its types has one', 'ana', create('Mine', { types: [] }), { code: 'no_types' }],
    ['a type has no slash', 'ana', create('Mine', { types: ['model', 'a/b'] }), { code: 'invalid', field: 'types', index: 1, reason: { kind: 'forbidden', character: '/' } }],
    ['a type has 128 characters at most', 'ana', create('Mine', { types: ['x'.repeat(129)] }), { code: 'invalid', reason: { kind: 'too_long', by: 1, limit: 128 } }],
    ['types are compared exactly, and one counts once', 'founder', { type: 'addTypes', registry: 'Open', types: ['Model', 'model', 'job'] }, after('Open', 'vic', { accepts: { all: false, types: ['model', 'Model', 'job'] } })],
    ['a saved type is never removed', 'founder', { type: 'removeType', registry: 'Open', artifactType: 'model' }, { code: 'type_stays' }],
    ['while all types are accepted none is added', 'ana', { type: 'addTypes', registry: 'Anas', types: ['model'] }, { code: 'all_types_accepted' }],
    ['saved types stay saved with all types', 'founder', { type: 'acceptAllTypes', registry: 'Open' }, after('Open', 'vic', { accepts: { all: true, types: ['model'] } })],
    ['and come back', 'founder', [{ type: 'acceptAllTypes', registry: 'Open' }, { type: 'specifyTypes', registry: 'Open', types: 'report' }], after('Open', 'vic', { accepts: { all: false, types: ['model', 'report'] } })],
    ['from all types the first has to be named', 'ana', { type: 'specifyTypes', registry: 'Anas' }, { code: 'no_types' }],
    ['a Member does not edit types', 'ben', { type: 'addTypes', registry: 'Open', types: 'x' }, { code: 'denied', permission: 'edit_types', because: 'role_too_low', has: 'member', needs: 'admin' }, ['founder', [list('Open', 'ben', 'member')]]],
  ]),
  ...section('5 visibility', [
    ['who creates a registry is its admin and owner', 'ana', create('Mine'), after('Mine', 'ana', { ...role('admin', 'own_row', 'base'), owner: 'ana', members: [{ name: 'ana', role: 'admin' }] })],
    ['a restricted registry is there for who is invited', 'founder', list('Closed', 'vic'), after('Closed', 'vic', role('restricted_viewer', 'own_row'))],
    ['and for organization admins', 'ana', create('Mine', { visibility: 'restricted' }), after('Mine', 'boss', role('admin', 'organization_admin'))],
    ['and for nobody else', 'ana', create('Mine', { visibility: 'restricted' }), after('Mine', 'ben', null)],
    ['what cannot be seen is not there', 'ben', { type: 'setVisibility', registry: 'Closed', visibility: 'organization' }, { code: 'missing', what: 'registry' }],
    ['a Member does not change it', 'ben', { type: 'setVisibility', registry: 'Open', visibility: 'restricted' }, { code: 'denied', because: 'role_too_low' }, ['founder', [list('Open', 'ben', 'member')]]],
    ['a team administrator changes what they can access', 'tia', { type: 'setVisibility', registry: 'Closed', visibility: 'organization' }, after('Closed', 'vic', role('restricted_viewer', 'base')), ['founder', [list('Closed', 'tia')]]],
    ['and must not lose it', 'tia', { type: 'setVisibility', registry: 'Open', visibility: 'restricted' }, { code: 'would_lose_access' }],
    ['restricted registries may have to stay so', 'founder', { type: 'setVisibility', registry: 'Closed', visibility: 'organization' }, { code: 'restricted_stays' }, ['founder', [{ type: 'setRestrictedStays', stays: true }]]],
    ['which keeps no registry from being restricted', 'founder', { type: 'setVisibility', registry: 'Open', visibility: 'restricted' }, after('Open', 'vic', null), ['founder', [{ type: 'setRestrictedStays', stays: true }]]],
  ]),
  ...section('6 members', [
    ['a person is added with the default role', 'ana', list('Anas', 'ben'), after('Anas', 'ben', role('restricted_viewer', 'own_row'))],
    ['which is a setting', 'ana', list('Anas', 'ben'), after('Anas', 'ben', role('viewer', 'own_row')), ['founder', [{ type: 'setDefaultRole', role: 'viewer' }]]],
    ['and counts in open registries at once', 'founder', { type: 'setDefaultRole', role: 'viewer' }, after('Open', 'vic', role('viewer', 'base'))],
    ['an organization admin is added as Admin', 'ana', list('Anas', 'BOSS@rules.example'), after('Anas', 'boss', role('admin', 'organization_admin', 'own_row'))],
    ['a service account is added as Member', 'ana', list('Anas', 'drone'), after('Anas', 'drone', role('member', 'own_row'))],
    ['and as nothing less', 'ana', list('Anas', 'drone', 'viewer'), { code: 'service_account_role' }],
    ['nor is it made less', 'ana', { type: 'setMemberRole', registry: 'Anas', member: 'drone', role: 'viewer' }, { code: 'service_account_role' }, ['ana', [list('Anas', 'drone')]]],
    ['a team gives its role to its people', 'ana', list('Anas', 'crew', 'admin'), after('Anas', 'ben', role('admin', 'team'))],
    ['to a service account never more than Member', 'ana', list('Anas', 'crew', 'admin'), after('Anas', 'bot', role('member', 'team'))],
    ['and nothing as Viewer', 'ana', list('Anas', 'crew', 'viewer'), after('Anas', 'bot', null)],
    ['a service account is Member of an open registry', 'ana', create('Mine'), after('Mine', 'drone', role('member', 'base'))],
    ['the highest role counts', 'founder', list('Open', ['ben', 'crew'], 'viewer'), after('Open', 'ben', role('viewer', 'own_row', 'team', 'base'))],
    ['a lower row takes nothing away', 'founder', list('Open', 'ben', 'restricted_viewer'), after('Open', 'ben', role('viewer', 'base', 'own_row')), ['founder', [{ type: 'setDefaultRole', role: 'viewer' }]]],
    ['nobody is added twice', 'ana', list('Anas', 'ana'), { code: 'listed_already', role: 'admin' }],
    ['not in one call either', 'ana', list('Anas', 'ben, BEN'), { code: 'listed_already', role: 'restricted_viewer' }],
    ['of several all are added or none, and each fault is named', 'ana', list('Anas', 'ben; nobody\nana'), { faults: [{ member: 'nobody', code: 'missing' }, { member: 'ana', code: 'listed_already' }] }],
    ['who is not in the organization is refused', 'ana', list('Anas', 'somebody@else.example'), { code: 'missing', what: 'account' }],
    ['a Member adds nobody', 'ben', list('Open', 'nobody'), { code: 'denied', permission: 'add_members' }, ['founder', [list('Open', 'ben', 'member')]]],
    ['nor does a team administrator', 'tia', list('Open', 'ben'), { code: 'denied', because: 'role_too_low' }],
    ['a custom registry keeps an admin', 'ana', { type: 'removeMember', registry: 'Anas', member: 'ana' }, { code: 'last_registry_admin', registries: ['Anas'] }],
    ['organization admins do not count', 'boss', { type: 'setMemberRole', registry: 'Anas', member: 'ana', role: 'member' }, { code: 'last_registry_admin' }],
    ['service accounts do not count', 'ana', { type: 'removeMember', registry: 'Anas', member: 'ana' }, { code: 'last_registry_admin' }, ['ana', [list('Anas', 'drone', 'admin')]]],
    ['people of a team do', 'ana', { type: 'removeMember', registry: 'Anas', member: 'ana' }, after('Anas', 'ben', { members: [{ name: 'crew' }], owner: null }), ['ana', [list('Anas', 'crew', 'admin')]]],
    ['a team without anybody does not', 'ana', { type: 'removeMember', registry: 'Anas', member: 'ana' }, { code: 'last_registry_admin' }, ['ana', [list('Anas', 'void', 'admin')]]],
    ['the last admin is not removed from the organization', 'boss', { type: 'removePerson', person: 'ana' }, { code: 'last_registry_admin', registries: ['Anas'] }],
    ['nor the team that is the last', 'boss', { type: 'removeTeam', team: 'crew' }, { code: 'last_registry_admin' }, ['ana', [list('Anas', 'crew', 'admin'), { type: 'removeMember', registry: 'Anas', member: 'ana' }]]],
    ['nor is that team emptied', 'tia', [{ type: 'removePersonFromTeam', team: 'crew', person: 'ben' }, { type: 'removePersonFromTeam', team: 'crew', person: 'tia' }], { code: 'last_registry_admin', registries: ['Anas'] }, ['ana', [list('Anas', 'crew', 'admin'), { type: 'removeMember', registry: 'Anas', member: 'ana' }]]],
    ['only who is listed is made owner', 'ana', { type: 'setOwner', registry: 'Anas', person: 'ben' }, { code: 'owner_not_listed' }],
    ['somebody unknown is missing', 'ana', { type: 'setOwner', registry: 'Anas', person: 'nobody' }, { code: 'missing', what: 'person' }],
    ['who may not make an owner is told that', 'ben', { type: 'setOwner', registry: 'Open', person: 'nobody' }, { code: 'denied', permission: 'make_owner' }],
    ['an owner gets no permission', 'ana', { type: 'setOwner', registry: 'Anas', person: 'ben' }, after('Anas', 'ben', { owner: 'ben', role: 'restricted_viewer' }), ['ana', [list('Anas', 'ben')]]],
    ['the acting admin inherits what an owner leaves', 'ben', { type: 'removeMember', registry: 'Anas', member: 'ana' }, after('Anas', 'ben', { owner: 'ben' }), ['ana', [list('Anas', ['vic', 'ben'], 'admin')]]],
    ['else the oldest admin', 'boss', { type: 'removeMember', registry: 'Anas', member: 'ana' }, after('Anas', 'ben', { owner: 'vic' }), ['ana', [list('Anas', ['vic', 'ben'], 'admin')]]],
    ['leaving a team takes away what came through it', 'tia', { type: 'removePersonFromTeam', team: 'crew', person: 'ben' }, after('Anas', 'ben', null), ['ana', [list('Anas', 'crew', 'member')]]],
    ['who is not listed is not removed', 'ana', { type: 'removeMember', registry: 'Anas', member: 'ben' }, { code: 'missing', what: 'member' }],
  ]),
  ...section('7 permissions', [
    ['a Viewer of the organization creates nothing', 'vic', create('Mine'), { code: 'denied', because: 'organization_viewer' }],
    ['but a team administrator does', 'tia', create('Mine'), null],
    ['a service account does not', 'bot', create('Mine'), { code: 'denied', because: 'service_account' }],
    ['a Member renames', 'ben', { type: 'renameRegistry', registry: 'Open', name: 'Ours' }, after('Ours', 'vic', {}), ['founder', [list('Open', 'ben', 'member')]]],
    ['a Viewer does not', 'ben', { type: 'describeRegistry', registry: 'Open', description: 'x' }, { code: 'denied', permission: 'edit_registry', has: 'viewer', needs: 'member' }, ['founder', [list('Open', 'ben', 'viewer')]]],
    ['a service account renames as Member', 'drone', { type: 'renameRegistry', registry: 'Open', name: 'Ours' }, after('Ours', 'vic', {})],
    ['a Member changes no roles', 'ben', { type: 'setMemberRole', registry: 'Open', member: 'ben', role: 'admin' }, { code: 'denied', permission: 'change_roles' }, ['founder', [list('Open', 'ben', 'member')]]],
    ['people are for organization admins', 'ana', person('new', 'viewer'), { code: 'denied', permission: 'manage_directory', because: 'no_organization_admin' }],
    ['permission is asked before anything else', 'ana', { type: 'removePerson', person: 'nobody' }, { code: 'denied' }],
    ['a team is for its administrators', 'tia', { type: 'addPersonToTeam', team: 'crew', person: 'vic' }, null],
    ['and not for others', 'ben', { type: 'addPersonToTeam', team: 'crew', person: 'vic' }, { code: 'denied', permission: 'manage_team', because: 'no_team_admin', could: ['founder', 'boss', 'tia'] }],
    ['nobody is in a team twice', 'tia', { type: 'addPersonToTeam', team: 'crew', person: 'ben' }, { code: 'in_team_already' }],
    ['who is not in it has no role in it', 'tia', { type: 'setTeamRole', team: 'crew', person: 'vic', role: 'admin' }, { code: 'missing', what: 'team_member' }],
    ['an organization keeps an Admin', 'founder', [{ type: 'setOrganizationRole', person: 'boss', role: 'member' }, { type: 'setOrganizationRole', person: 'founder', role: 'member' }], { code: 'last_organization_admin' }],
  ]),
  ...section('8 deleting', [
    ['who created a registry and administers it deletes it', 'ana', { type: 'deleteRegistry', registry: 'Anas' }, after('Anas', 'boss', null)],
    ['an admin who did not create it does not', 'ben', { type: 'deleteRegistry', registry: 'Anas' }, { code: 'denied', because: 'not_creator' }, ['ana', [list('Anas', 'ben', 'admin')]]],
    ['a team administrator deletes what they can access', 'tia', { type: 'deleteRegistry', registry: 'Open' }, after('Open', 'boss', null)],
    ['and nothing else', 'tia', { type: 'deleteRegistry', registry: 'Anas' }, { code: 'missing', what: 'registry' }],
    ['an organization admin deletes any', 'boss', { type: 'deleteRegistry', registry: 'Anas' }, after('Anas', 'boss', null)],
    ['a creator who is no admin any more does not', 'ana', { type: 'deleteRegistry', registry: 'Anas' }, { code: 'denied', because: 'role_too_low' }, ['ana', [list('Anas', 'ben', 'admin')]], ['ben', [{ type: 'setMemberRole', registry: 'Anas', member: 'ana', role: 'viewer' }]]],
    ['its name is free again', 'ana', [{ type: 'deleteRegistry', registry: 'Anas' }, create('anas')], after('anas', 'ana', {})],
  ]),
];
