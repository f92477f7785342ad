"""Havendam stands at once, stands once, and none of its links leads nowhere."""

import re
from collections import Counter

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stoep.berichten.models import Bericht, Verzendstatus
from stoep.demo.building import ensure_demo
from stoep.demo.gebeuren import done_steps
from stoep.demo.mensen import MENSEN
from stoep.demo.opbouwen import build_past
from stoep.demo.plekken import onderwerpen
from stoep.demo.verleden import KEY, tell_past
from stoep.foundation import clock
from stoep.kennisbank.models import SECTIONS, ProductPage
from stoep.kennisbank.rules.leesbaarheid import flesch_douma
from stoep.meldingen.commands import resolve_melding
from stoep.meldingen.models import Categorie, Melding
from stoep.toegang.actors import SYSTEM
from stoep.toegang.models import Account
from stoep.zaken.models import Zaak

# One test process builds Havendam for all of these.
pytestmark = [pytest.mark.usefixtures("havendam"), pytest.mark.xdist_group("havendam")]

LINK = re.compile(r'href="(/[^"#?]*)')
ELSEWHERE = ("/static/", "/media/", "/werkplek/", "/cms/", "/kaart/")
STARTS = ("/", "/demo/", "/demo/inloggen/", "/demo/mailbox/", "/in-uw-buurt/", "/zoeken/", "/melden/", "/melding/")
MOST_QUERIES = 30
DAYS = 7  # of the past, for the test that builds some


def test_building_again_changes_nothing():
    def counts():
        return [model.objects.count() for model in (Account, Zaak, Melding, ProductPage, Bericht)]

    before = counts()
    with CaptureQueriesContext(connection) as captured:
        ensure_demo()
    assert counts() == before
    assert not [q["sql"] for q in captured if re.match(r"(INSERT|DELETE)", q["sql"])]


def test_everybody_shown_can_sign_in():
    logins = ensure_demo()
    assert len(logins) == len([one for one in MENSEN if one.toont])
    for login in logins:
        assert Account.objects.get(username=login.gebruikersnaam).check_password(login.wachtwoord)


def test_there_are_open_reports_in_every_state_some_late_and_some_of_today():
    reports = Melding.objects.select_related("zaak__statustype", "zaak__groep")
    states = Counter(report.zaak.statustype.omschrijving for report in reports)
    assert set(states) >= {"Gemeld", "In behandeling", "Ingepland", "Reactie gevraagd", "Afgehandeld"}
    still_open = [report for report in reports if not report.zaak.is_closed]
    today = clock.today()
    assert len(still_open) >= 30
    assert 3 <= sum(report.verwacht_op < today for report in still_open) <= 10
    assert any(report.gemeld_op.astimezone(clock.AMSTERDAM).date() == today for report in still_open)
    assert len({report.kanaal for report in reports}) >= 5
    assert len({report.gebied_id for report in reports}) >= 10
    assert all(report.zaak.groep_id for report in reports)


def test_what_lies_in_the_past_was_sent_in_the_past_and_only_messages_of_today_go_out():
    waiting = Bericht.objects.filter(status=Verzendstatus.TE_VERZENDEN)
    assert waiting
    assert Bericht.objects.filter(status=Verzendstatus.MISLUKT).count() == 0
    for bericht in Bericht.objects.filter(status=Verzendstatus.VERZONDEN):
        assert bericht.verzonden_op == bericht.aangemaakt_op
    midnight = clock.now().astimezone(clock.AMSTERDAM).replace(hour=0, minute=0, second=0, microsecond=0)
    assert all(bericht.aangemaakt_op >= midnight for bericht in waiting)


def test_every_category_has_words_and_a_colleague():
    slugs = set(Categorie.objects.to_choose().values_list("slug", flat=True))
    assert slugs == set(onderwerpen())
    assert all(one.teksten and one.oplossingen for one in onderwerpen().values())


