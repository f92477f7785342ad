"""How a form field is drawn: which template, classes and texts belong to its widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString, mark_safe

from stoep.huisstijl.widgets import PhotoInput, RadioCards

CLASS_OF = {
    "text": "utrecht-textbox utrecht-textbox--html-input",
    "date": "utrecht-textbox utrecht-textbox--html-input stoep-input--date",
    "textarea": "utrecht-textarea utrecht-textarea--html-textarea",
    "select": "utrecht-select utrecht-select--html-select",
    "checkbox": "utrecht-checkbox utrecht-custom-checkbox utrecht-custom-checkbox--html-input",
    "file": "stoep-file__input",
    "photo": "stoep-file__input",
}
INVALID_CLASS_OF = {
    "text": "utrecht-textbox--invalid",
    "date": "utrecht-textbox--invalid",
    "textarea": "utrecht-textarea--invalid",
    "select": "utrecht-select--invalid",
}


@dataclass(frozen=True)
class Option:
    """One choice of a group of radio buttons or checkboxes."""

    id: str
    value: str
    label: str
    checked: bool
    icon: str
    hint: str


def kind_of(field: BoundField) -> str:
    """Which drawing belongs to the widget of this field."""
    widget = field.field.widget
    kinds: tuple[tuple[type[forms.Widget], str], ...] = (
        (RadioCards, "cards"),
        (forms.CheckboxSelectMultiple, "checkboxes"),
        (forms.RadioSelect, "radios"),
        (forms.CheckboxInput, "checkbox"),
        (PhotoInput, "photo"),
        (forms.FileInput, "file"),
        (forms.Textarea, "textarea"),
        (forms.Select, "select"),
        (forms.DateInput, "date"),
    )
    if field.is_hidden:
        return "hidden"
    return next((kind for widget_class, kind in kinds if isinstance(widget, widget_class)), "text")


def options_of(field: BoundField) -> list[Option]:
    """The choices of a group, each with its own id, so that a label and an error can point at it."""
    widget = field.field.widget
    icons: dict[str, str] = getattr(widget, "icons", {})
    hints: dict[str, str] = getattr(widget, "hints", {})
    return [
        Option(
            id=str(part.id_for_label),
            value=str(part.data["value"]),
            label=str(part.choice_label),
            checked=bool(part.data["selected"]),
            icon=icons.get(str(part.data["value"]), ""),
            hint=str(hints.get(str(part.data["value"]), "")),
        )
        for part in field.subwidgets
        if str(part.data["value"])
    ]


def first_id(field: BoundField) -> str:
    """The id that a link in the error summary goes to."""
    if kind_of(field) in {"cards", "radios", "checkboxes"}:
        return next((option.id for option in options_of(field)), field.auto_id)
    return str(field.id_for_label or field.auto_id)


def draw_widget(field: BoundField, kind: str, attrs: dict[str, Any]) -> SafeString:
    """The widget's own HTML, with the classes of the design system and its ties to hint and error."""
    classes = [CLASS_OF.get(kind, CLASS_OF["text"])]
    if field.errors:
        classes.append(INVALID_CLASS_OF.get(kind, ""))
        attrs["aria-invalid"] = "true"
    own = str(field.field.widget.attrs.get("class", ""))
    attrs["class"] = " ".join(part for part in (*classes, own) if part)
    attrs["id"] = field.auto_id
    if field.field.disabled:
        attrs["disabled"] = True
    # Not `as_widget`: that adds `required`, and with it the browser's own messages, before the server can explain.
    html = field.field.widget.render(
        name=field.html_name, value=field.value(), attrs=attrs, renderer=field.form.renderer
    )
    return mark_safe(str(html))


def field_context(
    field: BoundField,
    *,
    label: str = "",
    hint: str = "",
    size: str = "",
    big_label: bool = False,
    optional: str = "show",
) -> dict[str, object]:
    """Everything the template of a field needs."""
    kind = kind_of(field)
    hint = hint or str(field.help_text or "")
    identifier = field.auto_id
    described_by = [f"{identifier}-hint"] if hint else []
    if field.errors:
        described_by.append(f"{identifier}-error")
    context: dict[str, object] = {
        "field": field,
        "kind": kind,
        "id": identifier,
        "name": field.html_name,
        "label": label or field.label,
        "hint": hint,
        "errors": list(field.errors),
        "required": field.field.required,
        "show_optional": optional == "show" and not field.field.required and kind != "checkbox",
        "described_by": " ".join(described_by),
        "size": size,
        "big_label": big_label,
        "disabled": field.field.disabled,
    }
    if kind in {"cards", "radios", "checkboxes"}:
        return {**context, "options": options_of(field)}
    attrs: dict[str, Any] = {"maxlength": False}  # no paste is cut off in silence: the server says what is too long
    maximum = getattr(field.field, "max_length", None)
    if kind == "textarea" and maximum:
        context["maximum"] = maximum
        described_by.append(f"{identifier}-count")
        attrs["data-count"] = f"{identifier}-count"
    if described_by:
        attrs["aria-describedby"] = " ".join(described_by)
    if field.field.required and kind != "checkbox":
        attrs["aria-required"] = "true"
    return {**context, "widget": draw_widget(field, kind, attrs)}
