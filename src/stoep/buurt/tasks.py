"""What buurt does in the background and at set times."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import jobs


@jobs.task(name="buurt.look_at_one", queue="fotos")
def look_at_one(vrijgave_id: str) -> None:
    """Look at one photo."""
    from stoep.buurt.commands.look_at_foto import look_at_foto

    look_at_foto(UUID(vrijgave_id))


@jobs.periodic(cron="*/10 * * * *", name="buurt.send_overzichten")
def tell_followers() -> None:
    """Every ten minutes: mail to whoever follows an area, each at their own rhythm."""
    from stoep.buurt.commands.send_overzichten import send_overzichten

    send_overzichten()


@jobs.periodic(cron="25 3 * * *", name="buurt.forget_unconfirmed")
def forget_followers() -> None:
    """Every night: forget addresses that were never confirmed."""
    from stoep.buurt.commands.follow_area import forget_unconfirmed

    forget_unconfirmed()
