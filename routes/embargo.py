"""Who may see a release before its time: whoever has the right, or sits at it.

The one place that is asked; everything that is drawn from a release asks here through the shelf.
"""

from ipaddress import ip_address

from flask import has_request_context, request

from cakupan.access.may import SOLE_USER, may
from cakupan.domain.people import Action
from routes.gate import person

# A server in between sends these; then the sender's address says nothing of who is asking.
_PASSED_ON = ("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")


def is_trusted() -> bool:
    """Whether the visitor who is asking sees what is under embargo."""
    if not has_request_context():
        return False
    who = person()
    if who is not SOLE_USER:
        return may(who, Action.VIEW_EMBARGOED)
    if any(name in request.headers for name in _PASSED_ON):
        return False
    try:
        return ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False
