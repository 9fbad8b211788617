"""Addresses and ports of this machine."""

import ipaddress
import socket

from launch.words import Trouble

UNROUTED = ("192.0.2.1", 9)
"""A documentation address: asking for the way there sends nothing."""


def host_name() -> str:
    """This machine's name, as ``<name>.local`` is announced on the network."""
    return socket.gethostname().split(".")[0]


def own_address() -> str:
    """The address under which the local network reaches this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(UNROUTED)
        except OSError as error:
            raise Trouble(
                "无法判断本机的局域网地址，请写明：./run --lan 192.168.1.20",
                "This machine's network address is unclear; name it: ./run --lan 192.168.1.20",
            ) from error
        return checked_address(str(probe.getsockname()[0]))


def checked_address(asked: str) -> str:
    """``asked`` as an IPv4 address of this machine."""
    try:
        address = socket.gethostbyname(asked)
        with socket.socket() as probe:
            probe.bind((address, 0))
    except OSError as error:
        raise Trouble(
            f"{asked} 不是本机的地址。用 ip address 查看本机地址，或省略地址自动选取。",
            f"{asked} is not an address of this machine. `ip address` lists them; "
            "leave it out to have one chosen.",
        ) from error
    if not ipaddress.ip_address(address).is_private:
        raise Trouble(
            f"{asked} 不是局域网地址。面向互联网请用 --production 并在前面放置反向代理。",
            f"{asked} is not a private address. For the internet use --production behind a proxy.",
        )
    return address


def refuse_busy_port(address: str, port: int) -> None:
    """Say so in words if somebody else listens on the port that was asked for."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise Trouble(
                f"端口 {port} 已被其他程序占用。请换一个：./run --port {port + 1}",
                f"Port {port} is in use by another program. Choose another: "
                f"./run --port {port + 1}",
            ) from error


def free_tcp_port(address: str, preferred: int = 0) -> int:
    return _free_port(socket.SOCK_STREAM, address, preferred)


def free_udp_port(address: str, preferred: int) -> int:
    return _free_port(socket.SOCK_DGRAM, address, preferred)


def _free_port(kind: socket.SocketKind, address: str, preferred: int) -> int:
    """``preferred`` if nobody has it, else any free port."""
    for port in (preferred, 0):
        with socket.socket(socket.AF_INET, kind) as probe:
            try:
                probe.bind((address, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise Trouble(f"{address} 上没有空闲端口。", f"No free port on {address}.")
