"""What may be said about a document (drc-001 to drc-010), what goes with it, and how it ends."""

import pytest

from stoep.catalogi.testing import make_informatieobjecttype
from stoep.documenten import ports
from stoep.documenten.commands import (
    add_gebruiksrecht,
    add_verzending,
    change_document,
    change_gebruiksrecht,
    change_verzending,
    create_document,
    destroy_document,
    lock_document,
    relate_document,
    remove_gebruiksrecht,
    remove_verzending,
    unrelate_object,
)
from stoep.documenten.errors import (
    AdressenRefused,
    DocumentIsLocked,
    DocumentStillBound,
    GegevensRefused,
    IdentificatieNotUnique,
    LockMissing,
    VirusCheckRefused,
    VirusCheckUnavailable,
    VirusFound,
)
from stoep.documenten.events import DocumentDestroyed, DocumentPartChanged
from stoep.documenten.models import (
    EnkelvoudigInformatieobject,
    Gebruiksrecht,
    Objectinformatieobject,
    Versie,
    Verzending,
)
from stoep.documenten.rules.gegevens import Bezwaar, object_to_indicatie, object_to_status
from stoep.foundation import clock, jobs, storage
from stoep.foundation.errors import NotAllowed, Rejected, Unavailable
from stoep.foundation.models import Change
from stoep.foundation.rows import new_id
from stoep.foundation.testing import published_events
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import employee


@pytest.mark.parametrize(
    ("status", "is_received", "bezwaar"),
    [
        ("in_bewerking", True, Bezwaar.NOT_FINISHED),
        ("ter_vaststelling", True, Bezwaar.NOT_FINISHED),
        ("definitief", True, None),
        ("gearchiveerd", True, None),
        ("", True, None),
        ("in_bewerking", False, None),
        ("ter_vaststelling", False, None),
    ],
)
def test_what_was_received_is_not_being_written(status, is_received, bezwaar):
    assert object_to_status(status, is_received=is_received) is bezwaar


@pytest.mark.parametrize(
    ("indicatie", "has_rights", "bezwaar"),
    [
        (True, False, Bezwaar.RIGHTS_MISSING),
        (True, True, None),
        (False, False, None),
        (False, True, Bezwaar.RIGHTS_EXIST),
        (None, False, None),
        (None, True, Bezwaar.RIGHTS_EXIST),
    ],
)
def test_the_indication_follows_from_the_rights_of_use(indicatie, has_rights, bezwaar):
    assert object_to_indicatie(indicatie, has_rights=has_rights) is bezwaar


def create(**given):
    soort = make_informatieobjecttype("Brief").pk
    return create_document(
        **{"titel": "x", "auteur": "x", "inhoud": b"x", "informatieobjecttype_id": soort, "actor": SYSTEM, **given}
    )


@pytest.mark.django_db
def test_numbers_are_unique_and_those_of_another_system_are_passed_over():
    ours = create()
    following = f"{ours.identificatie[:-10]}{int(ours.identificatie[-10:]) + 1:010d}"
    create(identificatie=following)
    with pytest.raises(IdentificatieNotUnique):
        create(identificatie=following)

    assert create().identificatie > following
    assert EnkelvoudigInformatieobject.objects.count() == 3


@pytest.mark.django_db
def test_rights_of_use_set_the_indication_and_the_last_one_takes_it_away():
    document = create(indicatie_gebruiksrecht=None)
    with pytest.raises(GegevensRefused) as refused:
        create(indicatie_gebruiksrecht=True)
    assert (refused.value.code, refused.value.field) == ("missing-gebruiksrechten", "indicatie_gebruiksrecht")

    first = add_gebruiksrecht(
        document.pk, startdatum=clock.now(), omschrijving_voorwaarden="Alleen intern", actor=SYSTEM
    )
    second = add_gebruiksrecht(document.pk, startdatum=clock.now(), omschrijving_voorwaarden="Niet delen", actor=SYSTEM)
    change_gebruiksrecht(second.pk, omschrijving_voorwaarden="Wel delen", actor=SYSTEM)
    indications = []
    for recht in (first, second):
        document.refresh_from_db()
        indications.append(document.indicatie_gebruiksrecht)
        remove_gebruiksrecht(recht.pk, actor=SYSTEM)
    document.refresh_from_db()

    assert [*indications, document.indicatie_gebruiksrecht] == [True, True, None]
    assert not Gebruiksrecht.objects.exists()
    assert [event.actie for event in published_events() if isinstance(event, DocumentPartChanged)] == [
        "create", "create", "update", "destroy", "destroy",
    ]  # fmt: skip
    changed = Change.objects.get(action="documenten.update_gebruiksrecht")
    assert (changed.old["omschrijving_voorwaarden"], changed.new["omschrijving_voorwaarden"]) == (
        "Niet delen",
        "Wel delen",
    )


