"""The site's tables have versions, so that every process may remember the frame of its pages while nothing changes."""

from django.db import migrations

from stoep.foundation.remembered import watch


class Migration(migrations.Migration):
    dependencies = [
        ("website", "0001_initial"),
        ("foundation", "0003_tables_have_versions"),
        ("kennisbank", "0003_tables_have_versions"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = watch(
        "website_gemeente",
        "website_homepage",
        "website_toptaak",
        "website_onderwerppage",
        "website_contentpage",
        "website_newsindexpage",
        "website_newspage",
        "wagtailcore_page",
        "wagtailcore_site",
        "wagtailcore_locale",
    )