def test_no_link_of_the_site_leads_nowhere_and_no_page_asks_much():
    client = Client()
    seen = {*STARTS}
    waiting = list(STARTS)
    wrong, heavy = [], []
    while waiting:
        path = waiting.pop()
        with CaptureQueriesContext(connection) as captured:
            response = client.get(path)
        asked = [q for q in captured if "SAVEPOINT" not in q["sql"]]
        if len(asked) > MOST_QUERIES:
            heavy.append((path, len(asked)))
        if response.status_code in (301, 302):
            continue
        if response.status_code != 200:
            wrong.append((path, response.status_code))
        elif response["Content-Type"].startswith("text/html"):
            for link in LINK.findall(response.content.decode()):
                if link not in seen and not link.startswith(ELSEWHERE):
                    seen.add(link)
                    waiting.append(link)
    assert not wrong
    assert not heavy
    assert len(seen) > 60


def test_products_read_easily():
    scores = {
        page.slug: flesch_douma("\n\n".join(getattr(page, name) for name in ("inleiding", *dict(SECTIONS))))
        for page in ProductPage.objects.all()
    }
    assert len(scores) >= 20
    assert sum(scores.values()) / len(scores) >= 45
    assert min(scores.values()) >= 45, scores


def test_one_signs_in_with_one_click():
    client = Client()
    response = client.post("/demo/inloggen/als/", {"wie": "noor"})
    assert response.status_code == 302
    assert response["Location"] == "/werkplek/"
    assert client.get("/werkplek/").status_code in (200, 302)


def test_one_cannot_sign_in_as_somebody_who_is_not_shown():
    assert Client().post("/demo/inloggen/als/", {"wie": "karim"}).status_code == 404
    assert Client().get("/demo/inloggen/als/").status_code == 405


@pytest.mark.parametrize("path", ["/demo/", "/demo/inloggen/"])
def test_in_production_the_demo_does_not_exist(path, settings):
    settings.IS_PRODUCTION = True
    assert Client().get(path).status_code == 404


def test_in_production_nobody_signs_in_with_one_click(settings):
    settings.IS_PRODUCTION = True
    client = Client()
    assert client.post("/demo/inloggen/als/", {"wie": "noor"}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_the_past_goes_on_where_it_was_stopped_and_is_then_ready():
    class Stopped(Exception):
        pass

    def no_rest(_worked):
        pass

    left = iter(range(12))

    def stop(_worked):
        if next(left, None) is None:
            raise Stopped

    with pytest.raises(Stopped):
        build_past(days=DAYS, rest=stop)
    assert sum(number + 1 for number in done_steps(KEY).values()) == 13

    rest = build_past(days=DAYS, rest=no_rest)
    ended = [
        loop for month in tell_past(clock.today(), days=DAYS) for loop in month if loop.stappen[-1].moment < clock.now()
    ]
    assert rest + 13 == sum(1 + len(loop.stappen) for loop in ended)
    assert done_steps(KEY) == {loop.sleutel: len(loop.stappen) for loop in ended}
    assert build_past(days=DAYS, rest=no_rest) == 0

    reports = Melding.objects.filter(sleutel__startswith=KEY).select_related("zaak")
    assert all(report.zaak.is_closed for report in reports)
    about = [str(report.zaak.ref) for report in reports]
    assert not Bericht.objects.filter(betreft__in=about).exclude(status=Verzendstatus.VERZONDEN).exists()


def test_what_somebody_did_with_a_report_of_the_past_holds_and_the_rest_goes_on():
    class Stopped(Exception):
        pass

    def stop(_worked):
        raise Stopped

    with pytest.raises(Stopped):
        build_past(days=DAYS, rest=stop)
    begun = Melding.objects.get(sleutel__startswith=KEY)
    resolve_melding(begun.pk, tekst="Dit heb ik zelf al gedaan.", actor=SYSTEM)

    build_past(days=DAYS, rest=lambda _worked: None)
    begun.refresh_from_db()
    assert begun.oplossing == "Dit heb ik zelf al gedaan."
    assert Melding.objects.filter(sleutel__startswith=KEY).count() > 1
