"""Reports are counted from events."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.core.management import call_command

from stoep.foundation import clock
from stoep.foundation.outbox import control
from stoep.foundation.outbox.listeners import key_of
from stoep.foundation.testing import deliver_outbox
from stoep.meldingen.commands import recategorise_melding, resolve_melding
from stoep.meldingen.models import Melding, Tevredenheid, Volger
from stoep.meldingen.testing import AT_SEA, make_havendam, make_report
from stoep.sturing.commands import rebuild_figures
from stoep.sturing.commands.move_sommen import refresh_all_sommen
from stoep.sturing.commands.refresh_cellen import refresh_all_cellen
from stoep.sturing.handlers import on_melding_changed
from stoep.sturing.models import Cijfersom, Maandcijfer, Meldingcijfer, Vakcijfer, Vaksom
from stoep.sturing.queries import GROUPS, Keuze
from stoep.sturing.queries.figures import count_groups
from stoep.sturing.rules.perioden import Periode
from stoep.toegang.actors import SYSTEM
from stoep.zaken.commands import reopen_zaak

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
THURSDAY = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def havendam(db):
    make_havendam()


def report(**values):
    with clock.at(MONDAY):
        return make_report(**values)


def resolve(melding):
    with clock.at(THURSDAY):
        resolve_melding(melding.pk, tekst="De tegel ligt weer recht.", actor=SYSTEM)


def figures():
    deliver_outbox()
    return Meldingcijfer.objects.get()


def test_a_new_report_is_counted_without_anything_personal():
    melding = report()
    counted = figures()

    assert (counted.melding_id, counted.zaak_id) == (melding.pk, melding.zaak_id)
    assert (counted.categorie, counted.gebied, counted.kanaal) == ("losse-stoeptegel", "centrum", "site")
    assert (counted.gemeld_op, counted.afgehandeld_op, counted.werkdagen) == (date(2026, 11, 16), None, None)
    assert counted.norm_op == melding.verwacht_op
    texts = " ".join(str(getattr(counted, field.attname)) for field in Meldingcijfer._meta.fields)
    assert all(word not in texts for word in (melding.tekst, melding.naam, melding.email, melding.adres))


def test_a_report_just_after_midnight_belongs_to_the_dutch_day():
    with clock.at(datetime(2026, 11, 15, 23, 30, tzinfo=UTC)):
        make_report()

    assert figures().gemeld_op == date(2026, 11, 16)


def test_a_handled_report_has_its_day_and_its_working_days():
    resolve(report())
    counted = figures()

    assert (counted.afgehandeld_op, counted.werkdagen) == (date(2026, 11, 19), 3)


def test_a_reopened_report_is_open_again_and_counted_once():
    melding = report()
    resolve(melding)
    with clock.at(THURSDAY):
        reopen_zaak(melding.zaak_id, reden="De tegel ligt weer los.", actor=SYSTEM)
    counted = figures()

    assert (counted.afgehandeld_op, counted.werkdagen, counted.heropend) == (None, None, 1)


def test_another_category_moves_the_report_and_its_norm():
    melding = report()
    recategorise_melding(melding.pk, categorie="lantaarnpaal-uit", actor=SYSTEM)
    counted = figures()

    assert counted.categorie == "lantaarnpaal-uit"
    assert counted.norm_op == Melding.objects.get().verwacht_op


def test_hearing_everything_again_changes_nothing():
    melding = report()
    resolve(melding)
    with clock.at(THURSDAY):
        reopen_zaak(melding.zaak_id, reden="De tegel ligt weer los.", actor=SYSTEM)
    figures()
    before = list(Meldingcijfer.objects.values())

    assert control.replay(key_of(on_melding_changed)) >= 3
    deliver_outbox()

    assert list(Meldingcijfer.objects.values()) == before


def test_the_figures_can_be_built_anew_without_any_event(capsys):
    resolve(report())
    report(categorie="lantaarnpaal-uit")
    deliver_outbox()
    before = list(Meldingcijfer.objects.order_by("pk").values())
    Meldingcijfer.objects.all().delete()

    call_command("rebuild_figures")

    assert list(Meldingcijfer.objects.order_by("pk").values()) == before
    assert "2 meldingen" in capsys.readouterr().out


def test_building_anew_removes_what_no_longer_exists():
    report()
    counted = figures()
    stray = Meldingcijfer.objects.values().get() | {"melding_id": counted.zaak_id, "zaak_id": counted.melding_id}
    Meldingcijfer.objects.create(**stray)

    assert rebuild_figures() == 1

    assert Meldingcijfer.objects.get().melding_id == counted.melding_id


def test_a_refused_report_is_not_counted():
    with pytest.raises(Exception, match="gemeente"):
        report(point=AT_SEA)
    deliver_outbox()

    assert not Meldingcijfer.objects.exists()


KEPT = [field.attname for field in Cijfersom._meta.concrete_fields if field.attname != "id"]


def cells():
    return (
        sorted(Maandcijfer.objects.values_list("maand", "categorie", "gebied", "kanaal", "aantal", "afgehandeld")),
        sorted(Vakcijfer.objects.values_list("maand", "categorie", "vak", "aantal")),
        sorted(Vaksom.objects.filter(aantal__gt=0).values_list("maand", "gebied", "vak", "aantal")),
        sorted(Cijfersom.objects.filter(aantal__gt=0).values_list(*KEPT)),
    )


def test_the_counts_per_month_follow_every_change_and_a_rebuild_gives_the_same():
    melding = report()
    report(kanaal="telefoon")
    resolve(melding)
    recategorise_melding(melding_of("telefoon").pk, categorie="lantaarnpaal-uit", actor=SYSTEM)
    deliver_outbox()
    heard = cells()

    assert [(row[1], row[4], row[5]) for row in heard[0]] == [("lantaarnpaal-uit", 1, 0), ("losse-stoeptegel", 1, 1)]
    call_command("rebuild_figures")
    assert cells() == heard
    assert sum(row[3] for row in heard[1]) == sum(row[3] for row in heard[2]) == 2
    assert [sum(row[KEPT.index("aantal")] for row in heard[3] if row[:2] == (step, 0)) for step in "dm"] == [2, 2]


def melding_of(kanaal):
    return Melding.objects.get(kanaal=kanaal)


def test_another_subject_counts_as_handed_on_and_picking_up_does_not():
    melding = report()
    deliver_outbox()
    assert Meldingcijfer.objects.get().herverdeeld == 0
    recategorise_melding(melding.pk, categorie="lantaarnpaal-uit", actor=SYSTEM)

    assert figures().herverdeeld == 1


def test_the_last_judgement_of_a_reporter_and_confirmed_followers_are_counted():
    melding = report()
    for ronde, tevreden in ((1, False), (2, True)):
        Tevredenheid(melding=melding, ronde=ronde, tevreden=tevreden, gegeven_op=THURSDAY).save(force_insert=True)
    for place, moment in enumerate((None, THURSDAY)):
        Volger(melding=melding, email=f"{place}@voorbeeld.example", gevraagd_op=MONDAY, bevestigd_op=moment).save()
    rebuild_figures()
    counted = Meldingcijfer.objects.get()

    assert (counted.tevreden, counted.volgers) == (True, 1)
    assert (Maandcijfer.objects.get().tevreden, Maandcijfer.objects.get().volgers) == (1, 1)


def test_every_filter_and_grouping_counts_the_same_whatever_it_is_read_from():
    """Sums of one and two dimensions, counts per month, and rows at the edges, beside counting by hand."""
    values = {
        "categorie": ["tegel", "lamp"],
        "gebied": ["centrum", ""],
        "afdeling": ["a", "b"],
        "kanaal": ["site", "balie"],
    }
    rows = []
    for place in range(48):
        own = {name: options[place // 2**bit % 2] for bit, (name, options) in enumerate(values.items())}
        rows.append(
            {**own, "hoofdcategorie": own["categorie"][:1], "gemeld_op": date(2026, 7 + place // 12, 1 + place % 28)}
        )
    Meldingcijfer.objects.bulk_create(
        Meldingcijfer(melding_id=UUID(int=2 * place), zaak_id=UUID(int=2 * place + 1), norm_op=date(2030, 1, 1), **row)
        for place, row in enumerate(rows)
    )
    rebuild_cells()
    for van, tot in ((date(2026, 7, 1), date(2026, 9, 30)), (date(2026, 7, 9), date(2026, 10, 3))):
        for names in ((), ("categorie",), ("gebied",), ("kanaal", "afdeling"), ("categorie", "kanaal"), tuple(values)):
            filters = {name: "lamp" if name == "categorie" else values[name][0] for name in names}
            wanted = [
                row
                for row in rows
                if van <= row["gemeld_op"] <= tot and all(row[name] == value for name, value in filters.items())
            ]
            for per in ("", "gemeld_op", *GROUPS):
                found = count_groups(Keuze(Periode(van, tot), **filters), Periode(van, tot), per)
                key = {"": lambda row: "", "maand": lambda row: row["gemeld_op"].replace(day=1)}.get(per)
                by_hand = Counter(map(key, wanted) if key else (row[per] for row in wanted))
                assert {groep: verdeling.aantal for groep, verdeling in found.items()} == by_hand, (names, per)


def rebuild_cells():
    refresh_all_cellen()
    refresh_all_sommen()
