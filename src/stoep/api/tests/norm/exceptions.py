"""What of the norm is not there yet, what is meant to differ, and what we added: each with its reason."""

from __future__ import annotations

NOT_YET: dict[str, dict[str, str]] = {
    "documenten": {
        "* query expand": "",
        "* body expand": "",
        "* _expand": "",
    },
    "besluiten": {
        "* query expand": "",
        "* _expand": "",
    },
}
A_LIST = (
    "the official file says string by mistake (gemma-zaken issue 2445); the text and the field's software have a list"
)

ONLY_WHAT_CHANGES = "a PATCH gives what changes; the official file asks for all of it"
UNEXPANDED = "what a read did not ask to expand is not in its answer, and nobody gives it; `expand` is offered on zaken"
ONE_CONSUMER = "a client id has one application; the implementations of the field answer it, not a list of one"
NO_REASON = "no reason is an empty text, as the field's software has it"

DIFFERENT: dict[str, dict[str, str]] = {
    "besluiten": {
        "PATCH /besluiten/{uuid} body * required": ONLY_WHAT_CHANGES,
        "* vervalreden enum": NO_REASON,
    },
    "autorisaties": {
        "GET /applicaties/consumer 200*": ONE_CONSUMER,
        "PATCH /applicaties/{uuid} body * required": ONLY_WHAT_CHANGES,
    },
    "notificaties": {
        "PATCH /abonnement/{uuid} body * required": ONLY_WHAT_CHANGES,
    },
    "zaken": {
        "* /rollen* _expand": UNEXPANDED,
        "* /zaakobjecten* _expand": UNEXPANDED,
        "*/zaken* _expand *": "each of what is expanded has the schema of its own resource, an unread one is empty",
        "*/zaken* zaakgeometrie *": "one schema for all of GeoJSON, whose official alternatives overlap",
        "POST /zaken/_zoek body bronorganisatie__in[] format": "format string says nothing",
        "POST /zaken/_zoek body einddatum__lt minLength": "no date is empty",
    },
    "catalogi": {
        "*/zaaktypen* informatieobjecttypen type": A_LIST,
        "*/informatieobjecttypen* zaaktypen type": A_LIST,
        "DELETE * 200": "204, as for every other resource; the body of a removed type is nothing",
        "POST /informatieobjecttypen 200": "201 with Location, as for every other resource",
    },
}
NO_GROUP = "a type without such a group answers null (zrc-012 says the same of groups in zaken)"
TWO_SPELLINGS = "the official file writes this one with an underscore; every other list, and the field, does not"
AS_GET = "HEAD answers for what GET would have said to the same query"

BY_TYPE = "in the official file it stands in the variant for each type, which it names without a discriminator here"
SHOWN_TOO = "a new status is shown as any other; the official file leaves out what is an empty list then"

FEED = "the feed of changes, which no norm has and every data warehouse needs (docs/adr)"

ADDED: dict[str, dict[str, str]] = {
    "documenten": {
        "GET /wijzigingen": FEED,
        "HEAD /enkelvoudiginformatieobjecten/{uuid} query *": AS_GET,
        "PATCH /enkelvoudiginformatieobjecten/{uuid} body trefwoorden": "what PUT changes, PATCH changes too",
    },
    "besluiten": {
        "GET /wijzigingen": FEED,
        "HEAD *": "the text of the norm asks for HEAD and ETag here too; the official file forgot them",
    },
    "autorisaties": {
        "HEAD /applicaties/{uuid}": "every single object can be asked for its HEAD, so that a copy is checked cheaply",
        "* /applicaties* autorisaties* zaaktype": BY_TYPE,
        "* /applicaties* autorisaties* informatieobjecttype": BY_TYPE,
        "* /applicaties* autorisaties* besluittype": BY_TYPE,
        "* /applicaties* autorisaties* maxVertrouwelijkheidaanduiding": BY_TYPE,
    },
    "zaken": {
        "POST /zaaknummer_reserveren": "stands in 1.7",
        "GET /wijzigingen": FEED,
        "* /rollen* betrokkeneIdentificatie": BY_TYPE,
        "* /zaakobjecten* objectIdentificatie": BY_TYPE,
        "POST /statussen 201 zaakinformatieobjecten": SHOWN_TOO,
        "*/zaken* verlenging duur nullable": "a group without value is shown with empty fields (zrc-012)",
        "*/zaken* _expand": "only there when it was asked",
        "POST /zaken/_zoek body * nullable": "null is the same as not asked",
        "HEAD /zaken/{uuid} query expand": AS_GET,
    },
    "catalogi": {
        "GET /wijzigingen": FEED,
        "*/zaaktypen* broncatalogus nullable": NO_GROUP,
        "*/zaaktypen* bronzaaktype nullable": NO_GROUP,
        "*/informatieobjecttypen* omschrijvingGeneriek nullable": NO_GROUP,
        "GET /resultaattypen query datumGeldigheid": TWO_SPELLINGS,
        "GET /resultaattypen query zaaktypeIdentificatie": TWO_SPELLINGS,
        "HEAD * query datumGeldigheid": AS_GET,
        "GET /zaakobjecttypen query status": "those of concepts could not be told from the others otherwise",
    },
}
