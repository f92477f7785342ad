"""What followers of a report read: what is done, and nothing of whoever reported it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from stoep.berichten.rules.sjablonen import fill

# Acts of which followers hear. A question is between us and the reporter.
PUBLIC = {
    "in_behandeling": "Wij zijn bezig met de melding die u volgt",
    "ingepland": "De melding die u volgt, is ingepland",
    "opgelost": "De melding die u volgt, is opgelost",
    "niet_gevonden": "De melding die u volgt, is afgehandeld",
    "niet_voor_gemeente": "De melding die u volgt, is afgehandeld",
    "dubbel": "De melding die u volgt, is afgehandeld",
    "geannuleerd": "De melding die u volgt, is afgehandeld",
    "doorgezet": "De melding die u volgt, is doorgegeven",
    "samengevoegd": "De melding die u volgt, is samengevoegd",
}
HOUSE_NUMBER = re.compile(r"\s+\d.*$")
BUSY = "Een collega is ermee bezig."
CONFIRM = """Bevestig dat u een melding wilt volgen

Beste lezer,

U wilt bericht krijgen over deze melding: {{ categorie }}, {{ plek }}.

Klopt dat? Druk dan op deze pagina op de knop:
{{ link }}

Hebt u hier niet om gevraagd? Dan hoeft u niets te doen. U krijgt dan geen berichten.

Met vriendelijke groet,"""
UPDATE = """{{ onderwerp }}

Beste lezer,

U volgt deze melding: {{ categorie }}, {{ plek }}.

{{ tekst }}

Bekijk hier hoe het staat:
{{ link }}

Wilt u geen berichten meer? Dat kan op dezelfde pagina.

Met vriendelijke groet,"""


def compose_bevestiging(template: str, *, categorie: str, plek: str, link: str) -> tuple[str, str]:
    """The mail that asks whether this address really wants to follow. It holds no word that a stranger typed."""
    return fill(template, {"categorie": categorie.lower(), "plek": plek, "link": link})


def compose_volgbericht(handeling: str, tekst: str, values: Mapping[str, str]) -> tuple[str, str]:
    """The message of an act for a follower: the words of the colleague, without name and number of the reporter."""
    about = {**values, "aanhef": "Beste lezer", "nummer": "", "naam": ""}
    body = fill("x\n" + (tekst.strip() or BUSY), about)[1]
    return fill(
        UPDATE,
        {
            "onderwerp": f"{PUBLIC[handeling]}: {values['categorie'].lower()}",
            "categorie": values["categorie"].lower(),
            "plek": values["plek"],
            "tekst": body,
            "link": values["volglink"],
        },
    )


OWN = ("link", "antwoordlink", "tevreden_ja", "tevreden_nee", "aanhef", "nummer")


def readdress(text: str, van: Mapping[str, str], naar: Mapping[str, str]) -> str:
    """Words that were filled in for one reporter, as another may read them: with the other's own number, name and links.

    What the other has no value for is left out: a follower never reads the number of a reporter.
    """
    for key in OWN:
        if van.get(key):
            text = text.replace(van[key], naar.get(key, ""))
    return text


def vague_place(adres: str, gebied: str) -> str:
    """A place as everybody may know it: the street without a house number, else the quarter."""
    street = HOUSE_NUMBER.sub("", adres.partition(",")[0]).strip()
    return street or gebied or "op de kaart aangewezen"


def for_others(zin: str) -> str:
    """A sentence to the reporter, as others read it."""
    if "u een vraag" in zin:
        return "Wij hebben de melder iets gevraagd."
    return zin.replace("uw melding", "deze melding").replace("Uw melding", "Deze melding")
