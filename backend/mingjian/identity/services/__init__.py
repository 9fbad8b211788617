"""Every write of identity, one module per theme."""

from mingjian.identity.services.body import FirstAdministrator, found_body
from mingjian.identity.services.memberships import grant_membership, revoke_membership
from mingjian.identity.services.organisations import (
    end_engagement,
    engage_organisation,
    renew_engagement,
)
from mingjian.identity.services.people import (
    add_person,
    deactivate_person,
    link_account,
    reactivate_person,
    update_person,
    update_profile,
)
from mingjian.identity.services.tenants import set_logo, update_tenant

__all__ = [
    "FirstAdministrator",
    "add_person",
    "deactivate_person",
    "end_engagement",
    "engage_organisation",
    "found_body",
    "grant_membership",
    "link_account",
    "reactivate_person",
    "renew_engagement",
    "revoke_membership",
    "set_logo",
    "update_person",
    "update_profile",
    "update_tenant",
]
