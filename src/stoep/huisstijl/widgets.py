"""Form widgets that the house style draws in a way of its own."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms


class RadioCards(forms.RadioSelect):
    """A choice of one, as large cards with an icon and a line of explanation."""

    def __init__(
        self,
        *,
        icons: Mapping[str, str] | None = None,
        hints: Mapping[str, str] | None = None,
        attrs: dict[str, object] | None = None,
    ) -> None:
        super().__init__(attrs=attrs)
        self.icons = dict(icons or {})
        self.hints = dict(hints or {})


class CountedTextarea(forms.Textarea):
    """A text of several lines that says how many characters are left."""

    def __init__(self, *, rows: int = 5, attrs: dict[str, object] | None = None) -> None:
        super().__init__(attrs={"rows": rows, **(attrs or {})})


class PhotoInput(forms.FileInput):
    """Choosing or taking a photo, with a preview where JavaScript runs."""

    def __init__(self, *, attrs: dict[str, object] | None = None) -> None:
        super().__init__(attrs={"accept": "image/jpeg,image/png,image/webp,image/heic", **(attrs or {})})


class DayInput(forms.DateInput):
    """A calendar day, with the browser's own calendar."""

    input_type = "date"

    def __init__(self, *, attrs: dict[str, object] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")
