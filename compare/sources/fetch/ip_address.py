"""An IP address -> whether it is one of the public internet, in whichever form it is written."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# A table of our own, after the registries of IANA: what `ipaddress` calls global differs between patch releases of Python.
_NOT_PUBLIC = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carriers' NAT; metadata of one cloud
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # public by its number, but metadata of one cloud
        "169.254.0.0/16",  # link-local; metadata of most clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments; metadata of one cloud
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
        "2001::/23",  # special purposes, Teredo among them
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation
    )
)
# Of IPv6, this block alone is given out to the public internet.
_GIVEN_OUT = ip_network("2000::/3")
# Blocks in whose addresses an IPv4 address stands, with the bits behind it: mapped, NAT64, 6to4.
_CARRIERS = ((ip_network("::ffff:0:0/96"), 0), (ip_network("64:ff9b::/96"), 0), (ip_network("2002::/16"), 80))


def is_public(address: str) -> bool:
    """Whether anyone on the internet may be meant by it; an address that carries an IPv4 one is what that one is."""
    try:
        ip = _carried(ip_address(address))
    except ValueError:
        return False
    if isinstance(ip, IPv6Address) and (ip.scope_id or ip not in _GIVEN_OUT):
        return False
    return not any(ip in network for network in _NOT_PUBLIC)


def _carried(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    for block, behind in _CARRIERS:
        if ip in block:
            return IPv4Address(int(ip) >> behind & 0xFFFFFFFF)
    return ip
