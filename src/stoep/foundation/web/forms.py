"""The base of every form: what nobody can see never gets in, and a refusal lands at its field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django import forms
from django.http import QueryDict

from stoep.foundation.errors import DomainError

# Line breaks as word processors write them.
OTHER_NEWLINE = re.compile("[\x0b\x0c\x85\u2028\u2029]")
# Control characters (NUL among them, which PostgreSQL refuses), halves of characters, and marks that turn
# the direction of text: nobody types them, nobody sees them. Tab and newline stay.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def visible(text: str) -> str:
    """The text without characters that a person can neither type nor see."""
    return UNSEEN.sub("", OTHER_NEWLINE.sub("\n", text))


def has_unseen(text: str) -> bool:
    """Whether `visible` would change this text."""
    return bool(UNSEEN.search(text) or OTHER_NEWLINE.search(text))


def visible_querydict(data: QueryDict) -> QueryDict:
    """Form data as it came from outside, without unseen characters; the same object when there are none."""
    if not any(has_unseen(name) or any(has_unseen(value) for value in values) for name, values in data.lists()):
        return data
    cleaned = QueryDict(mutable=True, encoding=data.encoding)
    for name, values in data.lists():
        cleaned.setlist(visible(name), [visible(value) for value in values])
    cleaned._mutable = False
    return cleaned


def visible_data(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Form data without unseen characters."""
    if isinstance(data, QueryDict):
        return visible_querydict(data)
    return {name: visible(value) if isinstance(value, str) else value for name, value in data.items()}


class StoepForm(forms.Form):
    """A form that strips unseen characters before it looks, and can show a refusal."""

    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(visible_data(data) if data is not None else None, *args, **kwargs)

    @contextmanager
    def showing_domain_errors(self) -> Iterator[None]:
        """Turn a DomainError into an error at its field, or above the form when it has none here."""
        try:
            yield
        except DomainError as error:
            field = error.field if error.field in self.fields else None
            self.add_error(field, forms.ValidationError(str(error), code=error.code))
