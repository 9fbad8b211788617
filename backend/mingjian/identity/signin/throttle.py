"""How often one address may try links: the same counters as allauth's, in the shared cache."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest

from mingjian.kit.errors import TooManyRequests

LINKS = {"link": "20/m/ip"}
APPLICANTS = {"apply": "120/m/ip", "begin": "10/m/ip"}
"""A form that saves itself asks often; a new draft is begun once."""


def throttle_links(request: HttpRequest) -> None:
    """429 after twenty links within a minute; guessing 208 bits takes more."""
    if not ratelimit.consume(request, app="mingjian", action="link", config=LINKS):
        raise TooManyRequests(seconds=60)


def throttle_applicants(request: HttpRequest, *, beginning: bool = False) -> None:
    """429 for whoever begins ten applications a minute, or saves twice a second."""
    action = "begin" if beginning else "apply"
    if not ratelimit.consume(request, app="mingjian", action=action, config=APPLICANTS):
        raise TooManyRequests(seconds=60)
