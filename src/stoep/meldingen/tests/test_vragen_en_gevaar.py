"""Extra questions, and words that mean danger: pure rules first, then the way of a resident and of an employee."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stoep.foundation import clock
from stoep.foundation.errors import Invalid, NotAllowed
from stoep.meldingen.commands import put_gevaar, put_vraag, retire_categorie, set_urgentie
from stoep.meldingen.commands.import_categorieen import DATA, put_vragen_en_gevaren, read
from stoep.meldingen.models import Categorie, Concept, Melding, Vraag
from stoep.meldingen.rules.gevaar import Gevaarsoort, find_alarm
from stoep.meldingen.rules.vragen import (
    Voorwaarderij,
    Vraagvorm,
    applicable,
    find_faults,
    freeze,
    read_antwoord,
    to_logic,
    to_rows,
)
from stoep.meldingen.testing import make_report
from stoep.toegang.actors import ANONYMOUS, SYSTEM

GEVAREN = [
    Gevaarsoort(**{name: tuple(value) if isinstance(value, list) else value for name, value in one.items()})
    for one in read(DATA / "gevaren.json")["gevaren"]
]
LAMPEN = Vraagvorm("aantal", "Hoeveel lampen zijn uit?", "getal")
STRAAT = Vraagvorm("straat", "Is de hele straat donker?", "ja-nee", voorwaarde={">": [{"var": "aantal"}, 3]})


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Ik ruik gas bij de school", "gas"),
        ("sterke gaslucht op de hoek", "gas"),
        ("er hangt een stroomkabel los boven de stoep", "stroom"),
        ("er is iemand gewond geraakt door de tegel", "levensgevaar"),
        ("container staat in brand!!", "levensgevaar"),
        ("GEVAAR: gat in de weg", "gevaar-op-straat"),
        ("de boom dreigt om te vallen op de weg", "gevaar-op-straat"),
        ("lantaarnpaal brand niet meer", None),
        ("de lamp van de lantaarn brand de hele dag", None),
        ("gewonde vogel in het gras", None),
        ("er is geen gevaar maar het is wel lelijk", None),
        ("gevaarlijke oversteek bij de school", None),
        ("er ligt een stoeptegel los", None),
        ("lachgas patronen in het park", None),
        ("", None),
    ],
)
def test_danger_words_are_found_and_their_lookalikes_are_not(tekst, soort):
    alarm = find_alarm(tekst, "", GEVAREN)
    assert (alarm.soort.slug if alarm else None) == soort


def test_some_categories_are_dangerous_whatever_one_writes():
    assert find_alarm("help", "gaslucht", GEVAREN).soort.slug == "gas"


@given(st.text(max_size=300))
@settings(max_examples=80, deadline=None)
def test_looking_for_danger_never_fails(tekst):
    find_alarm(tekst, "", GEVAREN)


@pytest.mark.parametrize(
    ("antwoorden", "gevraagd"),
    [({}, ["aantal"]), ({"aantal": 3}, ["aantal"]), ({"aantal": 4}, ["aantal", "straat"])],
)
def test_a_question_is_asked_when_its_condition_holds(antwoorden, gevraagd):
    assert [one.sleutel for one in applicable([LAMPEN, STRAAT], antwoorden)] == gevraagd


def test_an_answer_to_a_question_that_no_longer_applies_is_not_kept():
    assert [one["sleutel"] for one in freeze([LAMPEN, STRAAT], {"aantal": 2, "straat": True})] == ["aantal"]


@pytest.mark.parametrize(
    ("soort", "gegeven", "gelezen"),
    [
        ("getal", "4", 4),
        ("getal", "vier", None),
        ("getal", "-1", None),
        ("getal", "99999999999", None),
        ("ja-nee", "ja", True),
        ("ja-nee", "misschien", None),
        ("datum", "2026-12-03", "2026-12-03"),
        ("datum", "2026-13-40", None),
        ("keuze", "rood", "rood"),
        ("keuze", "<script>", None),
        ("tekst", "L-12 \N{ROCKET}", "L-12 \N{ROCKET}"),
        ("tekst", "x" * 501, None),
        ("meerkeuze", ["rood", "paars"], ["rood"]),
    ],
)
def test_an_answer_that_will_not_do_is_refused_in_words(soort, gegeven, gelezen):
    vraag = Vraagvorm("v", "Vraag?", soort, keuzes=("rood", "blauw"))
    if gelezen is None:
        with pytest.raises(ValueError, match=r"\w"):
            read_antwoord(vraag, gegeven)
    else:
        assert read_antwoord(vraag, gegeven) == gelezen


@pytest.mark.parametrize(
    "logica",
    [
        {"exec": ["rm"]},
        {"map": [{"var": "aantal"}, {"var": ""}]},
        {"==": [{"var": "onbekend"}, 1]},
        {"a": 1, "b": 2},
        [1],
        "ja",
        {"and": [{"and": [{"and": [{"and": [{"and": [{"and": [{"and": [1]}]}]}]}]}]}]},
    ],
)
def test_a_condition_that_does_more_than_compare_earlier_answers_is_refused(logica):
    assert find_faults(logica, ["aantal"])


def test_rows_of_a_condition_become_jsonlogic_and_back():
    rows = [Voorwaarderij("aantal", ">", "3"), Voorwaarderij("straat", "==", "ja")]
    logica = to_logic(rows, {"aantal": LAMPEN, "straat": STRAAT})
    assert logica == {"and": [{">": [{"var": "aantal"}, 3]}, {"==": [{"var": "straat"}, True]}]}
    assert to_rows(logica) == rows
    assert to_rows({"or": [1, 2]}) is None


@pytest.fixture
def asking(havendam):
    put_vraag(
        categorie="lantaarnpaal-uit", sleutel="aantal", tekst="Hoeveel lampen zijn uit?", soort="getal", actor=SYSTEM
    )
    put_vraag(
        categorie="lantaarnpaal-uit",
        sleutel="straat",
        tekst="Is de hele straat donker?",
        soort="ja-nee",
        verplicht=True,
        volgorde=1,
        voorwaarde={">": [{"var": "aantal"}, 3]},
        actor=SYSTEM,
    )
    put_gevaar(slug="gas", titel="Bel eerst", tekst="Ga weg.", telefoon="0800-9009", woorden=["gaslucht"], actor=SYSTEM)


def begin(client, tekst="er is een lamp uit", categorie="lantaarnpaal-uit", **more):
    response = client.post("/melden/", {"tekst": tekst, "categorie": categorie, **more})
    assert response.status_code == 302, response.content.decode()
    token = response.url.split("/")[2]
    client.post(f"/melden/{token}/waar/", {"adres": "Kade 1"})
    return token


def test_a_resident_is_asked_more_only_when_the_first_answer_gives_cause(client, asking, addresses):
    token = begin(client)
    page = client.get(f"/melden/{token}/extra/").content.decode()
    assert "Hoeveel lampen" in page
    assert "hele straat donker" not in page
    page = client.post(f"/melden/{token}/extra/", {"vraag-aantal": "7"}).content.decode()
    assert "hele straat donker" in page
    refused = client.post(f"/melden/{token}/extra/", {"vraag-aantal": "7", "vraag-straat": ""})
    assert refused.status_code == 200
    assert "Beantwoord deze vraag" in refused.content.decode()
    done = client.post(f"/melden/{token}/extra/", {"vraag-aantal": "7", "vraag-straat": "ja", "vraag-vreemd": "x"})
    assert done.url.endswith("/foto/")
    assert Concept.objects.get().antwoorden == {"aantal": 7, "straat": True}
    assert "Hoeveel lampen" in client.get(f"/melden/{token}/versturen/").content.decode()
    client.post(f"/melden/{token}/versturen/", {})
    melding = Melding.objects.get()
    assert [(one["vraag"], one["tekst"]) for one in melding.antwoorden] == [
        ("Hoeveel lampen zijn uit?", "7"),
        ("Is de hele straat donker?", "Ja"),
    ]
    put_vraag(categorie="lantaarnpaal-uit", sleutel="aantal", tekst="Anders gevraagd?", soort="getal", actor=SYSTEM)
    assert "Hoeveel lampen zijn uit?" in client.get(f"/melden/ontvangen/{token}/").content.decode()


@pytest.mark.parametrize("fout", ["\x00", "<script>alert(1)</script>", "\N{ROCKET}" * 50, "9" * 5000, "1.5", "-3"])
def test_bad_answers_get_a_message_and_nothing_is_lost(client, asking, addresses, fout):
    token = begin(client)
    response = client.post(f"/melden/{token}/extra/", {"vraag-aantal": fout})
    assert response.status_code in (200, 302)
    assert "<script>alert" not in response.content.decode()
    assert Concept.objects.get().tekst == "er is een lamp uit"


def test_a_category_without_questions_has_no_step_for_them(client, asking, addresses):
    token = begin(client, "losse tegel", "losse-stoeptegel")
    assert client.get(f"/melden/{token}/extra/").url.endswith("/foto/")
    assert "Stap 3 van 4" in client.get(f"/melden/{token}/foto/").content.decode()


def test_danger_is_told_before_going_on_and_gives_the_report_haste(client, asking, addresses):
    stopped = client.post("/melden/", {"tekst": "gaslucht bij de lamp", "categorie": "losse-stoeptegel"})
    assert stopped.status_code == 200
    assert "0800-9009" in stopped.content.decode()
    assert not Concept.objects.exists()
    token = begin(client, "gaslucht bij de lamp", "losse-stoeptegel", gevaar_gezien="gas")
    client.post(f"/melden/{token}/versturen/", {})
    melding = Melding.objects.select_related("zaak").get()
    assert (melding.urgentie, melding.gevaar, melding.zaak.is_spoed) == ("spoed", "gas", True)
    assert (melding.verwacht_op - clock.today()).days <= 5


def test_a_handler_may_take_haste_away_and_give_it(havendam, noor):
    melding = make_report()
    set_urgentie(melding.pk, spoed=True, actor=noor.actor)
    melding = Melding.objects.select_related("zaak").get()
    assert (melding.is_spoed, melding.zaak.is_spoed) == (True, True)
    set_urgentie(melding.pk, spoed=False, actor=noor.actor)
    assert not Melding.objects.select_related("zaak").get().zaak.is_spoed
    with pytest.raises((NotAllowed, Exception)):
        set_urgentie(melding.pk, spoed=True, actor=ANONYMOUS)


@pytest.mark.parametrize(
    "fout",
    [
        {"sleutel": "Met Hoofdletter"},
        {"tekst": " "},
        {"tekst": "Wat is het kenteken?"},
        {"soort": "raadsel"},
        {"soort": "keuze", "keuzes": ["een"]},
        {"voorwaarde": {"==": [{"var": "bestaat-niet"}, 1]}},
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_and_not_stored(havendam, fout):
    goed = {"categorie": "ratten", "sleutel": "v", "tekst": "Hoeveel?", "soort": "getal"}
    with pytest.raises(Invalid):
        put_vraag(**{**goed, **fout}, actor=SYSTEM)
    assert not Vraag.objects.exists()


def test_a_category_removed_while_in_use_leads_somewhere_good(client, asking, addresses):
    token = begin(client)
    link = Concept.objects.get().categorie.slug
    melding = make_report(categorie="lantaarnpaal-uit")
    with pytest.raises(Invalid):
        retire_categorie(slug="lantaarnpaal-uit", opvolger="lantaarnpaal-uit", actor=SYSTEM)
    retire_categorie(slug="lantaarnpaal-uit", opvolger="losse-stoeptegel", actor=SYSTEM)
    melding.refresh_from_db()
    assert melding.categorie.slug == "lantaarnpaal-uit"
    client.post(f"/melden/{token}/versturen/", {})
    assert Melding.objects.exclude(pk=melding.pk).get().categorie.slug == "losse-stoeptegel"
    other = begin(client, "lamp uit", link)
    assert Concept.objects.get(token=other).categorie.slug == "losse-stoeptegel"


def test_the_questions_and_dangers_that_come_with_stoep_can_all_be_asked(db):
    from stoep.meldingen.commands import put_categorie

    put_categorie(slug="hoofd", naam="Hoofd", actor=SYSTEM)
    slugs = set(read(DATA / "vragen.json")["vragen"])
    for slug in slugs:
        put_categorie(slug=slug, naam=slug, hoofdcategorie="hoofd", actor=SYSTEM)
    put_vragen_en_gevaren(actor=SYSTEM)
    assert set(Vraag.objects.values_list("categorie__slug", flat=True)) == slugs
    known = {sub["slug"] for hoofd in read(DATA / "categorieen.json")["categorieen"] for sub in hoofd["subcategorieen"]}
    assert slugs <= known
    assert json.dumps(list(Vraag.objects.values_list("voorwaarde", flat=True)))
    assert Categorie.objects.filter(slug="hoofd").exists()
