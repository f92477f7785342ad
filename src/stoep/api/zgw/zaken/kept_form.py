"""The form of a zaak on the wire (Zaak of the norm, Zaken 1.5.1), made by the database in one statement for many.

It is kept in `Zaakvorm` and is the one form that everybody sends: the plain view and the lane before it. Where an
address begins stands BASE, a character that JSON never holds as such; it becomes our own base when the form is sent.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import connection
from psycopg import Cursor

from stoep.api.zgw.addresses import origin
from stoep.zaken.models import Betalingsindicatie

BASE = "\x01"
ZAKEN = f"{BASE}/zaken/api/v1"
CATALOGI = f"{BASE}/catalogi/api/v1"


def text(column: str) -> str:
    """A text as JSON."""
    return f"to_json({column})::text"


def day(column: str) -> str:
    """A date as JSON."""
    return f"""coalesce('"' || to_char({column}, 'YYYY-MM-DD') || '"', 'null')"""


def moment(column: str) -> str:
    """A moment as JSON, in UTC; parts of a second only where there are any."""
    second, parts = 'YYYY-MM-DD"T"HH24:MI:SS', 'YYYY-MM-DD"T"HH24:MI:SS.US'
    form = f"CASE WHEN {column} = date_trunc('second', {column}) THEN '{second}' ELSE '{parts}' END"
    return f"""coalesce('"' || to_char({column} AT TIME ZONE 'UTC', {form}) || 'Z"', 'null')"""


def choice_or_null(column: str) -> str:
    """A choice as JSON; none is null."""
    return f"""CASE WHEN {column} = '' THEN 'null' ELSE '"' || {column} || '"' END"""


def address(prefix: str, column: str) -> str:
    """The address of something of ours as JSON, or null."""
    return f"""coalesce('"{prefix}/' || {column} || '"', 'null')"""


def listed(item: str, source: str, order: str) -> str:
    """A list as JSON."""
    return f"'[' || coalesce((SELECT string_agg({item}, ',' ORDER BY {order}) FROM {source}), '') || ']'"  # noqa: S608 our own words only


def addresses(prefix: str, table: str) -> str:
    """The addresses of the parts of a zaak, in the order in which they were made."""
    return listed(f"""'"{prefix}/' || deel.id || '"'""", f"{table} deel WHERE deel.zaak_id = z.id", "deel.id")


def labels() -> str:
    """The words of the norm for how far has been paid."""
    cases = " ".join(f"WHEN '{choice.value}' THEN '\"{choice.label}\"'" for choice in Betalingsindicatie)
    return f"CASE z.betalingsindicatie {cases} ELSE '\"\"' END"


def group(**fields: str) -> str:
    """A gegevensgroep as JSON (zrc-012: it is always shown)."""
    inside = " || ',' || ".join(f"""'"{name}":' || {value}""" for name, value in fields.items())
    return f"'{{' || {inside} || '}}'"


FIELDS = {
    "url": f"""'"{ZAKEN}/zaken/' || z.id || '"'""",
    "uuid": """'"' || z.id || '"'""",
    "identificatie": text("z.identificatie"),
    "bronorganisatie": text("z.bronorganisatie"),
    "omschrijving": text("z.omschrijving"),
    "toelichting": text("z.toelichting"),
    "zaaktype": f"""'"{CATALOGI}/zaaktypen/' || z.zaaktype_id || '"'""",
    "registratiedatum": day("z.registratiedatum"),
    "verantwoordelijkeOrganisatie": text("z.verantwoordelijke_organisatie"),
    "startdatum": day("z.startdatum"),
    "einddatum": day("z.einddatum"),
    "einddatumGepland": day("z.einddatum_gepland"),
    "uiterlijkeEinddatumAfdoening": day("z.uiterlijke_einddatum_afdoening"),
    "publicatiedatum": day("z.publicatiedatum"),
    # Our own doors name a channel in a word; the norm knows addresses only.
    "communicatiekanaal": f"CASE WHEN z.communicatiekanaal ~ '^https?://' THEN {text('z.communicatiekanaal')} ELSE '\"\"' END",
    "productenOfDiensten": listed(
        "to_json(p.url)::text", "unnest(z.producten_of_diensten) WITH ORDINALITY p (url, nr)", "p.nr"
    ),
    "vertrouwelijkheidaanduiding": text("z.vertrouwelijkheidaanduiding"),
    "betalingsindicatie": text("z.betalingsindicatie"),
    "betalingsindicatieWeergave": labels(),
    "laatsteBetaaldatum": moment("z.laatste_betaaldatum"),
    "zaakgeometrie": "coalesce(z.zaakgeometrie::text, 'null')",
    "verlenging": group(
        reden=text("z.verlenging_reden"),
        duur=f"CASE WHEN z.verlenging_duur = '' THEN 'null' ELSE {text('z.verlenging_duur')} END",
    ),
    "opschorting": group(indicatie="z.opschorting_indicatie", reden=text("z.opschorting_reden")),
    "selectielijstklasse": text("z.selectielijstklasse"),
    "hoofdzaak": address(f"{ZAKEN}/zaken", "z.hoofdzaak_id"),
    "deelzaken": listed(
        f"""'"{ZAKEN}/zaken/' || deel.id || '"'""", "zaken_zaak deel WHERE deel.hoofdzaak_id = z.id", "deel.id"
    ),
    "relevanteAndereZaken": listed(
        f"""'{{"url":' || coalesce('"{ZAKEN}/zaken/' || deel.andere_zaak_id || '"', to_json(deel.url)::text)"""
        """ || ',"aardRelatie":"' || deel.aard_relatie || '"}'""",
        "zaken_relevantezaak deel WHERE deel.zaak_id = z.id",
        "deel.id",
    ),
    "eigenschappen": listed(
        f"""'"{ZAKEN}/zaken/' || z.id || '/zaakeigenschappen/' || deel.id || '"'""",
        "zaken_zaakeigenschap deel WHERE deel.zaak_id = z.id",
        "deel.id",
    ),
    "rollen": addresses(f"{ZAKEN}/rollen", "zaken_rol"),
    "status": address(
        f"{ZAKEN}/statussen",
        "(SELECT deel.id FROM zaken_status deel WHERE deel.zaak_id = z.id"
        " ORDER BY deel.datum_status_gezet DESC, deel.id DESC LIMIT 1)",
    ),
    "zaakinformatieobjecten": addresses(f"{ZAKEN}/zaakinformatieobjecten", "zaken_zaakinformatieobject"),
    "zaakobjecten": addresses(f"{ZAKEN}/zaakobjecten", "zaken_zaakobject"),
    "kenmerken": listed(
        """'{"kenmerk":' || to_json(deel.kenmerk)::text || ',"bron":' || to_json(deel.bron)::text || '}'""",
        "zaken_zaakkenmerk deel WHERE deel.zaak_id = z.id",
        "deel.id",
    ),
    "archiefnominatie": choice_or_null("z.archiefnominatie"),
    "archiefstatus": text("z.archiefstatus"),
    "archiefactiedatum": day("z.archiefactiedatum"),
    "resultaat": address(f"{ZAKEN}/resultaten", "(SELECT deel.id FROM zaken_resultaat deel WHERE deel.zaak_id = z.id)"),
    "opdrachtgevendeOrganisatie": text("z.opdrachtgevende_organisatie"),
    "processobjectaard": text("z.processobjectaard"),
    "startdatumBewaartermijn": day("z.startdatum_bewaartermijn"),
    "processobject": group(
        datumkenmerk=text("z.processobject_datumkenmerk"),
        identificatie=text("z.processobject_identificatie"),
        objecttype=text("z.processobject_objecttype"),
        registratie=text("z.processobject_registratie"),
    ),
}
FORM = "'{' || " + " || ',' || ".join(f"""'"{name}":' || ({value})""" for name, value in FIELDS.items()) + " || '}'"

# Which definition a kept form was made by: a new version of Stoep with another definition makes it anew.
MAAKSEL = zlib.crc32(FORM.encode()) & 0x7FFFFFFF or 1

MADE = f"SELECT v.zaak_id, v.versie, {FORM} FROM zaken_zaakvorm v JOIN zaken_zaak z ON z.id = v.zaak_id WHERE v.zaak_id = ANY"  # noqa: S608 our own words only
KEPT = "SELECT zaak_id, tekst FROM zaken_zaakvorm WHERE maaksel = %s AND tekst IS NOT NULL AND zaak_id = ANY(%s)"
STORE = "SELECT zaken_vorm_bewaar(%s::uuid[], %s::bigint[], %s, %s::text[])"


def zaken_on_the_wire(ids: Iterable[UUID], *, base: str | None = None) -> Mapping[UUID, bytes]:
    """The JSON of these zaken, kept or made now: a fixed number of statements. Rights are the caller's."""
    wanted = list(ids)
    with connection.cursor() as cursor:
        cursor.execute(KEPT, [MAAKSEL, wanted])
        forms = dict(cursor.fetchall())
        missing = [zaak for zaak in wanted if zaak not in forms]
        made = make(missing) if missing else []
        if made:
            forms |= {zaak: form for zaak, _versie, form in made}
            zaken, versies, teksten = zip(*made, strict=True)
            cursor.execute(STORE, [list(zaken), list(versies), MAAKSEL, list(teksten)])
    own = origin() if base is None else base
    return {zaak: form.replace(BASE, own).encode() for zaak, form in forms.items()}


def make(zaken: list[UUID]) -> list[tuple[UUID, int, str]]:
    """Forms with the version that they are of. The statement is long: it is planned once for each connection."""
    connection.ensure_connection()
    with connection.wrap_database_errors, Cursor(connection.connection) as cursor:
        cursor.execute(f"{MADE}(%s::uuid[])", [zaken], prepare=True)
        return cursor.fetchall()
