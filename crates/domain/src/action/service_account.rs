//! Actions on service accounts.

use super::registry::remove_from_registries;
use super::review::Review;
use super::{Context, Reviewable};
use crate::{AccountId, AccountName, Grantee, Organization, Permission, Refusal, ServiceAccount, ServiceAccountId};

/// An action on a service account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServiceAccountAction {
    /// Add a service account to the organization.
    Add(AccountName),
    /// Rename a service account.
    Rename {
        /// The service account to rename.
        service_account: ServiceAccountId,
        /// The new name.
        name: AccountName,
    },
    /// Remove a service account from the organization, its teams and its registries.
    Remove(ServiceAccountId),
}

impl Reviewable for ServiceAccountAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        review.require_permission(Permission::ManageDirectory)?;
        match self {
            Self::Add(name) => review.require_free_account_name(name, None),
            Self::Rename { service_account, name } => {
                review.require_service_account(service_account)?;
                review.require_free_account_name(name, Some(&Grantee::ServiceAccount(service_account.clone())))
            }
            Self::Remove(account) => review.require_service_account(account),
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        match self {
            Self::Add(name) => {
                let id = ServiceAccountId(context.id);
                organization.insert_service_account(ServiceAccount { id, name: name.clone() });
            }
            Self::Rename { service_account, name } => {
                if let Some(known) = organization.service_accounts.get(service_account) {
                    let id = known.id.clone();
                    organization.insert_service_account(ServiceAccount { id, name: name.clone() });
                }
            }
            Self::Remove(account) => {
                organization.remove_service_account(account);
                organization.remove_from_teams(&AccountId::ServiceAccount(account.clone()));
                remove_from_registries(organization, &Grantee::ServiceAccount(account.clone()), &context);
            }
        }
    }
}
