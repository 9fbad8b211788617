"""How often one address may try links: the same counters as allauth's, in the shared cache."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest

from mingjian.kit.errors import TooManyRequests

LINKS = {"link": "20/m/ip"}


def throttle_links(request: HttpRequest) -> None:
    """429 after twenty links within a minute; guessing 208 bits takes more."""
    if not ratelimit.consume(request, app="mingjian", action="link", config=LINKS):
        raise TooManyRequests(seconds=60)
