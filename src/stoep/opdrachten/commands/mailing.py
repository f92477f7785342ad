"""Mail to the contractor, in the caller's transaction. It is about the order, so it never shows as mail to a reporter."""

from __future__ import annotations

from collections.abc import Sequence

from stoep.berichten.commands import send_bericht
from stoep.berichten.commands.send_bericht import Bijlage
from stoep.opdrachten.models import Opdracht, OpdrachtFoto
from stoep.opdrachten.rules.mailteksten import Mailtekst
from stoep.toegang.actors import SYSTEM, Actor


def mail_nemer(
    opdracht: Opdracht, mail: Mailtekst, *, soort: str, fotos: Sequence[OpdrachtFoto] = (), actor: Actor
) -> None:
    """Send the contractor of an order a mail, with photos."""
    send_bericht(
        soort=f"opdracht-{soort}",
        ontvanger=opdracht.opdrachtnemer.email,
        onderwerp=mail.onderwerp,
        tekst=mail.tekst,
        subject=opdracht.ref,
        bijlagen=[
            Bijlage(f"{opdracht.nummer}-{place}.{ending_of(foto)}", foto.sha256, foto.formaat)
            for place, foto in enumerate(fotos, start=1)
        ],
        actor=actor if actor.may("berichten.send") else SYSTEM.on_behalf_of(actor),
    )


def ending_of(foto: OpdrachtFoto) -> str:
    """How the name of its file ends."""
    return {"image/png": "png", "image/webp": "webp"}.get(foto.formaat, "jpg")
