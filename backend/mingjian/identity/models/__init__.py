"""Who there is: tenants, their engagements, their people, and what those may act as."""

from mingjian.identity.models.accounts import Account, AccountManager
from mingjian.identity.models.certificates import CertificateOnFile
from mingjian.identity.models.imports import Import
from mingjian.identity.models.links import GuestLink, Invitation
from mingjian.identity.models.people import Membership, Person
from mingjian.identity.models.tenants import Engagement, Tenant, TenantKind

__all__ = [
    "Account",
    "AccountManager",
    "CertificateOnFile",
    "Engagement",
    "GuestLink",
    "Import",
    "Invitation",
    "Membership",
    "Person",
    "Tenant",
    "TenantKind",
]
