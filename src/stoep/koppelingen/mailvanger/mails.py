"""Reading the demo's mailbox."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

NAME = re.compile(r"\d{20}-\d+-\d+")
HEADERS_READ = 65_536


@dataclass(frozen=True)
class Mail:
    """One message that was caught."""

    name: str
    received: datetime
    sender: str
    to: str
    subject: str
    message_id: str
    text: str = ""
    html: str = ""
    attachments: tuple[str, ...] = ()


def list_mails(folder: Path, *, first: int = 0, size: int = 25) -> tuple[list[Mail], int]:
    """A piece of the list, newest first, and how many there are. Opens only the messages it shows."""
    names = sorted((file.stem for file in folder.glob("*.eml") if NAME.fullmatch(file.stem)), reverse=True)
    shown = (get_mail(folder, name, whole=False) for name in names[first : first + size])
    return [mail for mail in shown if mail], len(names)


def get_mail(folder: Path, name: str, *, whole: bool = True) -> Mail | None:
    """One message by its name; None when there is none."""
    if not NAME.fullmatch(name):
        return None
    try:
        with (folder / f"{name}.eml").open("rb") as opened:
            content = opened.read() if whole else opened.read(HEADERS_READ)
    except FileNotFoundError:
        return None
    message = email.message_from_bytes(content, policy=email.policy.default)
    return Mail(
        name=name,
        received=datetime.fromtimestamp(int(name[:20]) / 1e9, UTC),
        sender=header(message, "From"),
        to=header(message, "To"),
        subject=header(message, "Subject"),
        message_id=header(message, "Message-ID"),
        text=body(message, "plain") if whole else "",
        html=body(message, "html") if whole else "",
        attachments=tuple(part.get_filename() or "?" for part in message.iter_attachments()) if whole else (),
    )


def header(message: EmailMessage, name: str) -> str:
    """A header as text; a broken one is shown as it came."""
    return str(message.get(name, ""))


def body(message: EmailMessage, kind: str) -> str:
    """The plain or the HTML text of a message."""
    part = message.get_body((kind,))
    if part is None:
        return ""
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):
        return bytes(part.get_payload(decode=True)).decode(errors="replace")
