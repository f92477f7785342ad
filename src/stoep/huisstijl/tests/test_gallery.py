"""The gallery shows every component, and every field is drawn so that everybody can use it."""

import re

import pytest
from django import forms
from django.template import Context, Template

from stoep.huisstijl.bundling import COMPONENTS
from stoep.huisstijl.web.examples import EXAMPLES
from stoep.huisstijl.web.sample_form import SampleForm
from stoep.huisstijl.web.specimens import SPECIMENS


@pytest.mark.django_db
def test_the_gallery_draws_every_component(client):
    page = client.get("/huisstijl/").content.decode()
    shown = set(re.findall(r'id="onderdeel-([a-z_]+)"', page))
    assert shown == {path.name for path in COMPONENTS.iterdir()}
    assert "{%" not in re.sub(r"<pre.*?</pre>", "", page, flags=re.DOTALL)


@pytest.mark.django_db
@pytest.mark.parametrize("name", list(EXAMPLES))
def test_an_example_page_is_drawn(client, name):
    assert client.get(f"/huisstijl/voorbeelden/{name}/").status_code == 200


@pytest.mark.django_db
def test_an_unknown_example_is_not_found(client):
    assert client.get("/huisstijl/voorbeelden/bestaat-niet/").status_code == 404


def test_every_component_has_a_template_and_says_what_it_takes():
    for folder in COMPONENTS.iterdir():
        template = folder / f"{folder.name}.html"
        assert template.read_text(encoding="utf-8").startswith("{% comment %}"), folder.name


def test_the_gallery_names_each_component_once():
    names = [specimen.name for specimen in SPECIMENS]
    assert len(names) == len(set(names))


def draw(field):
    return Template("{% form_field field %}").render(Context({"field": field}))


@pytest.mark.parametrize("name", list(SampleForm.base_fields))
def test_every_field_has_a_label_or_legend_that_belongs_to_it(name):
    drawn = draw(SampleForm()[name])
    if "<fieldset" in drawn:
        assert "<legend" in drawn
    else:
        assert f'for="id_{name}"' in drawn
        assert f'id="id_{name}"' in drawn


@pytest.mark.parametrize("name", ["adres", "omschrijving", "wijk", "akkoord"])
def test_an_error_is_tied_to_its_field_in_words_and_with_an_icon(name):
    drawn = draw(SampleForm({})[name])
    assert f'id="id_{name}-error"' in drawn
    assert re.search(rf'aria-describedby="[^"]*id_{name}-error', drawn)
    assert 'aria-invalid="true"' in drawn
    assert "<svg" in drawn


def test_the_browser_does_not_check_before_the_server_can_explain():
    drawn = "".join(draw(field) for field in SampleForm())
    assert not re.search(r"\srequired[\s>=]", drawn)
    assert "maxlength" not in drawn


def test_what_somebody_typed_is_still_there_and_harmless():
    drawn = draw(SampleForm({"adres": '"><script>alert(1)</script>'})["adres"])
    assert "&quot;&gt;&lt;script&gt;" in drawn
    assert "<script>" not in drawn


def test_a_field_that_is_not_required_says_so():
    assert "(niet verplicht)" in draw(SampleForm()["email"])
    assert "(niet verplicht)" not in draw(SampleForm()["adres"])


def test_the_error_summary_links_to_the_first_choice_of_a_group():
    drawn = Template("{% form_errors form %}").render(Context({"form": SampleForm({})}))
    assert 'href="#id_soort_0"' in drawn
    assert 'href="#id_adres"' in drawn
    assert "dingen niet goed" in drawn


def test_a_form_without_errors_has_no_error_summary():
    assert Template("{% form_errors form %}").render(Context({"form": SampleForm()})).strip() == ""


def test_a_hidden_field_has_no_label():
    class WithHidden(forms.Form):
        sleutel = forms.CharField(widget=forms.HiddenInput)

    drawn = draw(WithHidden(initial={"sleutel": "abc"})["sleutel"])
    assert "<label" not in drawn
    assert 'value="abc"' in drawn


def test_the_choice_that_was_made_is_still_chosen():
    drawn = draw(SampleForm({"soort": "licht"})["soort"])
    assert re.search(r'value="licht" checked', drawn)
