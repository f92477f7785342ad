"""Reporters are forgotten by term, in every table; what figures need stays."""

from __future__ import annotations

import sys
from datetime import timedelta

import pytest
from django.db import connection

from stoep.documenten.models import EnkelvoudigInformatieobject
from stoep.foundation import clock, storage
from stoep.meldingen.commands import (
    anonymise_meldingen,
    answer_melding,
    ask_melder,
    give_tevredenheid,
    make_melding,
    put_instellingen,
    request_heropenen,
    resolve_melding,
)
from stoep.meldingen.models import Melding, MeldingFoto
from stoep.meldingen.testing import KADE, make_foto, make_report
from stoep.toegang.actors import ANONYMOUS, SYSTEM
from stoep.zaken.commands import add_notitie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam")]

MARKER = "Kwibusmarker"
IN_A_YEAR = timedelta(days=400)


def tables_with(marker):
    """Every table and column of text, JSON or arrays that holds the marker somewhere."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() "
            "AND (data_type IN ('text', 'character varying', 'json', 'jsonb', 'ARRAY'))"
        )
        found = []
        for table, column in cursor.fetchall():
            cursor.execute(
                f'SELECT EXISTS (SELECT FROM "{table}" WHERE "{column}"::text ILIKE %s)',
                [f"%{marker}%"],
            )
            if cursor.fetchone()[0]:
                found.append(f"{table}.{column}")
    return found


def live_a_life(noor):
    """A report with the marker in everything that a person, or a colleague about him, can write."""
    made = make_melding(
        categorie="losse-stoeptegel",
        point=KADE,
        tekst=f"Los bij {MARKER}",
        adres="Kade 1",
        naam=f"Jan {MARKER}",
        email=f"{MARKER}@voorbeeld.example",
        telefoon="0612345678",
        fotos=[make_foto("#123456")],
        actor=ANONYMOUS,
    )
    ask_melder(made.pk, tekst=f"Beste {MARKER}, waar is het?", actor=noor.actor)
    answer_melding(made.pk, tekst=f"Bij {MARKER} thuis", fotos=[make_foto("#654321")], actor=ANONYMOUS)
    add_notitie(made.zaak_id, tekst=f"{MARKER} belde", actor=noor.actor)
    resolve_melding(made.pk, tekst=f"Dank u wel {MARKER}", foto=make_foto("#00ff00"), actor=noor.actor)
    give_tevredenheid(made.pk, ronde=1, tevreden=False, redenen=["niet-opgelost"], tekst=MARKER, actor=ANONYMOUS)
    request_heropenen(made.pk, tekst=f"Kijk nog eens, {MARKER}", actor=ANONYMOUS)
    return made


def test_after_the_term_nothing_of_the_person_remains_in_any_table(noor):
    made = live_a_life(noor)
    assert len(tables_with(MARKER)) > 8
    hashes = list(MeldingFoto.objects.exclude(soort="herstel").values_list("sha256", flat=True))
    with clock.at(clock.now() + IN_A_YEAR):
        night = anonymise_meldingen()
    assert (night.meldingen, night.fotos, night.fout) == (1, 2, "")
    assert night.berichten >= 3
    assert tables_with(MARKER) == []
    assert not any(storage.exists(sha256) for sha256 in hashes)

    made.refresh_from_db()
    assert (made.categorie.slug, made.adres, made.uitkomst) == ("losse-stoeptegel", "Kade 1", "opgelost")
    assert made.tevredenheden.get().redenen == ["niet-opgelost"]
    assert list(made.fotos.values_list("soort", flat=True)) == ["herstel"]
    assert EnkelvoudigInformatieobject.objects.count() == 1
    with clock.at(clock.now() + IN_A_YEAR):
        assert anonymise_meldingen().meldingen == 0


def test_before_the_term_and_while_open_everything_stays(noor):
    live_a_life(noor)
    open_one = make_report()
    with clock.at(clock.now() + timedelta(days=300)):
        assert anonymise_meldingen().meldingen == 0
    with clock.at(clock.now() + IN_A_YEAR):
        anonymise_meldingen()
    open_one.refresh_from_db()
    assert open_one.email == "sanne@voorbeeld.example"


def test_who_was_anonymous_keeps_his_words_without_what_names_a_person(noor):
    made = make_report(naam="", email="", tekst="Losse tegel bij mevrouw De Wit, bel 06-12345678.")
    resolve_melding(made.pk, tekst="Gedaan.", actor=noor.actor)
    with clock.at(clock.now() + IN_A_YEAR):
        anonymise_meldingen()
    made.refresh_from_db()
    assert made.tekst == "Losse tegel bij mevrouw [naam], bel [telefoonnummer]."


def test_the_terms_are_those_of_the_municipality(noor):
    made = make_report(fotos=1)
    resolve_melding(made.pk, tekst="Gedaan.", actor=noor.actor)
    put_instellingen(bewaar_contact_dagen=30, bewaar_foto_dagen=900, actor=SYSTEM)
    with clock.at(clock.now() + timedelta(days=31)):
        night = anonymise_meldingen()
    assert (night.meldingen, night.fotos) == (1, 0)
    assert made.fotos.count() == 1


def test_a_photo_that_another_document_holds_keeps_its_file(noor):
    first, second = make_report(fotos=1), make_report(fotos=1)
    resolve_melding(first.pk, tekst="Gedaan.", actor=noor.actor)
    with clock.at(clock.now() + IN_A_YEAR):
        anonymise_meldingen()
    assert storage.exists(second.fotos.get().sha256)


def test_a_report_that_fails_stays_whole_and_stops_only_itself(noor, monkeypatch):
    good, bad = make_report(), make_report()
    for one in (good, bad):
        resolve_melding(one.pk, tekst="Gedaan.", actor=noor.actor)
    module = sys.modules["stoep.meldingen.commands.anonymise_meldingen"]
    real = module.anonymise_zaak

    def anonymise(zaak_id, *, actor):
        if zaak_id == bad.zaak_id:
            raise ValueError("bezet")
        return real(zaak_id, actor=actor)

    monkeypatch.setattr(module, "anonymise_zaak", anonymise)
    with clock.at(clock.now() + IN_A_YEAR):
        night = anonymise_meldingen()
    assert night.meldingen == 1
    assert night.fout.startswith("1 meldingen lukten niet")
    assert Melding.objects.get(pk=bad.pk).email == "sanne@voorbeeld.example"
    assert Melding.objects.get(pk=good.pk).email == ""
