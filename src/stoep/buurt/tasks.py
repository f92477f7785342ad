"""What buurt does in the background and at set times."""

from __future__ import annotations

from uuid import UUID

from stoep.foundation import jobs


@jobs.task(name="buurt.look_at_one", queue="fotos")
def look_at_one(vrijgave_id: str) -> None:
    """Look at one photo."""
    from stoep.buurt.commands.look_at_foto import look_at_foto

    look_at_foto(UUID(vrijgave_id))
