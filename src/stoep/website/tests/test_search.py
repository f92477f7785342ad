"""Search on the public site finds what residents mean."""

import pytest
from wagtail.models import Page, Site

from stoep.kennisbank.commands import put_page
from stoep.kennisbank.models import ProductPage, VraagPage
from stoep.toegang.actors import SYSTEM
from stoep.website.models import ContentPage, HomePage
from stoep.website.queries import clean_query, search_site, suggest

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="Havendam", slug="havendam"))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
    Site.clear_site_root_paths_cache()
    put_page(
        ProductPage(
            title="Melding openbare ruimte doen",
            slug="melding",
            inleiding="Ligt er iets los of is er iets kapot op straat? Meld het ons.",
            zoekwoorden="losse tegel, stoeptegel, kuil, lantaarnpaal",
            knop_url="/melden/",
            knop_tekst="Doe een melding",
        ),
        parent=home,
        actor=SYSTEM,
    )
    put_page(
        VraagPage(title="Hoe snel wordt een losse tegel gemaakt?", slug="hoe-snel", antwoord="Binnen 5 werkdagen."),
        parent=home,
        actor=SYSTEM,
    )
    put_page(
        ContentPage(title="Paspoort", slug="paspoort", tekst="Een paspoort vraagt u aan."), parent=home, actor=SYSTEM
    )
    return home


@pytest.mark.usefixtures("home")
class TestFinding:
    @pytest.mark.parametrize("typed", ["losse tegel", "LOSSE TEGELS", "stoeptegel", "kuil"])
    def test_the_e_form_comes_first_for_a_task(self, typed):
        found = search_site(typed)
        assert found[0].titel == "Melding openbare ruimte doen"
        assert found[0].direct_regelen

    def test_suggestions_come_while_typing(self):
        assert suggest("losse te")[0].titel == "Melding openbare ruimte doen"
        assert suggest("l") == []

    def test_any_word_is_enough_when_all_words_find_nothing(self):
        assert [item.titel for item in search_site("paspoort xylofoon")] == ["Paspoort"]

    @pytest.mark.parametrize("typed", ["", "   ", "\x00", "&|!():*<>'\"\\", "a" * 5000, "😀", "%%%", "'; drop table"])
    def test_whatever_is_typed_never_fails(self, client, typed):
        assert client.get("/zoeken/", {"q": typed}).status_code == 200
        assert client.get("/zoeken/suggesties/", {"q": typed}).status_code == 200

    def test_a_page_that_is_not_live_is_not_found(self, home):
        ContentPage.objects.get(slug="paspoort").unpublish()
        assert search_site("paspoort") == []

    def test_the_number_of_queries_does_not_grow_with_the_results(self, home, django_assert_max_num_queries):
        for number in range(15):
            put_page(ContentPage(title=f"Paspoort {number}", slug=f"p{number}"), parent=home, actor=SYSTEM)
        with django_assert_max_num_queries(7):
            assert len(search_site("paspoort")) == 16


def test_what_was_typed_is_cleaned():
    assert clean_query("  los\x00se \t tegel ") == "los se tegel"
