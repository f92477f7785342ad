"""Zaken and their parts as other systems tell of them (the norm's rules zrc-001 to zrc-023)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from stoep.catalogi.models import Eigenschap, Resultaattype, Roltype, Statustype, Zaaktype
from stoep.catalogi.testing import make_zaaktype, resultaattype
from stoep.documenten.models import EnkelvoudigInformatieobject, Objectinformatieobject
from stoep.documenten.testing import make_document
from stoep.foundation import audit, clock
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.models import Change, SecurityLine
from stoep.foundation.testing import published_events
from stoep.toegang.actors import SYSTEM, Actor, ActorKind, Grant, Vertrouwelijkheid
from stoep.toegang.testing import employee
from stoep.zaken import commands as do
from stoep.zaken import errors
from stoep.zaken.commands import Kenmerk, Relevant
from stoep.zaken.events import ZaakChanged, ZaakDestroyed, ZaakDocumentLinked, ZaakOpened
from stoep.zaken.models import Notitie, Relevantezaak, Status, Zaak, Zaakinformatieobject
from stoep.zaken.testing import make_closed_zaak, make_zaak

pytestmark = pytest.mark.django_db

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NU = datetime(2026, 11, 23, 9, 0, tzinfo=AMSTERDAM)


def application(*rights: str) -> Actor:
    return Actor(ActorKind.APPLICATION, "app-1", "Zaaksysteem", tuple(Grant(right) for right in rights))


def register(**velden) -> Zaak:
    return do.register_zaak(zaaktype_id=make_zaaktype().pk, actor=SYSTEM, **velden)


def statustype(zaak: Zaak, omschrijving: str) -> Statustype:
    return Statustype.objects.get(zaaktype=zaak.zaaktype_id, omschrijving=omschrijving)


def test_a_zaak_is_registered_as_given_with_number_and_confidentiality_when_absent():
    with clock.at(NU), audit.explained_as("Overgezet"):
        zaak = register(omschrijving="Kapvergunning", kenmerken=[Kenmerk("K-1", "oud systeem")])
        named = register(identificatie="EIGEN-1", bronorganisatie="002220647", verlenging_reden="druk")

    zaak.refresh_from_db()
    assert zaak.identificatie.startswith("ZAAK-2026-")
    assert (zaak.vertrouwelijkheidaanduiding, zaak.status_gezet_op) == ("zaakvertrouwelijk", None)
    assert zaak.einddatum_gepland is None
    assert zaak.kenmerken.get().kenmerk == "K-1"
    assert (named.identificatie, named.bronorganisatie) == ("EIGEN-1", "002220647")
    assert ZaakOpened(zaak_id=zaak.pk, zaaktype="melding-openbare-ruimte") in published_events()
    line = Change.objects.get(subject_id=str(zaak.pk))
    assert (line.old, line.new["omschrijving"], line.toelichting) == ({}, "Kapvergunning", "Overgezet")


def test_what_cannot_be_registered_leaves_nothing():
    zaaktype = make_zaaktype()
    zaaktype.producten_of_diensten = ["https://producten.example/1"]
    Zaaktype.objects.filter(pk=zaaktype.pk).update(producten_of_diensten=zaaktype.producten_of_diensten)
    concept = make_zaaktype("concept", published=False)
    hoofdzaak = register(identificatie="H-1")
    deelzaak = register(hoofdzaak_id=hoofdzaak.pk)
    closed = make_closed_zaak()
    before, events = Zaak.objects.count(), published_events()
    morgen = clock.now() + timedelta(days=1)
    for code, field, velden in (
        ("identificatie-niet-uniek", "identificatie", {"identificatie": "H-1"}),
        ("not-published", "zaaktype", {"zaaktype_id": concept.pk}),
        ("deelzaak-als-hoofdzaak", "hoofdzaak", {"hoofdzaak_id": deelzaak.pk}),
        ("hoofdzaak-closed", "hoofdzaak", {"hoofdzaak_id": closed.pk}),
        ("betaling-nvt", "laatste_betaaldatum", {"betalingsindicatie": "nvt", "laatste_betaaldatum": clock.now()}),
        ("future_not_allowed", "laatste_betaaldatum", {"laatste_betaaldatum": morgen}),
        ("invalid-products-services", "producten_of_diensten", {"producten_of_diensten": ["https://x.example/2"]}),
        ("archiefnominatie-not-set", "archiefnominatie", {"archiefstatus": "gearchiveerd"}),
        (
            "archiefactiedatum-not-set",
            "archiefactiedatum",
            {"archiefstatus": "gearchiveerd", "archiefnominatie": "vernietigen"},
        ),
        ("geometry-not-valid", None, {"zaakgeometrie": {"type": "Point", "coordinates": [400, 1]}}),
    ):
        with pytest.raises(errors.Invalid) as refusal:
            do.register_zaak(actor=SYSTEM, **{"zaaktype_id": zaaktype.pk, **velden})
        assert (refusal.value.code, refusal.value.field) == (code, field)
    for actor in (application("zaken.read"), employee(Grant("zaken.open", up_to=Vertrouwelijkheid.OPENBAAR))):
        with pytest.raises(NotAllowed):
            do.register_zaak(zaaktype_id=zaaktype.pk, actor=actor)

    assert (Zaak.objects.count(), published_events()) == (before, events)


def test_a_zaak_is_changed_in_what_is_given_and_the_trail_tells_old_and_new():
    zaak, other = register(omschrijving="Oud", betalingsindicatie="geheel", laatste_betaaldatum=clock.now()), register()

    do.change_zaak(
        zaak.pk,
        zaaktype_id=zaak.zaaktype_id,
        identificatie=zaak.identificatie,
        omschrijving="Nieuw",
        betalingsindicatie="nvt",
        opschorting_indicatie=True,
        opschorting_reden="Wacht op stukken",
        zaakgeometrie={"type": "Polygon", "coordinates": [[[3.8, 51.3], [3.9, 51.3], [3.9, 51.4], [3.8, 51.3]]]},
        relevante_andere_zaken=[Relevant(other.pk, "vervolg")],
        actor=application("zaken.change"),
    )

    zaak.refresh_from_db()
    assert (zaak.omschrijving, zaak.laatste_betaaldatum, zaak.opgeschort_op) == ("Nieuw", None, clock.today())
    assert 3.8 < zaak.lon < 3.9
    assert zaak.relevante_andere_zaken.get().andere_zaak == other
    line = Change.objects.filter(action="zaken.change").get()
    assert (line.old["omschrijving"], line.new["omschrijving"], line.actor_name) == ("Oud", "Nieuw", "Zaaksysteem")
    assert ZaakChanged(zaak_id=zaak.pk, wat="zaak", onderdeel_id=zaak.pk) == published_events()[-1]


def test_what_identifies_a_zaak_does_not_change():
    zaak = register(identificatie="A-1")
    register(identificatie="A-1", bronorganisatie="002220647")
    other = make_zaaktype("parkeervergunning")
    for code, velden in (
        ("wijzigen-niet-toegelaten", {"zaaktype_id": other.pk}),
        ("wijzigen-niet-toegelaten", {"identificatie": "A-2"}),
        ("identificatie-niet-uniek", {"bronorganisatie": "002220647"}),
        ("self-forbidden", {"hoofdzaak_id": zaak.pk}),
    ):
        with pytest.raises(errors.Invalid) as refusal:
            do.change_zaak(zaak.pk, actor=SYSTEM, **velden)
        assert refusal.value.code == code
    zaak.refresh_from_db()
    assert zaak.versie == 1


def test_a_closed_zaak_and_its_parts_change_by_force_only():
    zaak = make_closed_zaak()
    roltype = Roltype.objects.filter(zaaktype=zaak.zaaktype_id).first()
    eigenschap = Eigenschap.objects.get(zaaktype=zaak.zaaktype_id)
    document = make_document()
    acts = (
        lambda actor: do.change_zaak(zaak.pk, omschrijving="x", actor=actor),
        lambda actor: do.register_rol(
            zaak.pk, roltype_id=roltype.pk, betrokkene_type="medewerker", betrokkene="https://x.nl/1", actor=actor
        ),
        lambda actor: do.register_zaakobject(zaak.pk, object_type="pand", object_ref="https://x.nl/2", actor=actor),
        lambda actor: do.register_zaakeigenschap(zaak.pk, eigenschap_id=eigenschap.pk, waarde="12", actor=actor),
        lambda actor: do.register_zaakinformatieobject(zaak.pk, informatieobject_id=document.pk, actor=actor),
        lambda actor: do.register_zaakcontactmoment(zaak.pk, contactmoment="https://x.nl/3", actor=actor),
        lambda actor: do.register_klantcontact(zaak.pk, datumtijd=clock.now(), actor=actor),
        lambda actor: do.change_resultaat(zaak.resultaat.pk, toelichting="x", actor=actor),
    )
    before = published_events()
    for act in acts:
        with pytest.raises(NotAllowed):
            act(application("zaken.change", "zaken.open", "zaken.set_status"))
    assert published_events() == before

    for act in acts:
        act(application("zaken.force"))
    assert {event.wat for event in published_events()[len(before) :] if isinstance(event, ZaakChanged)} == {
        *("zaak", "rol", "zaakobject", "zaakeigenschap", "zaakcontactmoment", "klantcontact", "resultaat")
    }


def test_statuses_follow_their_own_moments_and_the_last_one_closes():
    zaak = register(startdatum=date(2026, 11, 1))
    first, last = statustype(zaak, "Ontvangen"), statustype(zaak, "Afgehandeld")
    opener, setter = application("zaken.open"), application("zaken.set_status")
    day = datetime(2026, 11, 10, 12, tzinfo=UTC)

    def set_status(each, moment=day, actor=SYSTEM):
        return do.register_status(zaak.pk, statustype_id=each.pk, datum_status_gezet=moment, actor=actor)

    with clock.at(NU):
        set_status(first, actor=opener)
        with pytest.raises(NotAllowed):
            set_status(first, day + timedelta(days=1), actor=opener)
        set_status(first, day + timedelta(days=1), actor=setter)
        other = Statustype.objects.filter(zaaktype=make_zaaktype("parkeervergunning")).first()
        for refusal, act in (
            (errors.StatusMomentTaken, lambda: set_status(first)),
            (errors.StatusInFuture, lambda: set_status(first, NU + timedelta(days=1))),
            (errors.StatusOfOtherZaaktype, lambda: set_status(other, NU)),
            (errors.EindstatusNeedsResultaat, lambda: set_status(last, NU)),
        ):
            with pytest.raises(refusal):
                act()
        do.register_resultaat(zaak.pk, resultaattype_id=resultaattype(zaak.zaaktype).pk, actor=SYSTEM)
        with pytest.raises(errors.ResultaatAlreadySet):
            do.register_resultaat(zaak.pk, resultaattype_id=resultaattype(zaak.zaaktype).pk, actor=SYSTEM)
        set_status(last, day + timedelta(days=2), actor=setter)
        zaak.refresh_from_db()
        assert (zaak.einddatum, zaak.archiefactiedatum) == (date(2026, 11, 12), date(2031, 11, 12))
        with pytest.raises(NotAllowed):
            set_status(first, NU, actor=setter)
        set_status(first, NU, actor=application("zaken.reopen"))
        zaak.refresh_from_db()
    assert (zaak.einddatum, zaak.archiefactiedatum, zaak.archiefnominatie) == (None, None, "")
    assert Status.objects.filter(zaak=zaak).count() == 4


def test_parts_are_of_the_zaaktype_and_name_something():
    zaak, foreign = register(), make_zaaktype("parkeervergunning")
    other = {model: model.objects.filter(zaaktype=foreign).first() for model in (Resultaattype, Roltype, Eigenschap)}
    roltype = Roltype.objects.filter(zaaktype=zaak.zaaktype_id).first()
    letter = make_document(soort="Brief")
    for code, act in (
        ("zaaktype-mismatch", lambda: do.register_resultaat(
            zaak.pk, resultaattype_id=other[Resultaattype].pk, actor=SYSTEM)),
        ("zaaktype-mismatch", lambda: do.register_rol(
            zaak.pk, roltype_id=other[Roltype].pk, betrokkene_type="medewerker", betrokkene="https://x.nl", actor=SYSTEM)),
        ("invalid-betrokkene", lambda: do.register_rol(
            zaak.pk, roltype_id=roltype.pk, betrokkene_type="medewerker", actor=SYSTEM)),
        ("zaaktype-mismatch", lambda: do.register_zaakeigenschap(
            zaak.pk, eigenschap_id=other[Eigenschap].pk, waarde="1", actor=SYSTEM)),
        ("missing-zaaktype-informatieobjecttype-relation", lambda: do.register_zaakinformatieobject(
            zaak.pk, informatieobject_id=letter.pk, actor=SYSTEM)),
        ("invalid-zaakobject", lambda: do.register_zaakobject(zaak.pk, object_type="pand", actor=SYSTEM)),
        ("missing-object-type-overige", lambda: do.register_zaakobject(
            zaak.pk, object_type="overige", object_ref="https://x.nl", actor=SYSTEM)),
    ):  # fmt: skip
        with pytest.raises(errors.Invalid) as refusal:
            act()
        assert refusal.value.code == code


def test_each_change_of_a_part_is_told_and_kept():
    zaak = register()
    roltype = Roltype.objects.filter(zaaktype=zaak.zaaktype_id).first()
    eigenschap = Eigenschap.objects.get(zaaktype=zaak.zaaktype_id)

    rol = do.register_rol(
        zaak.pk,
        roltype_id=roltype.pk,
        betrokkene_type="natuurlijk_persoon",
        betrokkene_identificatie={"inpBsn": "900000003"},
        actor=SYSTEM,
    )
    do.remove_rol(rol.pk, actor=SYSTEM)
    zaakobject = do.register_zaakobject(
        zaak.pk, object_type="pand", object_identificatie={"identificatie": "P1"}, actor=SYSTEM
    )
    do.change_zaakobject(zaakobject.pk, relatieomschrijving="gaat over", actor=SYSTEM)
    with pytest.raises(errors.WijzigenNotAllowed):
        do.change_zaakobject(zaakobject.pk, object_type="adres", actor=SYSTEM)
    do.remove_zaakobject(zaakobject.pk, actor=SYSTEM)
    waarde = do.register_zaakeigenschap(zaak.pk, eigenschap_id=eigenschap.pk, waarde="L-1", actor=SYSTEM)
    do.change_zaakeigenschap(waarde.pk, waarde="L-2", actor=SYSTEM)
    do.remove_zaakeigenschap(waarde.pk, actor=SYSTEM)
    with pytest.raises(NotFound):
        do.remove_zaakeigenschap(waarde.pk, actor=SYSTEM)

    told = [(e.wat, e.actie) for e in published_events() if isinstance(e, ZaakChanged)]
    assert told == [
        *(("rol", "create"), ("rol", "destroy")),
        *(("zaakobject", "create"), ("zaakobject", "update"), ("zaakobject", "destroy")),
        *(("zaakeigenschap", "create"), ("zaakeigenschap", "update"), ("zaakeigenschap", "destroy")),
    ]
    trail = Change.objects.filter(subject_id=str(zaak.pk)).exclude(part_id="")
    assert list(trail.order_by("id").values_list("action", flat=True)) == [f"zaken.{act}_{wat}" for wat, act in told]
    assert trail.get(action="zaken.create_rol").new["betrokkene_identificatie"] == {"inpBsn": "900000003"}


def test_a_document_in_a_zaak_is_mirrored_beside_the_document():
    zaak, document = register(), make_document()

    row = do.register_zaakinformatieobject(zaak.pk, informatieobject_id=document.pk, titel="Foto", actor=SYSTEM)
    with pytest.raises(errors.RelationExists):
        do.register_zaakinformatieobject(zaak.pk, informatieobject_id=document.pk, actor=SYSTEM)
    do.change_zaakinformatieobject(row.pk, titel="Foto's", actor=SYSTEM)

    assert ZaakDocumentLinked(zaak_id=zaak.pk, document_id=document.pk, relatie_id=row.pk) in published_events()
    assert Objectinformatieobject.objects.get(object_id=zaak.pk).informatieobject_id == document.pk
    do.remove_zaakinformatieobject(row.pk, actor=SYSTEM)
    assert not Zaakinformatieobject.objects.exists()
    assert not Objectinformatieobject.objects.exists()


def test_a_destroyed_zaak_takes_everything_with_it_but_its_documents():
    zaak, other, document = register(), register(), make_document()
    deelzaak = register(hoofdzaak_id=zaak.pk)
    do.register_zaakinformatieobject(zaak.pk, informatieobject_id=document.pk, actor=SYSTEM)
    do.register_status(
        deelzaak.pk, statustype_id=statustype(zaak, "Ontvangen").pk, datum_status_gezet=clock.now(), actor=SYSTEM
    )
    do.add_notitie(zaak.pk, tekst="x", actor=SYSTEM)
    do.change_zaak(other.pk, relevante_andere_zaken=[Relevant(zaak.pk, "vervolg")], actor=SYSTEM)
    with pytest.raises(NotAllowed):
        do.destroy_zaak(zaak.pk, actor=application("zaken.force"))
    assert Zaak.objects.count() == 3

    do.destroy_zaak(zaak.pk, actor=SYSTEM)

    assert list(Zaak.objects.values_list("pk", flat=True)) == [other.pk]
    for model in (Status, Notitie, Zaakinformatieobject, Relevantezaak, Objectinformatieobject):
        assert not model.objects.exists()
    assert EnkelvoudigInformatieobject.objects.filter(pk=document.pk).exists()
    assert not Change.objects.filter(subject_id__in=[str(zaak.pk), str(deelzaak.pk)]).exists()
    assert SecurityLine.objects.filter(action="zaken.destroy").count() == 2
    assert {event.zaak_id for event in published_events() if isinstance(event, ZaakDestroyed)} == {zaak.pk, deelzaak.pk}


def test_a_zaak_in_which_was_decided_or_that_a_report_rests_on_stays():
    zaak = make_zaak()
    do.record_besluit(
        zaak.pk,
        besluittype_id=zaak.zaaktype.catalogus.besluittypen.get(omschrijving="Vergunning").pk,
        ingangsdatum=clock.today(),
        actor=SYSTEM,
    )

    with pytest.raises(errors.ZaakStillNeeded):
        do.destroy_zaak(zaak.pk, actor=SYSTEM)
    assert Zaak.objects.filter(pk=zaak.pk).exists()
