"""Merging reports that say the same, and splitting them: two levels, one message each, both histories."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from stoep.berichten.models import Bericht
from stoep.foundation import clock
from stoep.foundation.errors import NotAllowed, NotFound
from stoep.foundation.testing import published_events
from stoep.meldingen import queries
from stoep.meldingen.commands import (
    accept_melding,
    confirm_volger,
    follow_melding,
    merge_melding,
    plan_melding,
    resolve_melding,
    split_melding,
)
from stoep.meldingen.errors import CannotMerge, MeldingIsDeel, NotMerged, RedenMissing
from stoep.meldingen.events import MeldingMerged
from stoep.meldingen.models import Volger
from stoep.meldingen.queries.kandidaten import find_kandidaten
from stoep.meldingen.rules.samenvoegen import Plaats, decide_samenvoegen
from stoep.meldingen.rules.vlakbij import Vergeleken, compare
from stoep.meldingen.testing import WILGENLAAN, make_foto, make_report
from stoep.toegang.actors import ANONYMOUS, Grant, Vertrouwelijkheid
from stoep.toegang.testing import employee, sign_in_client
from stoep.zaken.models import Gebeurtenis, Zaak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("havendam", "addresses")]

ZAAKVERTROUWELIJK = Vertrouwelijkheid.ZAAKVERTROUWELIJK
TEKST = "Wij behandelen deze meldingen samen."


@pytest.fixture
def drie():
    made = [make_report(email=f"melder{number}@voorbeeld.example", naam=f"Melder {number}") for number in range(3)]
    Bericht.objects.all().delete()
    return made


def merge(deel, hoofd, actor, **more):
    return merge_melding(deel.pk, hoofd_id=hoofd.pk, actor=actor, **more)


def zaak_of(melding):
    return Zaak.objects.select_related("statustype", "resultaat__resultaattype").get(pk=melding.zaak_id)


def told():
    return sorted(Bericht.objects.values_list("ontvanger", flat=True))


def test_a_merged_report_is_a_deelzaak_and_both_histories_say_who_and_why(drie, noor):
    deel, hoofd, _other = drie
    assert merge(deel, hoofd, noor.actor, reden="Zelfde tegel").pk == hoofd.pk
    assert zaak_of(deel).hoofdzaak_id == hoofd.zaak_id
    for melding, other in ((deel, hoofd), (hoofd, deel)):
        line = Gebeurtenis.objects.get(zaak=melding.zaak_id, soort="samengevoegd")
        assert (line.wie_naam, line.tekst, line.waarden["ander"]) == (
            "Noor Bakker",
            "Zelfde tegel",
            other.meldernummer,
        )
    assert [event.hoofd_id for event in published_events() if isinstance(event, MeldingMerged)] == [hoofd.pk]
    assert told() == [], "without a text nobody is mailed"


def test_all_reporters_and_followers_get_one_message_and_none_again(drie, noor):
    deel, hoofd, third = drie
    for email in ("volger@voorbeeld.example", deel.email.upper()):
        follow_melding(hoofd.pk, email=email, actor=ANONYMOUS)
    for volger in Volger.objects.all():
        confirm_volger(volger.pk, actor=ANONYMOUS)
    merge(third, hoofd, noor.actor)
    Bericht.objects.all().delete()
    merge(deel, hoofd, noor.actor, tekst=TEKST)
    assert told() == sorted([deel.email, hoofd.email, third.email, "volger@voorbeeld.example"])
    with pytest.raises(CannotMerge, match="horen al bij elkaar"):
        merge(deel, hoofd, noor.actor, tekst=TEKST)
    assert Bericht.objects.count() == 4


def test_parts_follow_status_day_and_end_of_the_hoofdmelding_and_each_hears_once(drie, noor):
    deel, hoofd, _other = drie
    merge(deel, hoofd, noor.actor)
    accept_melding(hoofd.pk, bericht=True, actor=noor.actor)
    assert str(zaak_of(deel).statustype) == "In behandeling"
    plan_melding(hoofd.pk, dag=clock.today(), tekst="Wij komen op {{ dag }}.", actor=noor.actor)
    deel.refresh_from_db()
    assert (str(zaak_of(deel).statustype), deel.gepland_op) == ("Ingepland", clock.today())
    subject = f"Uw melding {hoofd.meldernummer} is opgelost"  # as the form fills it in for the hoofdmelding
    resolve_melding(hoofd.pk, tekst="De tegel ligt vast.", onderwerp=subject, foto=make_foto(), actor=noor.actor)
    assert zaak_of(deel).is_closed
    assert zaak_of(deel).resultaat.resultaattype.omschrijving == "Opgelost"
    assert told() == sorted([deel.email, hoofd.email] * 3)
    mails = Bericht.objects.filter(ontvanger=deel.email)
    for mail in mails:
        assert deel.meldernummer in mail.onderwerp + mail.tekst
        assert hoofd.meldernummer not in mail.onderwerp + mail.tekst


def test_the_reporter_of_a_part_sees_the_progress_and_the_repair_of_the_whole(client, drie, noor):
    deel, hoofd, _other = drie
    merge(deel, hoofd, noor.actor)
    resolve_melding(hoofd.pk, tekst="De tegel ligt vast.", foto=make_foto(), actor=noor.actor)
    page = client.get(queries.status_path(deel)).content.decode()
    assert "Wij behandelen ze samen" in page
    assert "De tegel ligt vast." in page
    assert hoofd.meldernummer not in page
    assert hoofd.naam not in page
    (foto,) = hoofd.fotos.all()
    assert client.get(f"{queries.status_path(deel)}foto/{foto.pk}/").status_code == 200
    other = make_report(fotos=1)
    assert client.get(f"{queries.status_path(deel)}foto/{other.fotos.get().pk}/").status_code == 404


def test_refuses_to_work_on_a_part_as_if_it_stood_alone(drie, noor):
    deel, hoofd, _other = drie
    merge(deel, hoofd, noor.actor)
    for act in (
        lambda: accept_melding(deel.pk, actor=noor.actor),
        lambda: plan_melding(deel.pk, dag=clock.today(), actor=noor.actor),
        lambda: resolve_melding(deel.pk, tekst="Klaar", actor=noor.actor),
    ):
        with pytest.raises(MeldingIsDeel, match=hoofd.meldernummer):
            act()
    assert str(zaak_of(deel).statustype) == "Gemeld"


def test_a_hoofdmelding_that_goes_into_another_takes_its_parts_along(drie, noor):
    deel, hoofd, groter = drie
    merge(deel, hoofd, noor.actor)
    merge(hoofd, groter, noor.actor)
    assert {zaak_of(deel).hoofdzaak_id, zaak_of(hoofd).hoofdzaak_id} == {groter.zaak_id}


def test_merging_with_a_part_means_merging_with_its_hoofdmelding(drie, noor):
    deel, hoofd, third = drie
    merge(deel, hoofd, noor.actor)
    assert merge(third, deel, noor.actor).pk == hoofd.pk
    assert zaak_of(third).hoofdzaak_id == hoofd.zaak_id


def test_refuses_a_circle_itself_a_part_of_another_and_what_is_closed_and_nothing_happens(drie, noor):
    deel, hoofd, third = drie
    merge(deel, hoofd, noor.actor)
    for one, other in ((hoofd, deel), (hoofd, hoofd), (deel, third)):
        with pytest.raises(CannotMerge):
            merge(one, other, noor.actor, tekst=TEKST)
    resolve_melding(third.pk, tekst="Klaar", actor=noor.actor)
    Bericht.objects.all().delete()
    with pytest.raises(CannotMerge, match="afgehandeld"):
        merge(hoofd, third, noor.actor, tekst=TEKST)
    assert zaak_of(hoofd).hoofdzaak_id is None
    assert zaak_of(deel).hoofdzaak_id == hoofd.zaak_id
    assert told() == []


def test_who_may_not_touch_or_see_a_report_cannot_merge_it(drie, noor):
    deel, hoofd, _other = drie
    with pytest.raises(NotAllowed):
        merge(deel, hoofd, employee("meldingen.read", "zaken.read"))
    Zaak.objects.filter(pk=hoofd.zaak_id).update(vertrouwelijkheidaanduiding="geheim")
    with pytest.raises(NotFound):
        merge(deel, hoofd, employee(*(Grant(right, "*", ZAAKVERTROUWELIJK) for right in ("meldingen.*", "zaken.*"))))
    assert zaak_of(deel).hoofdzaak_id is None


def test_a_part_that_is_split_off_has_its_own_status_and_term_again(drie, noor):
    deel, hoofd, _other = drie
    merge(deel, hoofd, noor.actor)
    plan_melding(hoofd.pk, dag=clock.today(), actor=noor.actor)
    with pytest.raises(RedenMissing):
        split_melding(deel.pk, reden=" ", actor=noor.actor)
    split_melding(deel.pk, reden="Andere tegel", tekst="Wij behandelen uw melding apart.", actor=noor.actor)
    deel.refresh_from_db()
    zaak = zaak_of(deel)
    assert (zaak.hoofdzaak_id, str(zaak.statustype), deel.gepland_op) == (None, "In behandeling", None)
    assert zaak.einddatum_gepland == deel.verwacht_op
    assert told() == [deel.email]
    assert Gebeurtenis.objects.filter(soort="losgemaakt", tekst="Andere tegel").count() == 2
    with pytest.raises(NotMerged):
        split_melding(deel.pk, reden="Nog een keer", actor=noor.actor)
    resolve_melding(hoofd.pk, tekst="Klaar", actor=noor.actor)
    assert not zaak_of(deel).is_closed


def test_candidates_come_by_distance_subject_time_and_words_with_the_reasons(drie, noor):
    deel, _hoofd, _third = drie
    make_report(point=WILGENLAAN)
    make_report(categorie="gaslucht", tekst="Het ruikt hier")
    found = find_kandidaten(deel, noor.actor)
    assert len(found) >= 2
    best = found[0].gelijkenis
    assert "op dezelfde plek" in best.redenen
    assert "zelfde onderwerp" in best.redenen
    assert [one.gelijkenis.punten for one in found] == sorted((one.gelijkenis.punten for one in found), reverse=True)
    merge(deel, found[0].melding, noor.actor)
    deel = queries.get_melding(deel.pk, noor.actor)
    assert found[0].melding.pk not in {one.melding.pk for one in find_kandidaten(deel, noor.actor)}


def test_the_page_shows_the_plan_and_the_message_before_it_is_done(client, drie, noor):
    deel, hoofd, _other = drie
    sign_in_client(client, noor.account)
    address = f"/werkplek/meldingen/{deel.pk}/samenvoegen/"
    assert hoofd.meldernummer in client.get(address).content.decode()
    form = {"hoofd": str(hoofd.pk), "tekst": TEKST, "onderwerp": "Samen", "reden": "Zelfde"}
    page = client.post(address, {**form, "stap": "voorbeeld"}).content.decode()
    assert "Dit gaat er gebeuren" in page
    assert TEKST in page
    assert zaak_of(deel).hoofdzaak_id is None
    client.post(address, {**form, "stap": "versturen"})
    assert zaak_of(deel).hoofdzaak_id == hoofd.zaak_id
    page = client.get(f"/werkplek/meldingen/{hoofd.pk}/afhandelen/").content.decode()
    assert "1 deelmelding" in page
    assert "andere melders (1)" in page


@pytest.mark.parametrize("nummer", ["M-222222", "😀", "<script>", "x" * 60, "'; drop table"])
def test_a_number_that_is_none_is_told_at_the_field(client, drie, noor, nummer):
    sign_in_client(client, noor.account)
    address = f"/werkplek/meldingen/{drie[0].pk}/samenvoegen/"
    page = client.post(address, {"nummer": nummer, "reden": "Mijn reden", "stap": "versturen"}).content.decode()
    assert "Mijn reden" in page
    assert "<script>" not in page.replace("<script type", "").replace("<script src", "")
    assert zaak_of(drie[0]).hoofdzaak_id is None


def test_the_panel_costs_as_much_with_1_part_as_with_10(noor, drie):
    deel, hoofd, _other = drie
    merge(deel, hoofd, noor.actor)

    def cost():
        melding = queries.get_melding(hoofd.pk, noor.actor)
        with CaptureQueriesContext(connection) as asked:
            queries.show_met_elkaar(melding, noor.actor)
        return len(asked)

    before = cost()
    for _ in range(4):
        merge(make_report(), hoofd, noor.actor)
    assert cost() == before


IDS = st.integers(0, 5)


@given(st.lists(st.tuples(IDS, IDS), max_size=14))
def test_whatever_is_merged_there_are_two_levels_and_no_circle(pairs):
    heads: dict[int, int | None] = dict.fromkeys(range(6))

    def stand(one):
        return Plaats(one, heads[one], tuple(part for part, head in heads.items() if head == one))

    for deel, hoofd in pairs:
        besluit = decide_samenvoegen(stand(deel), stand(hoofd))
        for part in besluit.delen:
            heads[part] = besluit.hoofd
        for head in filter(lambda head: head is not None, heads.values()):
            assert heads[head] is None
    assert all(head != one for one, head in heads.items())


@pytest.mark.parametrize(
    ("meters", "categorie", "days", "tekst", "likely"),
    [
        (0, "tegel", 0, "losse tegel bij bakker", True),
        (30, "tegel", 3, "iets heel anders", True),
        (190, "tegel", 40, "", False),
        (5, "lamp", 0, "", True),
        (150, "lamp", 30, "", False),
    ],
)
def test_likeness_is_a_sum_of_reasons(meters, categorie, days, tekst, likely):
    moment = clock.now()
    een = Vergeleken("tegel", "wegen", moment, "losse tegel bij bakker")
    ander = Vergeleken(categorie, "x", moment - timedelta(days=days), tekst)
    answer = compare(een, ander, meters)
    assert answer.is_likely is likely
    assert 0 <= answer.punten <= 100
