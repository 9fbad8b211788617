"""Why an attempt failed, in words for the jobs page.

Messages of unknown exceptions may quote a client's content, so only the class and the
places in the code are kept; the full text goes to the log of the worker.
"""

import smtplib
from collections.abc import Iterator
from traceback import extract_tb

from django.db import InterfaceError, OperationalError

from mingjian.kit.errors import MingjianError
from mingjian.kit.jobs.running import Cancelled

Sentence = tuple[str, str]

WORKER_DIED: Sentence = (
    "执行该任务的进程意外中断，任务将重新执行。",
    "The process running this job stopped unexpectedly; the job runs again.",
)
KNOWN: dict[type[Exception], Sentence] = {
    Cancelled: ("已由管理员取消。", "Cancelled by an administrator."),
    smtplib.SMTPAuthenticationError: (
        "邮件服务器不接受该用户名或密码，请检查邮件设置。",
        "The mail server refused the user name or password. Check the mail settings.",
    ),
    smtplib.SMTPRecipientsRefused: (
        "邮件服务器拒收该收件地址，请核对邮箱地址。",
        "The mail server refused the recipient's address. Check the address.",
    ),
    smtplib.SMTPException: (
        "邮件服务器拒绝了这封邮件，请检查邮件设置。",
        "The mail server refused this message. Check the mail settings.",
    ),
    ConnectionError: (
        "无法连接所需的服务，请确认该服务已启动且网络可达。",
        "A service it needs cannot be reached. Check that it runs and that the network works.",
    ),
    TimeoutError: (
        "所需的服务没有及时响应，请稍后重试。",
        "A service it needs did not answer in time. Try again later.",
    ),
    OperationalError: (
        "数据库暂时不可用，请稍后重试。",
        "The database was not available. Try again later.",
    ),
    InterfaceError: (
        "数据库连接中断，请稍后重试。",
        "The connection to the database was lost. Try again later.",
    ),
    OSError: (
        "读写文件或连接网络时出错，请检查磁盘空间和权限。",
        "Reading or writing a file or the network failed. Check disk space and permissions.",
    ),
}
OTHERWISE: Sentence = (
    "程序出错（{kind}）。请重试；若再次失败，请将此任务编号告知技术支持。",
    "The program failed ({kind}). Retry; if it fails again, give this job's number to support.",
)


def explain(error: Exception) -> Sentence:
    """The sentences in Chinese and in English."""
    if isinstance(error, MingjianError):
        return error.zh.format(**error.params), error.en.format(**error.params)
    zh, en = next(_matches(error), OTHERWISE)
    kind = type(error).__name__
    return zh.format(kind=kind), en.format(kind=kind)


def path(error: Exception) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def frames(error: Exception) -> str:
    """Where it happened, one ``file:line function`` a line, without the message."""
    return "".join(
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}\n"
        for frame in extract_tb(error.__traceback__)
    )


def _short(file_name: str) -> str:
    return file_name.rpartition("/site-packages/")[2].rpartition("/backend/")[2]


def _matches(error: Exception) -> Iterator[Sentence]:
    for kind in type(error).__mro__:
        if kind in KNOWN:
            yield KNOWN[kind]
