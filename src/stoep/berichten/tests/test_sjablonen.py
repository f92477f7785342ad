"""Texts from which messages are made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stoep.berichten.commands import put_sjabloon
from stoep.berichten.errors import PlaatshouderUnknown, SjabloonChangedMeanwhile
from stoep.berichten.models import Sjabloon
from stoep.berichten.queries import template_text
from stoep.berichten.rules.sjablonen import fill, fill_in, find_mistakes, find_placeholders
from stoep.foundation.errors import NotAllowed
from stoep.toegang.actors import SYSTEM
from stoep.toegang.testing import employee

TEKST = "Uw melding {{ nummer }}\n\nBeste {{naam}},\n\nWij hebben uw melding."


def test_the_first_line_is_the_subject():
    assert fill(TEKST, {"nummer": "M-7K3Q9D", "naam": "Youssef"}) == (
        "Uw melding M-7K3Q9D",
        "Beste Youssef,\n\nWij hebben uw melding.",
    )


def test_a_value_is_never_read_as_a_text_with_placeholders():
    assert fill_in("Beste {{ naam }}", {"naam": "{{ nummer }}", "nummer": "geheim"}) == "Beste {{ nummer }}"


def test_a_subject_stays_on_one_line():
    onderwerp, _ = fill("Over {{ wat }}\n\ntekst", {"wat": "a\r\nBcc: iemand@elders.nl"})

    assert "\n" not in onderwerp
    assert "\r" not in onderwerp


@given(st.text(), st.dictionaries(st.text(), st.text()))
def test_filling_never_fails(text, values):
    onderwerp, _ = fill(text, values)

    assert "\n" not in onderwerp


@given(st.text())
def test_a_text_without_mistakes_leaves_no_braces(text):
    if not find_mistakes(text, find_placeholders(text)):
        assert "{{" not in fill_in(text, {})


@pytest.mark.parametrize("text", ["{{ nummer", "nummer }}", "{% if x %}", "{{ nummer|safe }}", "{{ onbekend }}"])
def test_mistakes_are_found(text):
    assert find_mistakes(text, ["nummer"])


@pytest.mark.django_db
def test_an_editor_may_use_only_the_names_that_get_a_value():
    put_sjabloon(
        soort="ontvangst", onderwerp="Uw melding", tekst="Nummer {{ nummer }}", plaatshouders=["nummer"], actor=SYSTEM
    )
    joris = employee("cms.edit", name="Joris Smit")

    with pytest.raises(PlaatshouderUnknown) as refusal:
        put_sjabloon(soort="ontvangst", onderwerp="Uw melding", tekst="Nummer {{ numer }}", actor=joris)

    assert "{{ numer }}" in str(refusal.value)
    assert Sjabloon.objects.get().tekst == "Nummer {{ nummer }}"


@pytest.mark.django_db
def test_two_editors_do_not_overwrite_each_other():
    first = put_sjabloon(soort="a", onderwerp="b", tekst="c", actor=SYSTEM)
    seen = first.versie
    put_sjabloon(soort="a", onderwerp="b", tekst="d", versie=seen, actor=SYSTEM)

    with pytest.raises(SjabloonChangedMeanwhile):
        put_sjabloon(soort="a", onderwerp="b", tekst="e", versie=seen, actor=SYSTEM)

    assert Sjabloon.objects.get().tekst == "d"


@pytest.mark.django_db
def test_the_text_of_stoep_holds_until_an_editor_writes_another():
    assert template_text("ontvangst", TEKST) == TEKST

    put_sjabloon(soort="ontvangst", onderwerp="Anders", tekst="Hallo", actor=SYSTEM)

    assert fill(template_text("ontvangst", TEKST), {}) == ("Anders", "Hallo")


@pytest.mark.django_db
def test_without_the_right_no_text_changes():
    with pytest.raises(NotAllowed):
        put_sjabloon(soort="a", onderwerp="b", tekst="c", actor=employee("zaken.read"))

    assert not Sjabloon.objects.exists()
