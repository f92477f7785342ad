"""Form fields that several pages of meldingen share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import DomainError
from stoep.foundation.numbers import Emailadres, Telefoonnummer
from stoep.foundation.web.forms import visible
from stoep.huisstijl.widgets import CountedTextarea, PhotoInput
from stoep.meldingen.rules.tekst import LONGEST_TEKST


class TekstField(forms.CharField):
    """A text of several lines. A line end counts as one sign, whatever the browser sends."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_TEKST)
        super().__init__(
            widget=CountedTextarea(rows=rows),
            error_messages={
                "max_length": _("Uw tekst is te lang: %(show_value)d tekens. Maak er hoogstens %(limit_value)d van."),
                "required": _("Vul hier een tekst in."),
            },
            **kwargs,
        )

    def to_python(self, value: object) -> str:
        """Read the text, with one sort of line end."""
        text = super().to_python(value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value)
        return str(text or "")


class NaamField(forms.CharField):
    """A name on one line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            max_length=120,
            widget=forms.TextInput(attrs={"autocomplete": "name"}),
            error_messages={"max_length": _("Deze naam is te lang. Gebruik hoogstens 120 tekens.")},
            **kwargs,
        )

    def to_python(self, value: object) -> str:
        """Read the name, without line ends."""
        return " ".join(str(super().to_python(value)).split())


class EmailField(forms.EmailField):
    """An e-mail address."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(
            max_length=254,
            widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false", "autocapitalize": "none"}),
            error_messages={
                "invalid": _("Dit is geen e-mailadres. Schrijf het zo: naam@voorbeeld.nl."),
                "max_length": _("Dit e-mailadres is te lang. Gebruik hoogstens 254 tekens."),
                "required": _("Vul uw e-mailadres in."),
            },
            **kwargs,
        )

    def clean(self, value: object) -> str:
        """Read the address, with the same check as whoever sends to it."""
        typed = str(super().clean(value) or "")
        if not typed:
            return ""
        try:
            return str(Emailadres(typed))
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
        if not typed:
            return ""
        try:
            return Telefoonnummer(typed).readable
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

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """Read the files; none is fine."""
        files = data if isinstance(data, list) else [data] if data else []
        if self.required and not files and not initial:
            raise forms.ValidationError(_("Kies een foto."), code="required")
        return [file for file in files if file]


def name_of(file: UploadedFile[Any]) -> str:
    """The name of a file, short and without what nobody can see, to say which one was refused."""
    name = visible(str(file.name or "")) or "foto"
    return name if len(name) <= 40 else f"{name[:36]}…"  # noqa: PLR2004  (fits on one line)
