"""The local authority signs for private addresses only, and certificates are renewed in time."""

import ssl
import stat
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509

from launch.inside import certificates

ADDRESS = IPv4Address("192.168.1.20")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    certificates.ensure(tmp_path / "lan", ADDRESS, "laptop")
    return tmp_path / "lan"


def test_browsers_accept_the_address_and_the_local_name(folder: Path) -> None:
    for name in ("192.168.1.20", "laptop.local", "localhost"):
        shake_hands(folder, name)


def test_the_certificate_is_good_for_nothing_else(folder: Path) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(folder, "192.168.1.21")


def test_a_stolen_authority_cannot_sign_for_a_public_site(folder: Path) -> None:
    public = x509.SubjectAlternativeName([x509.DNSName("bank.example.com")])
    certificates._make_server(folder, public)
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree"):
        shake_hands(folder, "bank.example.com")


def test_keys_are_readable_by_their_owner_only(folder: Path) -> None:
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.glob("*.key")}
    assert modes == {"ca.key": 0o600, "server.key": 0o600}


def test_the_certificate_lasts_as_long_as_browsers_accept(folder: Path) -> None:
    server = read(folder, "server")
    assert server.not_valid_after_utc - server.not_valid_before_utc == timedelta(days=397)


def test_nothing_is_made_anew_while_it_is_good(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    certificates.ensure(folder, ADDRESS, "laptop")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_another_address_gets_a_new_certificate_from_the_same_authority(folder: Path) -> None:
    authority = read(folder, "ca")
    certificates.ensure(folder, IPv4Address("10.0.0.5"), "laptop")
    assert read(folder, "ca") == authority
    shake_hands(folder, "10.0.0.5")


def test_a_certificate_about_to_expire_is_renewed(folder: Path) -> None:
    names = certificates._names(ADDRESS, "laptop")
    certificates._make_server(folder, names, lifetime=timedelta(days=29))

    certificates.ensure(folder, ADDRESS, "laptop")

    assert read(folder, "server").not_valid_after_utc > datetime.now(UTC) + timedelta(days=300)


def read(folder: Path, stem: str) -> x509.Certificate:
    return x509.load_pem_x509_certificate((folder / f"{stem}.crt").read_bytes())


def shake_hands(folder: Path, name: str) -> None:
    """A TLS handshake in memory, as a client does that trusts this authority alone."""
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(folder / "server.crt", folder / "server.key")
    trusting = ssl.create_default_context(cafile=folder / "ca.crt")
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = trusting.wrap_bio(to_client, to_server, server_hostname=name)
    server = serving.wrap_bio(to_server, to_client, server_side=True)
    waiting = [client, server]
    while waiting:
        side = waiting.pop(0)
        try:
            side.do_handshake()
        except ssl.SSLWantReadError:
            waiting.append(side)
