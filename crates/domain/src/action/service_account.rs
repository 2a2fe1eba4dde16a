//! The service accounts of the organization.

use super::registry::remove_from_registries;
use super::review::Review;
use super::team::remove_from_teams;
use super::{Context, Reviewable};
use crate::{AccountId, AccountName, Grantee, Organization, Permission, Refusal, ServiceAccount, ServiceAccountId};

/// Something done to a service account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServiceAccountAction {
    /// Add a service account to the organization.
    Add(AccountName),
    /// Give a service account another name.
    Rename {
        /// The service account.
        service_account: ServiceAccountId,
        /// The name from now on.
        name: AccountName,
    },
    /// Remove a service account from the organization, its teams and its registries.
    Remove(ServiceAccountId),
}

impl Reviewable for ServiceAccountAction {
    fn review(&self, review: &Review<'_>) -> Result<(), Refusal> {
        review.permitted(Permission::ManageDirectory)?;
        match self {
            Self::Add(name) => review.account_name_is_free(name, None),
            Self::Rename { service_account, name } => {
                review.service_account_exists(service_account)?;
                review.account_name_is_free(name, Some(&Grantee::ServiceAccount(service_account.clone())))
            }
            Self::Remove(account) => review.service_account_exists(account),
        }
    }

    fn apply(&self, organization: &mut Organization, context: Context<'_>) {
        match self {
            Self::Add(name) => {
                let id = ServiceAccountId(context.id);
                organization.put_service_account(ServiceAccount { id, name: name.clone() });
            }
            Self::Rename { service_account, name } => {
                if let Some(known) = organization.service_accounts.get(service_account) {
                    let id = known.id.clone();
                    organization.put_service_account(ServiceAccount { id, name: name.clone() });
                }
            }
            Self::Remove(account) => {
                organization.take_service_account(account);
                remove_from_teams(organization, &AccountId::ServiceAccount(account.clone()));
                remove_from_registries(organization, &Grantee::ServiceAccount(account.clone()), &context);
            }
        }
    }
}
