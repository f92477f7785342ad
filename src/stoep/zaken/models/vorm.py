"""What is kept of zaken so that reading many stays cheap: their form on the wire, and how many there are in a stretch.

Both are made of other rows and may be thrown away at any time. Triggers of the database (migration
`0007_zaken_keep_their_form`) raise `versie` in the transaction that changes what they were made of; whoever makes them
stores them only while the version is still the one that was read. So nothing that was committed is ever missed.
docs/adr/0014 tells how this was chosen.
"""

from __future__ import annotations

from typing import Any

from django.db import models


class Zaakvorm(models.Model):
    """A zaak as the norm shows it, ready to send; empty when it must be made anew.

    There is one for every zaak, made by a trigger. `maaksel` tells by which definition of the form it was made. No
    foreign key: the database removes it together with its zaak.
    """

    zaak_id = models.UUIDField(primary_key=True)
    versie = models.BigIntegerField()
    maaksel = models.IntegerField(default=0, db_default=0)
    tekst = models.TextField(null=True)  # noqa: DJ001 null is: to be made; a form is never an empty text


class Zaakblok(models.Model):
    """A stretch of zaken by id, from `vanaf` until the next, and how many there are per zaaktype and confidentiality.

    The last stretch takes in what is new and is always counted itself; it is split when it has grown.
    """

    vanaf = models.UUIDField(primary_key=True)
    versie = models.BigIntegerField(default=1, db_default=1)
    tellingen: models.JSONField[Any] = models.JSONField(null=True)
