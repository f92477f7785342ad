"""A field that holds the address of an object of ours: read into its id, refused with the norm's codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self, overload
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext as _

from stoep.api.zgw.addresses import id_from_url, is_ours
from stoep.foundation.rest.fields import ADDRESS
from stoep.foundation.rest.kinds import Errors, Kind, Schema, wrong

NOWHERE = UUID(int=0)  # what no row has as its key: a filter on an address of elsewhere finds nothing


def exists_in(model: type[Model], **conditions: Any) -> Callable[[UUID], bool]:
    """Whether a row with this id is there."""
    return lambda row_id: model._default_manager.filter(pk=row_id, **conditions).exists()


class Address(str):
    """An address that was read: the text, and the id in it."""

    __slots__ = ("id",)
    id: UUID

    def __new__(cls, text: str, row_id: UUID) -> Self:
        """Keep the id with the text."""
        made = super().__new__(cls, text)
        made.id = row_id
        return made


@overload
def id_of(address: str) -> UUID: ...
@overload
def id_of(address: None) -> None: ...


def id_of(address: str | None) -> UUID | None:
    """The id in an address that a Link has read."""
    if address is None:
        return None
    if not isinstance(address, Address):
        raise TypeError("dit adres is niet gelezen door een Link")
    return address.id


@dataclass(frozen=True)
class Link(Kind):
    """The address of an object of ours.

    `own` is for an object of the same API; the norm then has other codes. With `exists` an id that no row has is
    refused as well; without it the command says so.
    """

    api: str
    resource: str
    own: bool = field(default=False, kw_only=True)
    exists: Callable[[UUID], bool] | None = field(default=None, kw_only=True)
    max_length: int | None = field(default=None, kw_only=True)
    min_length: int | None = field(default=None, kw_only=True)
    blank: bool = field(default=False, kw_only=True)

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """An address that leads to an object here."""
        if not isinstance(value, str):
            return wrong(name, errors, _("Geef hier een adres."), "incorrect_type" if self.own else "bad-url")
        value = value.strip()
        if self.blank and not value:
            return value
        if not ADDRESS.fullmatch(value):
            reason = _("Geef een volledig adres, met https:// ervoor.")
            return wrong(name, errors, reason, "no_match" if self.own else "bad-url")
        found = id_from_url(value, self.api, self.resource)
        if found is None:
            reason = _("Dit adres is niet van de {resource} van deze installatie.").format(resource=self.resource)
            code = "no_match" if self.own else "invalid-resource" if is_ours(value) else "bad-url"
            return wrong(name, errors, reason, code)
        if self.exists is not None and not self.exists(found):
            reason = _("Op dit adres is niets te vinden.")
            return wrong(name, errors, reason, "does_not_exist" if self.own else "bad-url")
        return Address(value, found)

    def read_text(self, text: str, name: str, errors: Errors) -> Any:
        """As a filter: an address of elsewhere is no mistake, and finds nothing."""
        if not ADDRESS.fullmatch(text):
            return wrong(name, errors, _("Geef een volledig adres, met https:// ervoor."))
        return Address(text, id_from_url(text, self.api, self.resource) or NOWHERE)

    def shape(self) -> Schema:
        """A string with format uri."""
        made: Schema = {"type": "string", "format": "uri"}
        if self.max_length is not None:
            made["maxLength"] = self.max_length
        if self.min_length is not None:
            made["minLength"] = self.min_length
        return made


@dataclass(frozen=True)
class OwnUrl(Kind):
    """The address of the object itself; only we give it."""

    read_only: bool = field(default=True, kw_only=True)

    def shape(self) -> Schema:
        """As the norm has it on every resource."""
        return {"type": "string", "format": "uri", "minLength": 1, "maxLength": 1000}
