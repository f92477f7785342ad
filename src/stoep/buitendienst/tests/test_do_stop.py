"""What was done on the street arrives once, in the name of the inspector, and is never lost."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from stoep.berichten.models import Bericht
from stoep.buitendienst import queries
from stoep.buitendienst.commands import Daad, do_stop, remove_stop
from stoep.buitendienst.errors import DagMissing, NotitieMissing, NotitieTooLong, TooManyBuitenfotos, UitkomstUnknown
from stoep.buitendienst.events import StopDone
from stoep.buitendienst.models import Buitenhandeling, Rondestop
from stoep.buitendienst.tests.conftest import INSPECTEUR, person
from stoep.foundation import clock, storage
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.testing import published_events
from stoep.meldingen.commands import resolve_melding
from stoep.meldingen.models import FotoSoort, Melding, MeldingFoto, Standaardtekst
from stoep.meldingen.queries import show_to_melder
from stoep.meldingen.testing import make_foto
from stoep.toegang.actors import SYSTEM
from stoep.zaken.models import Notitie, Zaak


@pytest.fixture
def melding(ronde):
    made = ronde.stops.first().melding
    Melding.objects.filter(pk=made.pk).update(email="sanne@voorbeeld.example", naam="Sanne Visser")
    Bericht.objects.all().delete()
    made.refresh_from_db()
    return made


def do(ronde, melding, uitkomst, *, sleutel=None, fotos=(), actor=None, **daad):
    who = actor or queries.get_ronde(ronde.pk, SYSTEM).medewerker.account
    from stoep.toegang.queries import actor_of

    return do_stop(
        sleutel or uuid4(),
        ronde_id=ronde.pk,
        melding_id=melding.pk,
        daad=Daad(uitkomst, **daad),
        fotos=fotos,
        actor=actor or actor_of(who),
    )


def status_of(melding):
    return Zaak.objects.get(pk=melding.zaak_id).statustype.omschrijving


def test_seen_leaves_a_note_and_photos_that_the_reporter_does_not_see(ronde, melding, sem):
    moment = clock.now() - timedelta(hours=2)
    do(ronde, melding, "gezien", notitie="Zit goed los.", fotos=[make_foto()], gedaan_op=moment)
    note = Notitie.objects.get(zaak=melding.zaak_id)
    assert note.tekst.startswith("Gezien, om ")
    assert "Zit goed los." in note.tekst
    assert note.aangemaakt_door == "Sem de Groot"
    assert MeldingFoto.objects.get(melding=melding).soort == FotoSoort.BUITEN
    shown = show_to_melder(Melding.objects.whole().get(pk=melding.pk))
    assert (len(shown.fotos), len(shown.buitenfotos)) == (0, 1)
    stop = ronde.stops.get(melding=melding)
    assert (stop.uitkomst, stop.gedaan_op) == ("gezien", moment)
    assert not Bericht.objects.exists()
    assert [event.uitkomst for event in published_events() if isinstance(event, StopDone)] == ["gezien"]


def test_done_closes_the_report_with_the_chosen_text_and_the_photo_of_the_repair(ronde, melding):
    chosen = Standaardtekst.objects.filter(handeling="opgelost", categorie__isnull=True).first()
    do(ronde, melding, "gedaan", fotos=[make_foto("#112233"), make_foto("#445566")], standaardtekst_id=chosen.pk)
    melding.refresh_from_db()
    assert status_of(melding) == "Afgehandeld"
    assert melding.oplossing == chosen.tekst
    assert list(MeldingFoto.objects.values_list("soort", flat=True)) == ["herstel", "herstel"]
    sent = Bericht.objects.get()
    assert sent.soort == "melding-opgelost"
    assert chosen.tekst in sent.tekst
    assert "Sanne Visser" in sent.tekst


@pytest.mark.parametrize(
    ("uitkomst", "daad", "status", "soort"),
    [
        ("niet_gevonden", {}, "Afgehandeld", "melding-niet-gevonden"),
        ("inplannen", {"dag": True}, "Ingepland", "melding-ingepland"),
        ("vraag", {"notitie": "Bij welke lantaarn is het?"}, "Reactie gevraagd", "melding-vraag"),
        ("doorzetten", {"notitie": "Is voor de provincie."}, "Gemeld", ""),
    ],
)
def test_each_outcome_is_an_act_of_the_report(ronde, melding, uitkomst, daad, status, soort):
    if "dag" in daad:
        daad = {"dag": clock.today() + timedelta(days=3)}
    do(ronde, melding, uitkomst, **daad)
    assert status_of(melding) == status
    assert [one.soort for one in Bericht.objects.all()] == ([soort] if soort else [])


def test_sent_again_it_is_the_same_act(ronde, melding, sem):
    sleutel = uuid4()
    first = do(ronde, melding, "gezien", sleutel=sleutel, notitie="Eenmaal.", fotos=[make_foto()])
    again = do(ronde, melding, "gezien", sleutel=sleutel, notitie="Eenmaal.", fotos=[make_foto()])
    assert again.pk == first.pk
    assert Notitie.objects.count() == MeldingFoto.objects.count() == Buitenhandeling.objects.count() == 1
    other = person(*INSPECTEUR, naam="Daan Mulder", username="daan")
    with pytest.raises(NotFound):
        do(ronde, melding, "gezien", sleutel=sleutel, actor=other.actor)


def test_what_a_colleague_closed_meanwhile_keeps_words_and_photos(ronde, melding):
    resolve_melding(melding.pk, tekst="Al gedaan.", actor=SYSTEM)
    Bericht.objects.all().delete()
    made = do(ronde, melding, "gedaan", notitie="Ik heb hem vastgezet.", fotos=[make_foto()])
    assert made.botsing == "melding-is-closed"
    assert "al afgehandeld" in made.uitleg
    assert "Ik heb hem vastgezet." in Notitie.objects.get().tekst
    kept = queries.list_niet_verwerkt(ronde).get()
    assert kept.notitie == "Ik heb hem vastgezet."
    assert storage.exists(kept.fotos.get().sha256)
    assert ronde.stops.get(melding=melding).is_done
    assert not Bericht.objects.exists()
    melding.refresh_from_db()
    assert melding.oplossing == "Al gedaan."


def test_a_stop_that_was_taken_off_meanwhile_comes_back_because_somebody_was_there(ronde, melding, sem):
    remove_stop(ronde.stops.get(melding=melding).pk, actor=sem.actor)
    do(ronde, melding, "gezien")
    assert ronde.stops.get(melding=melding).uitkomst == "gezien"


def test_a_telephone_whose_clock_is_wrong_does_not_write_the_future(ronde, melding):
    do(ronde, melding, "gezien", gedaan_op=clock.now() + timedelta(days=400))
    assert ronde.stops.get(melding=melding).gedaan_op <= clock.now()
    made = do(ronde, melding, "gezien", gedaan_op=clock.now() - timedelta(days=4000))
    assert made.gedaan_op > clock.now() - timedelta(days=40)


@pytest.mark.parametrize(
    ("uitkomst", "daad", "fotos", "error"),
    [
        ("", {}, 0, UitkomstUnknown),
        ("<script>", {}, 0, UitkomstUnknown),
        ("gezien", {"notitie": "x" * 2001}, 0, NotitieTooLong),
        ("doorzetten", {"notitie": "  "}, 0, NotitieMissing),
        ("vraag", {}, 0, NotitieMissing),
        ("inplannen", {}, 0, DagMissing),
        ("gezien", {}, 4, TooManyBuitenfotos),
    ],
)
def test_what_can_be_mended_is_refused_and_nothing_happened(ronde, melding, uitkomst, daad, fotos, error):
    with pytest.raises(error):
        do(ronde, melding, uitkomst, fotos=[make_foto()] * fotos, **daad)
    assert not Buitenhandeling.objects.exists()
    assert not Notitie.objects.exists()
    assert not Rondestop.objects.exclude(uitkomst="").exists()


def test_who_may_not_close_keeps_the_words_and_hears_why(ronde, melding, sem):
    from stoep.toegang.models import Recht

    Recht.objects.filter(right="zaken.close").delete()
    made = do(ronde, melding, "gedaan", notitie="Klaar.")
    assert made.botsing == "not-allowed"
    assert status_of(melding) == "Gemeld"
    assert "Klaar." in Notitie.objects.get().tekst


def test_who_walks_no_rounds_does_nothing(ronde, melding):
    noor = person("meldingen.*", "zaken.*", naam="Noor Bakker", username="noor")
    with pytest.raises(NotAllowed):
        do(ronde, melding, "gezien", actor=noor.actor)
    assert not Buitenhandeling.objects.exists()
