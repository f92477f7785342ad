"""Who does what belongs to an act but asks a right that the actor lacks: Stoep, for the actor."""

from __future__ import annotations

from stoep.toegang.actors import SYSTEM, Actor


def able(actor: Actor, *rights: str) -> Actor:
    """The actor when it has these rights, else Stoep acting for it.

    The act itself has been allowed before: a resident may report something without a right to open zaken, and
    who may close a report may add the photo of the repair.
    """
    return actor if all(actor.may(right) for right in rights) else SYSTEM.on_behalf_of(actor)