@pytest.mark.django_db
def test_a_document_is_sent_to_one_address():
    document = create()
    postbus = {"post_bus_of_antwoordnummer": 1}
    sent = add_verzending(
        document.pk,
        betrokkene="https://x.example/1",
        aard_relatie="geadresseerde",
        correspondentie_postadres=postbus,
        actor=SYSTEM,
    )
    with pytest.raises(AdressenRefused):
        change_verzending(sent.pk, buitenlands_correspondentieadres={"adres_buitenland_1": "Gent"}, actor=SYSTEM)
    change_verzending(sent.pk, toelichting="aangetekend", actor=SYSTEM)
    assert Verzending.objects.get().toelichting == "aangetekend"

    remove_verzending(sent.pk, actor=SYSTEM)

    assert not Verzending.objects.exists()


@pytest.mark.django_db
def test_a_definitive_document_is_changed_only_by_who_may_force_that():
    document = create(status="definitief")
    lock = lock_document(document.pk, actor=SYSTEM)
    noor = employee("documenten.read", "documenten.change")

    with pytest.raises(NotAllowed):
        change_document(document.pk, lock=lock, titel="y", actor=noor)
    with pytest.raises(LockMissing):
        change_document(document.pk, lock="", titel="y", actor=SYSTEM)
    assert Versie.objects.count() == 1
    changed = change_document(
        document.pk, lock=lock, titel="y", vertrouwelijkheidaanduiding="", actor=employee("documenten.*")
    )

    assert (changed.titel, changed.vertrouwelijkheidaanduiding) == ("y", "zaakvertrouwelijk")


@pytest.mark.django_db
def test_a_document_is_destroyed_whole_when_it_belongs_to_nothing_and_nobody_edits_it():
    document, zaak_id = create(inhoud=b"alleen hier"), new_id()
    sha256 = document.laatste_versie.sha256
    relate_document(document.pk, soort="zaak", object_id=zaak_id)
    relate_document(document.pk, soort="zaak", object_id=zaak_id)
    add_gebruiksrecht(document.pk, startdatum=clock.now(), omschrijving_voorwaarden="x", actor=SYSTEM)
    with pytest.raises(DocumentStillBound):
        destroy_document(document.pk, actor=SYSTEM)
    assert unrelate_object(soort="zaak", object_id=zaak_id) == [document.pk]
    lock_document(document.pk, actor=SYSTEM)
    with pytest.raises(DocumentIsLocked):
        destroy_document(document.pk, actor=SYSTEM)
    EnkelvoudigInformatieobject.objects.update(lock="")
    assert storage.exists(sha256)

    destroy_document(document.pk, actor=SYSTEM)
    jobs.run_waiting()

    for model in (EnkelvoudigInformatieobject, Versie, Gebruiksrecht, Objectinformatieobject, Change):
        assert not model.objects.exists()
    assert not storage.exists(sha256)
    assert isinstance(published_events()[-1], DocumentDestroyed)


@pytest.mark.django_db
def test_a_file_that_another_document_or_table_names_stays():
    first, second = create(inhoud=b"gedeeld"), create(inhoud=b"gedeeld")
    destroy_document(first.pk, actor=SYSTEM)
    jobs.run_waiting()
    assert storage.exists(second.laatste_versie.sha256)

    class Holding:
        def held(self, hashes):
            return set(hashes)

    before = ports.bestandshouders()
    ports.bind_bestandshouders(Holding())
    try:
        destroy_document(second.pk, actor=SYSTEM)
        jobs.run_waiting()
    finally:
        ports.bind_bestandshouders(*before)

    assert storage.exists(second.laatste_versie.sha256)


class Scanner:
    def __init__(self, answer):
        self.answer = answer
        self.seen = []

    def find_virus(self, inhoud):
        self.seen.append(inhoud.read())
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("Eicar-Test", VirusFound),
        (Rejected("te groot"), VirusCheckRefused),
        (Unavailable("geen antwoord"), VirusCheckUnavailable),
        ("", None),
    ],
)
def test_nothing_is_kept_before_the_scanner_has_seen_it(answer, error):
    scanner = Scanner(answer)
    before = ports.bind_virusscanner(scanner)
    try:
        if error is None:
            create(inhoud=b"verdacht")
        else:
            with pytest.raises(error):
                create(inhoud=b"verdacht")
    finally:
        ports.bind_virusscanner(before)

    assert scanner.seen == [b"verdacht"]
    assert EnkelvoudigInformatieobject.objects.exists() is (error is None)
