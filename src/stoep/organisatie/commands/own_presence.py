"""Who may change when somebody is there."""

from __future__ import annotations

from stoep.organisatie.models import Medewerker
from stoep.toegang.actors import Actor


def require_own_or_manage(actor: Actor, medewerker: Medewerker) -> None:
    """Allow employees their own presence, and whoever manages the organisation everybody's."""
    if actor.account_id is None or actor.account_id != medewerker.account_id:
        actor.require("organisatie.manage")
