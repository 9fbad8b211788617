"""How the devices that people bring come to trust the local certificate authority."""

import hashlib
import ssl
from pathlib import Path

from launch.words import Words

WAYS = {
    "Windows": Words(
        "打开 mingjian-ca.crt →“安装证书”→“本地计算机”→"
        "“将所有的证书放入下列存储：受信任的根证书颁发机构”。",
        "Open mingjian-ca.crt → Install Certificate → Local Machine → "
        "Place in: Trusted Root Certification Authorities.",
    ),
    "Android": Words(
        "设置 → 安全 → 加密与凭据 → 安装证书 → CA 证书，选择下载的文件。",
        "Settings → Security → Encryption & credentials → Install a certificate → CA certificate.",
    ),
    "iPhone / iPad": Words(
        "下载后：设置 → 已下载描述文件 → 安装；再到 通用 → 关于本机 → 证书信任设置 中打开开关。",
        "After the download: Settings → Profile Downloaded → Install; then General → About → "
        "Certificate Trust Settings and switch it on.",
    ),
    "macOS": Words(
        "双击文件加入“钥匙串”，打开它 → 信任 → 始终信任。",
        "Double-click to add it to Keychain, open it → Trust → Always Trust.",
    ),
}


def fingerprint(authority: Path) -> str:
    """SHA-256 of the certificate, as devices show it when they ask whether to trust it."""
    der = ssl.PEM_cert_to_DER_cert(authority.read_text())
    return hashlib.sha256(der).digest().hex(":").upper()
