"""Builds the house of Havendam: roles, departments, people, groups, presence, areas, case type and rules.

Everything goes through commands; what is there already stays.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pyotp
from django.db import transaction

from stoep.demo.mensen import AFDELINGEN, AFWEZIG, GROEPEN, MENSEN, PASSWORD, REGELS, Persoon
from stoep.foundation import clock
from stoep.gebieden.commands import import_gebieden
from stoep.gebieden.queries import list_gebieden
from stoep.meldingen.commands import import_categorieen, install_zaaktype
from stoep.meldingen.models import Categorie
from stoep.organisatie.commands import (
    create_afdeling,
    create_groep,
    create_medewerker,
    record_afwezigheid,
    set_leden,
)
from stoep.organisatie.models import Afdeling, Afwezigheid, Groep, Medewerker
from stoep.toegang.actors import SYSTEM
from stoep.toegang.commands import (
    begin_second_factor,
    confirm_second_factor,
    create_account,
    grant_rol,
    install_standaardrollen,
)
from stoep.toegang.models import Account
from stoep.zaken.commands import put_toewijzingsregel
from stoep.zaken.models import Toewijzingsregel

GEOGRAFIE = Path(__file__).parent / "geografie" / "gebieden.geojson"
LONG_AGO = date(2020, 1, 1)
RULED_SINCE = timedelta(days=730)


def build_house() -> None:
    """Build what is not there yet, in the order in which one thing needs another."""
    if not list_gebieden():
        import_gebieden(json.loads(GEOGRAFIE.read_text(encoding="utf-8")), actor=SYSTEM)
    install_standaardrollen(actor=SYSTEM)
    install_zaaktype(begin_geldigheid=LONG_AGO, actor=SYSTEM)
    if not Categorie.objects.exists():
        import_categorieen(actor=SYSTEM)
    build_afdelingen()
    for persoon in MENSEN:
        build_persoon(persoon)
    build_groepen()
    build_afwezigheid()
    build_regels()


def build_afdelingen() -> None:
    """The departments."""
    present = set(Afdeling.objects.values_list("code", flat=True))
    for afdeling in AFDELINGEN:
        if afdeling.code not in present:
            create_afdeling(code=afdeling.code, naam=afdeling.naam, telefoon=afdeling.telefoon, actor=SYSTEM)


@transaction.atomic
def build_persoon(persoon: Persoon) -> None:
    """One employee with account, second factor and roles."""
    if Account.objects.filter(username=persoon.username).exists():
        return
    account = create_account(
        username=persoon.username,
        first_name=persoon.voornaam,
        last_name=persoon.achternaam,
        email=persoon.email,
        password=PASSWORD,
        must_change_password=False,
        actor=SYSTEM,
    )
    enrolment = begin_second_factor(account.pk)
    confirm_second_factor(account.pk, code=pyotp.TOTP(enrolment.secret).at(clock.now()))
    for rol in persoon.rollen:
        grant_rol(account.pk, rol=rol, actor=SYSTEM)
    create_medewerker(
        account_id=account.pk,
        naam=persoon.naam,
        afdeling_id=Afdeling.objects.get(code=persoon.afdeling).pk,
        functie=persoon.functie,
        email=persoon.email,
        uren_per_week=Decimal(persoon.uren),
        actor=SYSTEM,
    )


def people_by_name() -> dict[str, UUID]:
    """Employees by first name."""
    return dict(Medewerker.objects.select_related("account").values_list("account__first_name", "pk"))


def build_groepen() -> None:
    """The groups and their members."""
    people = people_by_name()
    present = set(Groep.objects.values_list("code", flat=True))
    for code, naam, afdeling in GROEPEN:
        if code in present:
            continue
        groep = create_groep(code=code, naam=naam, afdeling_id=Afdeling.objects.get(code=afdeling).pk, actor=SYSTEM)
        members = [people[persoon.voornaam] for persoon in MENSEN if code in persoon.groepen]
        set_leden(groep.pk, medewerker_ids=members, actor=SYSTEM)


def build_afwezigheid() -> None:
    """Who is away these weeks, and who replaces."""
    if Afwezigheid.objects.exists():
        return
    people = people_by_name()
    today = clock.today()
    for who, first, last, replacement in AFWEZIG:
        record_afwezigheid(
            people[who],
            van=today + timedelta(days=first),
            tot=today + timedelta(days=last),
            vervanger_id=people[replacement],
            actor=SYSTEM,
        )


def build_regels() -> None:
    """The assignment rules."""
    groepen = dict(Groep.objects.values_list("code", "pk"))
    present = set(Toewijzingsregel.objects.values_list("naam", flat=True))
    for regel in REGELS:
        if regel.naam not in present:
            with clock.at(clock.now() - RULED_SINCE):
                put_toewijzingsregel(
                    naam=regel.naam,
                    groep_id=groepen[regel.groep],
                    kies_lid=regel.kies_lid,
                    prioriteit=regel.prioriteit,
                    categorieen=regel.categorieen,
                    gebieden=regel.gebieden,
                    weekdagen=regel.weekdagen,
                    uur_van=regel.uur_van,
                    uur_tot=regel.uur_tot,
                    actor=SYSTEM,
                )
