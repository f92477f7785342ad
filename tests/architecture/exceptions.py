"""What may not be so, and still is, each with its reason. These lists only shrink: an entry that is no longer
needed fails the guard, and a new one needs the same review as a change of the rule."""

from __future__ import annotations

WRITERS: dict[str, str] = {}
SIZES: dict[str, str] = {}
HOOKS: dict[str, str] = {
    "src/stoep/kennisbank/publishing.py": "Wagtail's publish signal is the one hook that turns into an outbox event",
}
ENVIRONMENT: dict[str, str] = {
    "src/stoep/config/asgi.py": "names the settings module, as Django asks of an entry point",
    "src/stoep/config/wsgi.py": "names the settings module, as Django asks of an entry point",
    "src/stoep/cli/postgres/for_tests.py": "writes the settings of a test run before anything reads them",
}
MARKED_SAFE: dict[str, str] = {
    "src/stoep/koppelingen/web/mailbox.py": "makes links of the addresses in a mail; Django's urlize escapes the rest",
    "src/stoep/kennisbank/templatetags/kennisbank.py": "shows Markdown after nh3 has cleaned it",
}
ROUTES: dict[str, str] = {
    "_util/login/: django.contrib.auth.views": "of Wagtail; never reached, toegang's redirect stands before it",
}
