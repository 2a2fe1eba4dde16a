//! The assumptions in English.

use super::Subject;

pub static ASSUMPTIONS: [Subject; 12] = [
    (
        "Names",
        &[
            [
                "Usernames, service accounts and teams share their names: no two of them are called the same.",
                "The documentation does not say whether a team may be called like a person. Members are added by either, so a \
                 shared name would be ambiguous.",
            ],
            [
                "A registry’s name has at least one visible character, and no control character of any kind.",
                "The client forbids / \\ # ? % : and line ends, and says nothing of other control characters.",
            ],
            [
                "No two registries differ only by upper and lower case, or by characters that nobody sees. The names and types of \
                 the core registries are taken too.",
                "The documentation asks for a unique name, and does not say how names are compared.",
            ],
            [
                "A name that begins with wandb-registry- is refused, with the advice to leave that out.",
                "The client puts this prefix before every name by itself.",
            ],
            [
                "A description has at most 10,000 characters.",
                "The guide calls it optional. No limit is named anywhere.",
            ],
            [
                "Usernames, service accounts and teams have 1 to 128 of the letters a to z, digits, -, _ and ., and are compared \
                 without regard to case; so are email addresses.",
                "The sources show such names, and give no rule for them.",
            ],
        ],
    ),
    (
        "Accepted artifact types",
        &[
            [
                "A registry accepts the type job, and types that begin with wandb-, with a note.",
                "The client logs no artifacts of these types. Whether a registry may list them is not said.",
            ],
            [
                "A type is compared exactly, and adding one twice changes nothing.",
                "The client treats types as plain text. What adding one twice does is not said.",
            ],
        ],
    ),
    (
        "Visibility",
        &[
            [
                "The form that creates a registry begins with Organization.",
                "The guide has the person choose, and names no default.",
            ],
            [
                "Admins of the organization may set the visibility as well.",
                "The guide names team administrators and registry administrators. The documentation gives organization admins \
                 the role Admin in every registry.",
            ],
            [
                "A team administrator may set it for the custom registries that they can access, and for no others.",
                "The guide sets no limit. But nobody should change what they cannot see.",
            ],
            [
                "Whoever creates a registry becomes its admin and owner, whatever its visibility.",
                "The guide says so of the admin of a Restricted registry only. Without this, only organization admins could \
                 configure an open one.",
            ],
            [
                "Whoever restricts a registry must still have access afterwards.",
                "No source says what happens to somebody who would lock themselves out.",
            ],
            [
                "A Restricted registry may become open again, unless the organization decides that restricted registries stay \
                 restricted.",
                "The guide allows a change during or after creation. An earlier comparison of registry types knew only the way to \
                 Restricted.",
            ],
            [
                "A registry that somebody cannot access is absent everywhere: from lists, counts, search and its own address.",
                "The guide says that only invited members can access it, and not what others notice.",
            ],
        ],
    ),
    (
        "Members and roles",
        &[
            [
                "Who is listed already is not added again, and the refusal tells the role that they have.",
                "The documentation does not say what adding somebody twice does.",
            ],
            [
                "When several are added together, all of them are added or none, and each fault is named.",
                "The guide adds one email or username. The form for several is ours.",
            ],
            [
                "The role that everybody has in an open registry follows the organization’s setting as it is now; roles given \
                 before stay.",
                "The documentation names Restricted Viewer for the cloud and newer servers, Viewer for older ones, and not what a \
                 change does.",
            ],
            [
                "The highest of all roles counts: a lower one of one’s own takes nothing away.",
                "The documentation says this of teams and people. For the role that everybody has it is our reading.",
            ],
            [
                "A role in a team gives no role in a registry, unless the team is a member of it.",
                "The documentation says both in different places. What team administrators may do is as the guide says.",
            ],
            [
                "A service account becomes Member through a team that is Member or Admin, never Admin; a team with a lower role \
                 gives it nothing.",
                "The documentation gives service accounts Member or Admin only. The rest follows from that.",
            ],
            [
                "A custom registry always keeps an admin who is a person, by the own role or through a team.",
                "The documentation does not say what becomes of a registry that nobody administers.",
            ],
            [
                "Before a team, a person or a role is taken away, the consequences for every registry are shown.",
                "The documentation says what is lost, and shows nothing beforehand.",
            ],
            [
                "The organization role Viewer can be chosen.",
                "W&B deprecated it in 2026, and its SCIM makes a Member of a Viewer. The guide and earlier documentation have it.",
            ],
            [
                "Any person who is listed can be made the owner by an admin.",
                "The documentation knows an owner without further permissions, and not how one is chosen.",
            ],
            [
                "If the owner leaves, the acting admin becomes owner if listed, else the admin who was listed first.",
                "No source names a successor.",
            ],
        ],
    ),
    (
        "Permissions",
        &[
            [
                "Organization Admins and Members may create registries; Viewers only as team administrators; service accounts \
                 never.",
                "The documentation lists creating a registry among the permissions inside one, which cannot be meant.",
            ],
            [
                "Only admins edit the accepted artifact types.",
                "The documentation lists the same thing twice under two names: once for Member, once for Admin only.",
            ],
            [
                "Who may edit a description may edit the name, and the other way around.",
                "The documentation names the description of a collection, and the name of a registry.",
            ],
            [
                "Tagging a linked version takes the same role as tagging a collection.",
                "The documentation names the tags of collections only.",
            ],
            [
                "Removing members and naming an owner take the role that changing roles takes.",
                "The documentation names adding members and changing their roles.",
            ],
            [
                "Organization admins manage people, service accounts, teams and settings. A team’s admins manage its members.",
                "The documentation describes the roles, without one table for all of it.",
            ],
        ],
    ),
    (
        "Deleting",
        &[[
            "Organization admins may delete any custom registry.",
            "The documentation names team administrators, and registry admins for registries that they created.",
        ]],
    ),
    (
        "Projects",
        &[
            [
                "Organization admins count as Admins of every team in its projects, and a team’s service accounts \
                 as Members.",
                "The documentation describes the roles of the people in a team only.",
            ],
            [
                "Admins and Members of a team create its projects, and only Admins rename and delete them. A name \
                 is used once in a team.",
                "The documentation says who works with artifacts, and not who manages the projects.",
            ],
            [
                "There are no personal projects. A source that begins with a username is refused as personal.",
                "The documentation says that artifacts of a personal account can’t be linked.",
            ],
            [
                "Deleting a project or a team deletes its versions and their links. It is refused while one of them \
                 carries a protected alias.",
                "The documentation protects a single version in this way, and says nothing about its project and \
                 team.",
            ],
        ],
    ),
    (
        "Artifacts and versions",
        &[
            [
                "Logging content that a version already has only adds the requested aliases. latest stays where it \
                 is. The new description, metadata and tags are ignored.",
                "The client answers with the existing version. The sources say nothing about the rest.",
            ],
            [
                "An alias names at most one version of an artifact. Changing it requires write access to the \
                 project, and it is never protected there.",
                "The documentation describes protected aliases of registries only.",
            ],
            [
                "If the version with latest is deleted, the newest remaining one gets it. An artifact without \
                 versions keeps its type and its next number.",
                "No source covers either case.",
            ],
            [
                "Artifact names are compared exactly. Artifacts without files all have the same content.",
                "The sources give no rule for names. The client computes a digest for an empty list of files too.",
            ],
            [
                "A file’s path is relative and has no part that is “..”. Absolute paths, drive letters and empty \
                 paths are refused.",
                "The client shortens paths such as ./a and a//b, and refuses only some of the others.",
            ],
        ],
    ),
    (
        "Collections and links",
        &[
            [
                "Anyone who can see a project can link its versions, if they have the permission in the registry.",
                "The documentation names the permission in the registry, and none in the project.",
            ],
            [
                "A linked version can be linked again by anyone who can use it, also without access to its project. \
                 They don’t see the name of its source.",
                "The client then links the source. What the person must have access to is not said.",
            ],
            [
                "Linking a version to the same collection again only adds the requested aliases.",
                "The sources do not say what linking twice does.",
            ],
            [
                "If the version with latest is unlinked, the newest remaining one gets it.",
                "The documentation says that latest follows the newest link, and not what happens when that is \
                 removed.",
            ],
            [
                "Deleting a collection frees its name. A new collection of that name begins with v0.",
                "No source says whether the numbers continue.",
            ],
        ],
    ),
    (
        "Aliases",
        &[
            [
                "latest is ignored when it is requested while linking or logging. In all other cases latest and v \
                 with digits can’t be set or removed.",
                "W&B manages these aliases. What asking for them does is not said.",
            ],
            [
                "latest and v with digits can’t be protected. An alias whose protection is removed becomes an \
                 ordinary one.",
                "The documentation says who protects aliases, and not which ones can’t be protected.",
            ],
            [
                "If one of several aliases is protected and not allowed, none of them is set.",
                "The documentation covers single aliases only.",
            ],
            [
                "The other aliases of a version with a protected alias can still be changed.",
                "The documentation protects the version from deletion. It does not mention its other aliases.",
            ],
        ],
    ),
    (
        "Acting as an account",
        &[
            [
                "An account that is removed from the organization can’t act in any tab. Open forms keep their text, \
                 and can’t be sent until another account is chosen.",
                "Only Registrar lets you act as different accounts.",
            ],
            [
                "A draft belongs to one organization, one account, one form and what that form is about.",
                "Drafts exist in Registrar only. Nobody should send what somebody else has typed.",
            ],
        ],
    ),
    (
        "History and undo",
        &[
            [
                "After undo, the organization is as if the undone changes had never been made. Rules such as “types \
                 can’t be removed” apply to the changes that remain.",
                "The sources describe no undo. Practicing requires one.",
            ],
            [
                "Undo requires no role. The history notes which account was acting.",
                "Roles control what accounts can do. Undo rewinds the exercise and belongs to the person at the \
                 browser.",
            ],
            [
                "The shortcut and the notification undo the last change of this tab. The history undoes any change \
                 that the acting account can see.",
                "Several tabs can change the same organization. Nobody expects a shortcut to undo what happened in \
                 another tab.",
            ],
            [
                "Later changes that depend on an undone one are listed first, and can be undone with it. If the \
                 account can’t see one of them, it can’t undo the change.",
                "Every change must remain possible without the undone ones. What an account can’t see is not named \
                 to it.",
            ],
            [
                "The history of a registry is shown to everyone who can access the registry now. If it was deleted, \
                 its last admins and the organization admins see it.",
                "The guide says that only invited members can access a Restricted registry. Its history would tell \
                 others about it.",
            ],
            [
                "An entry uses the names of its time. Undoing or redoing something else later does not change it.",
                "An entry should show what the person saw who made the change.",
            ],
            [
                "A past moment shows what the account could see at that time.",
                "Only Registrar shows the past. It answers who could see what back then.",
            ],
        ],
    ),
];
