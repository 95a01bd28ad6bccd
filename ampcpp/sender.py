"""From which network address a request comes."""

import ipaddress

from django.conf import settings


def sender_address(request):
    """The network address of who sent a request. Of IPv6 the half that stays with a household."""
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")[-1].strip()
    # Without a proxy before us, that header is whatever the visitor writes.
    is_behind_proxy = settings.SECURE_PROXY_SSL_HEADER is not None
    address = (is_behind_proxy and forwarded) or request.META.get("REMOTE_ADDR", "")
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 6 and not parsed.ipv4_mapped:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(getattr(parsed, "ipv4_mapped", parsed))


def sender_ip(request):
    """The same for columns that take nothing but an address; «::» when it is none."""
    address = sender_address(request).partition("/")[0]
    try:
        return str(ipaddress.ip_address(address))
    except ValueError:
        return "::"
