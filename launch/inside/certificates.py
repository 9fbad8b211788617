"""A local certificate authority and the server certificate it signs, for ``--lan``.

The authority may only sign for private addresses and ``.local`` names (critical name
constraints), so a device that trusts it gives away no other site. The server's
certificate lasts 397 days, the most that browsers accept, and is renewed in time.
"""

import argparse
import os
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv4Network
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_LIFETIME = timedelta(days=3650)
SERVER_LIFETIME = timedelta(days=397)
RENEW_BEFORE = timedelta(days=30)
PRIVATE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--address", type=IPv4Address, required=True)
    parser.add_argument("--host", required=True, help="this machine's name, without .local")
    given = parser.parse_args()
    ensure(given.folder, given.address, given.host)


def ensure(folder: Path, address: IPv4Address, host: str) -> None:
    """Make in ``folder`` what is missing, about to expire, or made for another address."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    names = _names(address, host)
    if _expires_soon(folder / "ca.crt"):
        _make_authority(folder, host)
        (folder / "server.crt").unlink(missing_ok=True)
    if _expires_soon(folder / "server.crt") or _names_of(folder / "server.crt") != names:
        _make_server(folder, names)


def _make_authority(folder: Path, host: str) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(f"Mingjian {host}")
    builder = (
        _builder(name, name, key.public_key(), AUTHORITY_LIFETIME)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(signs_certificates=True), critical=True)
        .add_extension(_private_names(), critical=True)
    )
    _keep(folder, "ca", key, builder.sign(key, hashes.SHA256()))


def _make_server(
    folder: Path, names: x509.SubjectAlternativeName, lifetime: timedelta = SERVER_LIFETIME
) -> None:
    authority = x509.load_pem_x509_certificate((folder / "ca.crt").read_bytes())
    signer = load_pem_private_key((folder / "ca.key").read_bytes(), None)
    assert isinstance(signer, ec.EllipticCurvePrivateKey)  # noqa: S101  (we made it)
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
    builder = (
        _builder(_name("Mingjian"), authority.subject, key.public_key(), lifetime)
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(issuer, critical=False)
    )
    _keep(folder, "server", key, builder.sign(signer, hashes.SHA256()))


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, lifetime: timedelta
) -> x509.CertificateBuilder:
    start = datetime.now(UTC) - timedelta(hours=1)  # a phone's clock may be behind
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + lifetime)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _key_usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _private_names() -> x509.NameConstraints:
    permitted: list[x509.GeneralName] = [x509.DNSName("local"), x509.DNSName("localhost")]
    permitted += [x509.IPAddress(IPv4Network(network)) for network in PRIVATE]
    return x509.NameConstraints(permitted_subtrees=permitted, excluded_subtrees=None)


def _names(address: IPv4Address, host: str) -> x509.SubjectAlternativeName:
    names = [x509.IPAddress(address), x509.DNSName(f"{host}.local"), x509.DNSName("localhost")]
    return x509.SubjectAlternativeName(names)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common[:64])])


def _expires_soon(path: Path) -> bool:
    if not path.exists():
        return True
    certificate = x509.load_pem_x509_certificate(path.read_bytes())
    return certificate.not_valid_after_utc < datetime.now(UTC) + RENEW_BEFORE


def _names_of(path: Path) -> x509.SubjectAlternativeName:
    certificate = x509.load_pem_x509_certificate(path.read_bytes())
    return certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value


def _keep(
    folder: Path, stem: str, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate
) -> None:
    """The key first and readable by its owner only; the certificate says both are there."""
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    with open(os.open(folder / f"{stem}.key", flags, 0o600), "wb") as file:
        file.write(secret)
    (folder / f"{stem}.crt").write_bytes(certificate.public_bytes(Encoding.PEM))


if __name__ == "__main__":
    main()
