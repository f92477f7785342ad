"""A part shows what can be done with a part, haste has a button, and danger words have a page."""

from __future__ import annotations

import pytest

from stoep.foundation.errors import NotAllowed
from stoep.meldingen.commands import merge_melding, retire_gevaar, set_urgentie
from stoep.meldingen.models import Gevaar, Melding
from stoep.meldingen.queries import alarm_for, list_aanpassingen
from stoep.meldingen.rules.statussen import OF_THE_WHOLE, Stand, list_possible
from stoep.meldingen.testing import make_report
from stoep.zaken.models import Zaak

REFUSED = ("oppakken", "inplannen", "afhandelen", "annuleren", "doorzetten")


@pytest.mark.parametrize("stand", list(Stand))
def test_the_table_offers_a_part_nothing_that_its_hoofdmelding_must_do(stand):
    offered = {row.daad for row in list_possible(stand, is_deel=True)}
    assert not offered & OF_THE_WHOLE
    assert offered == {row.daad for row in list_possible(stand)} - OF_THE_WHOLE


def test_the_page_of_a_part_offers_no_refused_act_and_leads_to_its_hoofdmelding(as_noor, noor):
    hoofd, deel = make_report(), make_report()
    page = as_noor.get(f"/werkplek/zaken/{deel.zaak_id}/").content.decode()
    assert f"/werkplek/meldingen/{deel.pk}/oppakken/" in page
    merge_melding(deel.pk, hoofd_id=hoofd.pk, actor=noor.actor)
    page = as_noor.get(f"/werkplek/zaken/{deel.zaak_id}/").content.decode()
    assert "Dit is een deelmelding" in page
    assert f'href="/werkplek/zaken/{hoofd.zaak_id}/">hoofdmelding {hoofd.meldernummer}' in page
    for act in REFUSED:
        assert f"{deel.pk}/{act}/" not in page, act
    assert (
        f"/werkplek/meldingen/{hoofd.pk}/oppakken/" in as_noor.get(f"/werkplek/zaken/{hoofd.zaak_id}/").content.decode()
    )


def test_haste_is_given_and_taken_on_the_page_with_its_reason_in_the_history(as_noor):
    melding = make_report()
    page_of, act = f"/werkplek/zaken/{melding.zaak_id}/", f"/werkplek/meldingen/{melding.pk}/spoed/"
    assert "Geef spoed" in as_noor.get(page_of).content.decode()
    assert "Schrijf waarom" in as_noor.post(act, {"spoed": "ja", "reden": " "}).content.decode()
    assert not Melding.objects.get().is_spoed
    assert as_noor.post(act, {"spoed": "ja", "reden": "Er viel al iemand."}).url == page_of
    assert (Melding.objects.get().is_spoed, Zaak.objects.get().is_spoed) == (True, True)
    page = as_noor.get(page_of).content.decode()
    assert "Kreeg spoed." in page
    assert "Er viel al iemand." in page
    assert "Haal de spoed weg" in page
    seen = as_noor.get(act).context["gezien"]
    assert as_noor.post(act, {"spoed": "nee", "reden": "Toch niet", "gezien": seen}).status_code == 302
    assert "Heeft geen spoed meer." in as_noor.get(page_of).content.decode()


def test_who_comes_second_with_haste_changes_nothing_and_loses_no_words(as_noor, noor):
    melding = make_report()
    act = f"/werkplek/meldingen/{melding.pk}/spoed/"
    seen = as_noor.get(act).context["gezien"]
    set_urgentie(melding.pk, spoed=True, reden="Eerst", actor=noor.actor)
    set_urgentie(melding.pk, spoed=False, reden="Toch niet", actor=noor.actor)
    page = as_noor.post(act, {"spoed": "ja", "reden": "Mijn reden", "gezien": seen})
    assert page.status_code == 200
    assert "Mijn reden" in page.content.decode()
    assert not Melding.objects.get().is_spoed


def test_a_group_of_danger_words_is_added_tried_changed_and_retired(as_anouk, anouk, noor):
    base = "/werkplek/beheer/categorieen/gevaar/"
    assert as_anouk.get(f"{base}nieuw/").status_code == 200
    typed = {
        "titel": "Wespen? Blijf weg",
        "tekst": "Ga er niet heen.",
        "woorden": "Wespennest\nwespennest\n",
        "actief": "on",
    }
    refused = as_anouk.post(f"{base}nieuw/", {**typed, "volgorde": 3, "telefoon": "bel ons"}).content.decode()
    assert "geen telefoonnummer" in refused
    assert "Wespen? Blijf weg" in refused
    without = as_anouk.post(f"{base}nieuw/", {**typed, "volgorde": 3, "woorden": " "}).content.decode()
    assert "geef minstens één gevaarwoord" in without
    assert not Gevaar.objects.exists()
    assert as_anouk.post(f"{base}nieuw/", {**typed, "volgorde": 3}).url == base
    row = Gevaar.objects.get()
    assert (row.slug, row.woorden) == ("wespen-blijf-weg", ["wespennest"])
    assert alarm_for("een groot wespennest in de heg", "").soort.slug == row.slug
    assert "Blijf weg" in as_anouk.post(base, {"zin": "twee wespennesten bij de school"}).content.decode()
    assert "geen waarschuwing" in as_anouk.post(base, {"zin": "een losse tegel"}).content.decode()
    change = {**typed, "volgorde": 1, "categorieen": ["losse-stoeptegel"]}
    assert as_anouk.post(f"{base}{row.slug}/", change).status_code == 302
    assert alarm_for("help", "losse-stoeptegel").soort.slug == row.slug
    as_anouk.post(f"{base}{row.slug}/stoppen/", {"actief": "nee"})
    assert alarm_for("een wespennest", "losse-stoeptegel") is None
    assert as_anouk.post(f"{base}nieuw/", {**typed, "volgorde": 3}).status_code == 302
    assert set(Gevaar.objects.values_list("slug", flat=True)) == {row.slug, f"{row.slug}-2"}
    with pytest.raises(NotAllowed):
        retire_gevaar(slug=row.slug, actief=True, actor=noor.actor)
    assert not Gevaar.objects.get(pk=row.pk).actief
    assert as_anouk.post(f"{base}bestaat-niet/stoppen/").status_code == 404
    assert len(list_aanpassingen("gevaar", row.slug)) >= 3
