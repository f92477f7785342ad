"""Send the reporter a message, in the caller's transaction."""

from __future__ import annotations

from stoep.berichten.commands import send_bericht
from stoep.meldingen.commands.on_behalf import able
from stoep.meldingen.models import Handeling, Melding
from stoep.meldingen.queries import preview_message
from stoep.toegang.actors import Actor


def tell_melder(melding: Melding, *, handeling: Handeling, tekst: str = "", onderwerp: str = "", actor: Actor) -> bool:
    """Send exactly what the preview showed; nothing when the reporter left no address. Answers whether it is sent."""
    if not melding.wil_bericht:
        return False
    bericht = preview_message(melding, handeling=handeling, tekst=tekst, onderwerp=onderwerp)
    send_bericht(
        soort=f"melding-{handeling.replace('_', '-')}",
        ontvanger=melding.email,
        onderwerp=bericht.onderwerp,
        tekst=bericht.tekst,
        subject=melding.zaak.ref,
        actor=able(actor, "berichten.send"),
    )
    return True
