"""The Selectielijst is loaded, served, and holds zaaktypen to it (ztc-001 to ztc-003)."""

from __future__ import annotations

import pytest

from stoep.api.testing import application, calling, wrong_fields
from stoep.catalogi.commands import load_selectielijst
from stoep.catalogi.errors import SelectielijstNotRead
from stoep.catalogi.models import Procestype, Resultaattype
from stoep.catalogi.testing import make_zaaktype
from stoep.toegang.actors import SYSTEM, Grant

KEYS = {
    "een": "b594c8d1-ea6a-4bcd-a6aa-2c7a8ad3fe5b",
    "twee": "046d5ff0-4c71-464b-8c29-cd88fa204524",
    "nihil": "6711baff-798b-4c7f-9133-8ad02c8b7c6f",
    "duur": "6d37598e-30f0-4aef-930d-3e1690725d95",
    "leeg": "f9606a6a-51f1-4ea5-a385-f8f14f25e623",
    "verleend": "e6a0c939-3404-45b0-88e3-76c94fb80ea7",
}
THERE = "https://selectielijst.openzaak.nl/api/v1"
ROOT = "/catalogi/api/v1"


def load():
    processes = [{"url": KEYS[name], "nummer": n, "jaar": 2020, "naam": name} for n, name in ((1, "een"), (2, "twee"))]
    results = [
        {
            "url": f"{THERE}/resultaten/{KEYS[name]}",
            "procesType": KEYS[process],
            "nummer": 1,
            "volledigNummer": "1.1",
            "naam": name,
            "waardering": waardering,
            "procestermijn": term,
            "bewaartermijn": kept,
            "burgerzaken": True,
        }
        for name, process, term, waardering, kept in (
            ("nihil", "een", "nihil", "vernietigen", "P10Y"),
            ("duur", "een", "ingeschatte_bestaansduur_procesobject", "vernietigen", "P1Y"),
            ("leeg", "twee", "", "blijvend_bewaren", None),
        )
    ]
    words = [{"url": KEYS["verleend"], "omschrijving": "Verleend"}]
    return load_selectielijst(procestypen=processes, resultaten=results, omschrijvingen=words, actor=SYSTEM)


def resultaattype(zaaktype, klasse, procedure, **values):
    return {
        "zaaktype": zaaktype,
        "omschrijving": "Verleend",
        "resultaattypeomschrijving": f"{THERE}/resultaattypeomschrijvingen/{KEYS['verleend']}",
        "selectielijstklasse": f"{THERE}/resultaten/{KEYS[klasse]}",
        "besluittypen": [],
        "brondatumArchiefprocedure": procedure,
    } | values


@pytest.mark.django_db
def test_the_list_is_loaded_once_more_without_doubling_and_served_to_everybody():
    assert load() == load()
    with calling(application([])) as anybody:
        processes = anybody.get("/selectielijst/api/v1/procestypen").body
        results = anybody.get(f"/selectielijst/api/v1/resultaten?procesType={processes[0]['url']}").body
        words = anybody.get("/selectielijst/api/v1/resultaattypeomschrijvingen").body
        assert anybody.get(results["results"][0]["url"]).body == results["results"][0]

    assert [each["nummer"] for each in processes] == [1, 2]
    assert results["count"] == 2
    assert results["results"][0]["procesType"] == processes[0]["url"]
    assert (results["results"][0]["burgerzaken"], results["results"][0]["veiligheid"]) == (True, False)
    assert [each["omschrijving"] for each in words] == ["Verleend"]
    with pytest.raises(SelectielijstNotRead):
        load_selectielijst(procestypen=[{"naam": "x"}], resultaten=[], actor=SYSTEM)
    assert Procestype.objects.count() == 2


@pytest.mark.django_db
def test_a_resultaattype_follows_the_selectielijst_at_whatever_address_it_is_served():
    load()
    zaaktype = make_zaaktype(published=False)
    with calling(application([Grant("catalogi.read"), Grant("catalogi.manage")])) as caller:
        url = caller.get(f"{ROOT}/zaaktypen/{zaaktype.pk}").body["url"]
        own = caller.get("/selectielijst/api/v1/procestypen").body[0]["url"]
        for address in (own, f"{THERE}/procestypen/{KEYS['een']}"):
            assert caller.patch(url, {"selectielijstProcestype": address}).body["selectielijstProcestype"] == address
        place = "selectielijstProcestype"
        for address, code in (
            ("https://elders.example/procestypen/1", "bad-url"),
            (f"{THERE}/resultaten/{KEYS['nihil']}", "invalid-resource"),
            (f"{THERE}/procestypen/{KEYS['nihil']}", "invalid-resource"),
        ):
            assert wrong_fields(caller.patch(url, {place: address})) == [(place, code)]
        before = Resultaattype.objects.count()
        ended, term = {"afleidingswijze": "afgehandeld"}, {"afleidingswijze": "termijn", "procestermijn": "P5Y"}
        for klasse, procedure, code in (
            ("nihil", term, "invalid-afleidingswijze-for-procestermijn"),
            ("duur", ended, "invalid-afleidingswijze-for-procestermijn"),
            ("leeg", ended, "procestype-mismatch"),
        ):
            answer = caller.post(f"{ROOT}/resultaattypen", resultaattype(url, klasse, procedure))
            assert wrong_fields(answer) == [("nonFieldErrors", code)], klasse
        wrong = {"resultaattypeomschrijving": f"{THERE}/resultaattypeomschrijvingen/{KEYS['een']}"}
        answer = caller.post(f"{ROOT}/resultaattypen", resultaattype(url, "nihil", ended, **wrong))
        assert wrong_fields(answer) == [("resultaattypeomschrijving", "invalid-resource")]
        assert Resultaattype.objects.count() == before

        made = caller.post(f"{ROOT}/resultaattypen", resultaattype(url, "nihil", ended)).body
        assert (made["archiefnominatie"], made["archiefactietermijn"]) == ("vernietigen", "P10Y")
        assert made["omschrijvingGeneriek"] == "Verleend"
        moved = caller.patch(url, {place: f"{THERE}/procestypen/{KEYS['twee']}"})
        assert wrong_fields(moved) == [("nonFieldErrors", "procestype-mismatch")]
