"""Finding by who has to do with a zaak: the eight fields that identify a betrokkene, as filters."""

from __future__ import annotations

from typing import Annotated

from django.db.models import Q, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.lookups import Exact
from msgspec import field

from stoep.foundation.rest import PageFilter, Text, Wire
from stoep.zaken.models import BetrokkeneType

Wanted = Annotated[str | None, Text(100)]

# Attribute of the filter: which sort of betrokkene, which field of its identification, and its name on the wire.
IDENTIFIED = {
    "np_bsn": (BetrokkeneType.NATUURLIJK_PERSOON, "inpBsn", "natuurlijkPersoon__inpBsn"),
    "np_anp": (BetrokkeneType.NATUURLIJK_PERSOON, "anpIdentificatie", "natuurlijkPersoon__anpIdentificatie"),
    "np_a_nummer": (BetrokkeneType.NATUURLIJK_PERSOON, "inpA_nummer", "natuurlijkPersoon__inpA_nummer"),
    "nnp_id": (BetrokkeneType.NIET_NATUURLIJK_PERSOON, "innNnpId", "nietNatuurlijkPersoon__innNnpId"),
    "nnp_ann": (BetrokkeneType.NIET_NATUURLIJK_PERSOON, "annIdentificatie", "nietNatuurlijkPersoon__annIdentificatie"),
    "vestiging": (BetrokkeneType.VESTIGING, "vestigingsNummer", "vestiging__vestigingsNummer"),
    "medewerker": (BetrokkeneType.MEDEWERKER, "identificatie", "medewerker__identificatie"),
    "eenheid": (
        BetrokkeneType.ORGANISATORISCHE_EENHEID,
        "identificatie",
        "organisatorischeEenheid__identificatie",
    ),
}
ROL = "betrokkeneIdentificatie__"
OF_ZAAK = "rol__betrokkeneIdentificatie__"


class IdentifiedFilter(PageFilter, kw_only=True):
    """The eight filters on rollen themselves."""

    np_bsn: Wanted = field(default=None, name=ROL + IDENTIFIED["np_bsn"][2])
    np_anp: Wanted = field(default=None, name=ROL + IDENTIFIED["np_anp"][2])
    np_a_nummer: Wanted = field(default=None, name=ROL + IDENTIFIED["np_a_nummer"][2])
    nnp_id: Wanted = field(default=None, name=ROL + IDENTIFIED["nnp_id"][2])
    nnp_ann: Wanted = field(default=None, name=ROL + IDENTIFIED["nnp_ann"][2])
    vestiging: Wanted = field(default=None, name=ROL + IDENTIFIED["vestiging"][2])
    medewerker: Wanted = field(default=None, name=ROL + IDENTIFIED["medewerker"][2])
    eenheid: Wanted = field(default=None, name=ROL + IDENTIFIED["eenheid"][2])


class ZaakIdentifiedFilter(Wire, kw_only=True):
    """The same, on zaken by their rollen."""

    np_bsn: Wanted = field(default=None, name=OF_ZAAK + IDENTIFIED["np_bsn"][2])
    np_anp: Wanted = field(default=None, name=OF_ZAAK + IDENTIFIED["np_anp"][2])
    np_a_nummer: Wanted = field(default=None, name=OF_ZAAK + IDENTIFIED["np_a_nummer"][2])
    nnp_id: Wanted = field(default=None, name=OF_ZAAK + IDENTIFIED["nnp_id"][2])
    nnp_ann: Wanted = field(default=None, name=OF_ZAAK + IDENTIFIED["nnp_ann"][2])
    vestiging: Wanted = field(default=None, name=OF_ZAAK + IDENTIFIED["vestiging"][2])
    medewerker: Wanted = field(default=None, name=OF_ZAAK + IDENTIFIED["medewerker"][2])
    eenheid: Wanted = field(default=None, name=OF_ZAAK + IDENTIFIED["eenheid"][2])


def identified_by(name: str, value: str) -> Q:
    """The condition on a rol; naming the sort of betrokkene lets the index help."""
    betrokkene_type, key, _wire = IDENTIFIED[name]
    return Q(betrokkene_type=betrokkene_type) & Q(
        Exact(KeyTextTransform(key, "betrokkene_identificatie"), Value(value))
    )
