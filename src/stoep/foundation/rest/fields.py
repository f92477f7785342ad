"""What a field on the wire may hold: reading it with the norm's error codes, and saying so in OpenAPI.

A field is declared once, beside its name: `omschrijving: Annotated[str, Text(80)]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from stoep.foundation.rest.kinds import Errors, Kind, Schema, wrong

ADDRESS = re.compile(
    r"(?:https?|ftps?)://(?:[^\s/?#@:\[\]]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?(?:[/?#][^\s]*)?", re.IGNORECASE
)
URN = re.compile(r"urn:[a-z0-9][a-z0-9-]{0,31}:\S+", re.IGNORECASE)
DURATION = re.compile(
    r"P(?=\d|T\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?"
    r"(?:T(?=\d)(?:\d{1,5}H)?(?:\d{1,5}M)?(?:\d{1,5}(?:\.\d{1,6})?S)?)?"
)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
EMAIL = EmailValidator()


@dataclass(frozen=True)
class Text(Kind):
    """A text. Spaces around it are not kept, as the field's implementations have it."""

    max_length: int | None = None
    min_length: int | None = None
    blank: bool = field(default=False, kw_only=True)

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """A string without NUL, not too long, and not empty unless it may be."""
        if not isinstance(value, str):
            if isinstance(value, bool) or not isinstance(value, int | float):
                return wrong(name, errors, _("Geef hier een tekst."))
            value = str(value)
        if "\x00" in value:
            return wrong(name, errors, _("Het teken NUL kan hier niet staan."), "null_characters_not_allowed")
        value = value.strip()
        if not value and not self.blank:
            return wrong(name, errors, _("Vul dit veld in."), "blank")
        if self.max_length is not None and len(value) > self.max_length:
            return wrong(name, errors, _("Geef hoogstens {n} tekens.").format(n=self.max_length), "max_length")
        if self.min_length is not None and len(value) < self.min_length and value:
            return wrong(name, errors, _("Geef minstens {n} tekens.").format(n=self.min_length), "min_length")
        return value

    def shape(self) -> Schema:
        """A string."""
        made: Schema = {"type": "string"}
        if self.max_length is not None:
            made["maxLength"] = self.max_length
        if self.min_length is not None:
            made["minLength"] = self.min_length
        return made


@dataclass(frozen=True)
class Uri(Text):
    """An absolute address."""

    urn: bool = field(default=False, kw_only=True)

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """An address with a scheme and a host."""
        before = len(errors.found)
        value = super().read(value, name, errors)
        if len(errors.found) > before or not value:
            return value
        if not ADDRESS.fullmatch(value) and not (self.urn and URN.fullmatch(value)):
            return wrong(name, errors, _("Geef een volledig adres, met https:// ervoor."), "invalid")
        return value

    def shape(self) -> Schema:
        """A string with format uri."""
        return super().shape() | {"format": "uri"}


@dataclass(frozen=True)
class Email(Text):
    """An e-mail address."""

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """An address that could exist."""
        before = len(errors.found)
        value = super().read(value, name, errors)
        if len(errors.found) > before or not value:
            return value
        try:
            EMAIL(value)
        except ValidationError:
            return wrong(name, errors, _("Geef een e-mailadres, zoals naam@voorbeeld.nl."))
        return value

    def shape(self) -> Schema:
        """A string with format email."""
        return super().shape() | {"format": "email"}


@dataclass(frozen=True)
class Pattern(Text):
    """A text of a fixed form, such as an RSIN."""

    pattern: str = field(default="", kw_only=True)
    accepts: Callable[[str], bool] | None = field(default=None, kw_only=True)
    reason: str = field(default="", kw_only=True)
    code: str = field(default="invalid", kw_only=True)

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """A text that has this form, and whose digits agree where they must."""
        before = len(errors.found)
        value = super().read(value, name, errors)
        if len(errors.found) > before or not value:
            return value
        fits = not self.pattern or re.fullmatch(self.pattern, value)
        if not fits or (self.accepts is not None and not self.accepts(value)):
            return wrong(name, errors, self.reason or _("Deze waarde heeft niet de juiste vorm."), self.code)
        return value


