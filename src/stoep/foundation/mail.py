"""One e-mail to one person, through the mail server of the settings.

The caller chooses the Message-ID and keeps it: a second try of the same message carries the same one, so that
a mailbox, and we, can tell that it is the same. No address or text is ever part of an error.
"""

from __future__ import annotations

import re
import smtplib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.utils import format_datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.translation import gettext_lazy as _

from stoep.foundation import clock
from stoep.foundation.errors import Invalid, Rejected, Unavailable
from stoep.foundation.numbers import Emailadres

LONGEST_SUBJECT = 250
MESSAGE_ID = re.compile(r"<?([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,120}@[A-Za-z0-9.-]{1,120})>?")
NEVER = 500  # from here on a server's answer is for good

# RFC 3834: this is sent by a program, so that no out-of-office answers it.
AUTOMATIC = {"Auto-Submitted": "auto-generated"}


class MailNotSendable(Invalid):
    """A subject or Message-ID that cannot stand in the head of a message; nothing was sent."""

    code = "mail-not-sendable"
    message = _("Dit bericht kan zo niet verstuurd worden. Haal regeleinden en vreemde tekens uit het onderwerp.")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message."""

    name: str
    data: bytes = field(repr=False)
    content_type: str


def send_mail(
    *,
    to: str,
    subject: str,
    text: str,
    message_id: str,
    html: str | None = None,
    reply_to: str | None = None,
    attachments: Sequence[Attachment] = (),
) -> None:
    """Hand one message to the mail server, which has accepted it when this returns.

    Raises Unavailable when a later try may help, Rejected when it will not, and an Invalid for an
    address or subject that cannot be right; then nothing was sent.
    """
    found = MESSAGE_ID.fullmatch(message_id)
    if not found or not is_one_line(subject):
        raise MailNotSendable
    message = EmailMultiAlternatives(
        subject=subject,
        body=text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[Emailadres(to).value],
        reply_to=[Emailadres(reply_to).value] if reply_to else None,
        headers={
            **AUTOMATIC,
            "Message-ID": f"<{found[1]}>",
            "Date": format_datetime(clock.now().astimezone(clock.AMSTERDAM)),
        },
    )
    if html is not None:
        message.attach_alternative(html, "text/html")
    for one in attachments:
        message.attach(one.name, one.data, one.content_type)
    try:
        message.send()
    except smtplib.SMTPAuthenticationError as error:
        raise Unavailable("De mailserver weigert ons wachtwoord.") from error  # mended by us, not by giving up
    except (smtplib.SMTPConnectError, smtplib.SMTPHeloError) as error:
        raise Unavailable(f"De mailserver laat ons niet binnen ({error.smtp_code}).") from error
    except smtplib.SMTPRecipientsRefused as error:
        raise refusal(max(code for code, _answer in error.recipients.values())) from error
    except smtplib.SMTPResponseException as error:
        raise refusal(error.smtp_code) from error
    except OSError as error:  # no connection, no answer in time, no TLS; every other error of smtplib
        raise Unavailable(f"De mailserver antwoordt niet ({type(error).__name__}).") from error


def refusal(code: int) -> Unavailable | Rejected:
    """What an answer of the mail server means: 4xx is later, 5xx is never."""
    if code >= NEVER:
        return Rejected(f"De mailserver weigert dit bericht ({code}).")
    return Unavailable(f"De mailserver neemt dit bericht nu niet aan ({code}).")


def is_one_line(subject: str) -> bool:
    """True for a subject without line ends or other control characters, not too long."""
    return 0 < len(subject) <= LONGEST_SUBJECT and not any(
        unicodedata.category(sign) in {"Cc", "Zl", "Zp", "Cs"} for sign in subject
    )
