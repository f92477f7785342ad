"""Form fields that several pages of opdrachten share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import DomainError
from stoep.foundation.numbers import Emailadres, Telefoonnummer
from stoep.foundation.web.forms import visible
from stoep.huisstijl.widgets import CountedTextarea, DayInput, PhotoInput
from stoep.opdrachten.commands.taking import LONGEST_TEKST

LONGEST_NAME = 40
NEEDED = _("Vul hier een tekst in.")


class TekstField(forms.CharField):
    """A text of several lines. A line end counts as one sign, whatever the browser sends."""

    def __init__(self, *, rows: int = 5, required_text: Any = NEEDED, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_TEKST)
        super().__init__(
            widget=CountedTextarea(rows=rows),
            error_messages={
                "max_length": _("Uw tekst is te lang: %(show_value)d tekens. Maak er hoogstens %(limit_value)d van."),
                "required": required_text,
            },
            **kwargs,
        )

    def to_python(self, value: object) -> str:
        """Read the text, with one sort of line end."""
        text = super().to_python(value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value)
        return str(text or "")


class DagField(forms.DateField):
    """A calendar day."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=DayInput,
            error_messages={
                "required": _("Kies een dag."),
                "invalid": _("Dit is geen dag. Schrijf die als 03-12-2026."),
            },
            **kwargs,
        )


class EmailField(forms.EmailField):
    """An e-mail address, with the same check as whoever sends to it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false", "autocapitalize": "none"}),
            error_messages={
                "invalid": _("Dit is geen e-mailadres. Schrijf het zo: naam@voorbeeld.nl."),
                "max_length": _("Dit e-mailadres is te lang. Gebruik hoogstens 254 tekens."),
                "required": _("Vul het e-mailadres in."),
            },
            **kwargs,
        )

    def clean(self, value: object) -> str:
        """Read the address."""
        typed = str(super().clean(value) or "")
        try:
            return str(Emailadres(typed)) if typed else ""
        except DomainError as error:
            raise forms.ValidationError(str(error), code=error.code) from error


class TelefoonField(forms.CharField):
    """A phone number, kept as it is written in the Netherlands."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            max_length=40,
            widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
            error_messages={"max_length": _("Dit telefoonnummer is te lang.")},
            **kwargs,
        )

    def clean(self, value: object) -> str:
        """Read the number."""
        typed = str(super().clean(value) or "")
        try:
            return Telefoonnummer(typed).readable if typed else ""
        except DomainError as error:
            raise forms.ValidationError(str(error), code=error.code) from error


class ManyPhotoInput(PhotoInput):
    """Choosing several photos at once."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__(attrs={"multiple": True, "accept": "image/jpeg,image/png,image/webp"})


class FotosField(forms.FileField):
    """Any number of photos. What they really are is seen when they are prepared, not by their name."""

    widget = ManyPhotoInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:  # noqa: ARG002
        """Read the files; none is fine."""
        files = data if isinstance(data, list) else [data] if data else []
        return [file for file in files if file]


def name_of(file: UploadedFile[Any]) -> str:
    """The name of a file, short, to say which one was refused."""
    name = visible(str(file.name or "")) or "foto"
    return name if len(name) <= LONGEST_NAME else f"{name[:36]}…"