@dataclass(frozen=True)
class Flag(Kind):
    """Yes or no."""

    TEXTS = {"true": True, "false": False, "1": True, "0": False}

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """A boolean; "true" as text is understood too."""
        if isinstance(value, bool):
            return value
        if isinstance(value, str | int) and str(value).lower() in self.TEXTS:
            return self.TEXTS[str(value).lower()]
        return wrong(name, errors, _("Geef true of false."))

    def shape(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Number(Kind):
    """A whole number."""

    minimum: int | None = None
    maximum: int | None = None

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """A whole number within its limits; digits as text are understood too."""
        if isinstance(value, str) and len(value) < 20 and re.fullmatch(r"-?\d+", value):  # noqa: PLR2004 as long as a database key
            value = int(value)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            return wrong(name, errors, _("Geef een geheel getal."))
        low, high = self.minimum, self.maximum
        if value > (high if high is not None else 2**63 - 1):
            return wrong(name, errors, _("Dit getal is te groot."), "max_value")
        if value < (low if low is not None else -(2**63)):
            return wrong(name, errors, _("Dit getal is te klein."), "min_value")
        return value

    def shape(self) -> Schema:
        """An integer."""
        made: Schema = {"type": "integer"}
        if self.maximum is not None:
            made["maximum"] = self.maximum
        if self.minimum is not None:
            made["minimum"] = self.minimum
        return made


@dataclass(frozen=True)
class Day(Kind):
    """A calendar day."""

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """A day as ISO 8601 writes it."""
        if isinstance(value, str) and DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        return wrong(name, errors, _("Geef een datum, zoals 2026-11-22."))

    def shape(self) -> Schema:
        """A string with format date."""
        return {"type": "string", "format": "date"}


@dataclass(frozen=True)
class Moment(Kind):
    """A point in time. One without an offset is Dutch time, as the field's implementations have it."""

    zone: Any = field(default=UTC, kw_only=True)

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """A moment as ISO 8601 writes it, in UTC."""
        try:
            found = parse_datetime(value) if isinstance(value, str) and len(value) < 40 else None  # noqa: PLR2004
            if found is None and isinstance(value, str) and DAY.fullmatch(value):
                found = datetime.fromisoformat(value)
            if found is not None:
                aware = found if found.tzinfo else found.replace(tzinfo=self.zone)
                return aware.astimezone(UTC)
        except (ValueError, OverflowError):
            pass
        return wrong(name, errors, _("Geef een tijdstip, zoals 2026-11-22T09:30:00Z."))

    def shape(self) -> Schema:
        """A string with format date-time."""
        return {"type": "string", "format": "date-time"}


@dataclass(frozen=True)
class Duration(Kind):
    """A length as ISO 8601 writes it."""

    blank: bool = field(default=False, kw_only=True)

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """A duration such as P8W; kept as it was written."""
        if isinstance(value, str) and (DURATION.fullmatch(value) or (self.blank and not value)):
            return value
        return wrong(name, errors, _("Geef een duur, zoals P8W of P5Y."))

    def shape(self) -> Schema:
        """A string with format duration."""
        return {"type": "string", "format": "duration"}


@dataclass(frozen=True)
class Uuid(Kind):
    """A UUID."""

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """A UUID as text."""
        found = read_uuid(value) if isinstance(value, str) else None
        return found if found is not None else wrong(name, errors, _("Geef een UUID."))

    def shape(self) -> Schema:
        """A string with format uuid."""
        return {"type": "string", "format": "uuid"}


def read_uuid(text: str) -> UUID | None:
    """The UUID that a text is, in its usual form with dashes; None when it is none."""
    if len(text) != 36:  # noqa: PLR2004 digits and dashes
        return None
    try:
        found = UUID(text)
    except ValueError:
        return None
    return found if str(found) == text.lower() else None


@dataclass(frozen=True)
class Choice(Kind):
    """One of a list of codes."""

    values: tuple[str, ...]
    blank: bool = field(default=False, kw_only=True)

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """A code of the list."""
        if isinstance(value, str) and (value in self.values or (self.blank and not value)):
            return value
        allowed = ", ".join(self.values)
        return wrong(name, errors, _("Kies uit: {allowed}.").format(allowed=allowed), "invalid_choice")

    def shape(self) -> Schema:
        """A string with its list."""
        return {"type": "string", "enum": [*self.values, *([""] if self.blank else [])]}


def choice(values: Iterable[str], *, blank: bool = False, read_only: bool = False) -> Choice:
    """One of the codes of a TextChoices, or of any list."""
    return Choice(tuple(str(value) for value in values), blank=blank, read_only=read_only)


@dataclass(frozen=True)
class Many(Kind):
    """A list of something; as a query parameter its values are separated by commas."""

    item: Kind
    max_items: int = field(default=10_000, kw_only=True)
    min_items: int = field(default=0, kw_only=True)
    item_nullable: bool = field(default=False, kw_only=True)

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """Each item by itself; what is wrong with one is named with its place."""
        if not isinstance(value, list):
            return wrong(name, errors, _("Geef hier een lijst."), "not_a_list")
        if len(value) < self.min_items:
            return wrong(name, errors, _("Deze lijst mag niet leeg zijn."), "empty")
        if len(value) > self.max_items:
            return wrong(name, errors, _("Deze lijst is te lang."), "max_length")
        read, nullable, found = self.item.read, self.item_nullable, []
        for place, each in enumerate(value):
            if each is None:
                if not nullable:
                    wrong(f"{name}.{place}", errors, _("Dit mag niet null zijn."), "null")
                continue
            found.append(read(each, f"{name}.{place}", errors))
        return found

    def read_text(self, text: str, name: str, errors: Errors) -> Any:
        """Values between commas."""
        return [self.item.read_text(each, name, errors) for each in text.split(",")][: self.max_items]

    def shape(self) -> Schema:
        """An array."""
        items = self.item.schema()
        return {"type": "array", "items": items | {"nullable": True} if self.item_nullable else items}


@dataclass(frozen=True)
class Anything(Kind):
    """Any JSON; the command looks at it."""

    of: Schema = field(default_factory=dict)
    only: type | tuple[type, ...] | None = field(default=None, kw_only=True)

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """The value as it came, when it is of the right sort."""
        if self.only is not None and not isinstance(value, self.only):
            return wrong(name, errors, _("Deze waarde heeft niet de juiste vorm."))
        if has_nul(value):
            return wrong(name, errors, _("Het teken NUL kan hier niet staan."), "null_characters_not_allowed")
        return value

    def shape(self) -> Schema:
        """What was said of it."""
        return dict(self.of)


@dataclass(frozen=True)
class Texts(Kind):
    """Texts under names of the giver's own, such as kenmerken."""

    item: Text = field(default_factory=Text)
    longest_name: int = field(default=100, kw_only=True)
    most: int = field(default=100, kw_only=True)

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """An object whose values are all texts."""
        if not isinstance(value, dict):
            return wrong(name, errors, _("Geef hier een object."))
        if len(value) > self.most:
            return wrong(name, errors, _("Geef hoogstens {n} waarden.").format(n=self.most), "max_length")
        for key in value:
            if len(key) > self.longest_name or has_nul(key):
                return wrong(name, errors, _("Geef namen van hoogstens {n} tekens.").format(n=self.longest_name))
        return {key: self.item.read(each, f"{name}.{key}", errors) for key, each in value.items()}

    def shape(self) -> Schema:
        """An object with texts."""
        return {"type": "object", "additionalProperties": self.item.schema()}


def has_nul(value: Any) -> bool:
    """Whether a text somewhere inside holds the one character that the database cannot keep."""
    if isinstance(value, str):
        return "\x00" in value
    if isinstance(value, Mapping):
        return any(has_nul(key) or has_nul(each) for key, each in value.items())
    return isinstance(value, list) and any(has_nul(each) for each in value)
