"""Who sends a request: the owner of its token, or else the network that it comes from."""

import ipaddress

from starlette.requests import Request

_NETWORK = 64  # whoever has one address of IPv6 has all of a network of this length


def sender_of(request: Request) -> str:
    """Return by what the requests of one sender are counted; it is never logged."""
    owner: str | None = getattr(request.state, "client", None)
    if owner is not None:
        return f"token {owner}"
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, _NETWORK), strict=False))
    return str(address)
