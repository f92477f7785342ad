"""Extra questions: which ones apply, whether an answer will do, and how they are kept.

A condition is JsonLogic over the answers so far, read by the library that the field uses. Only comparing and
combining is allowed: a condition can neither count for ever nor look at anything but answers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from json_logic import jsonLogic

OPERATORS = frozenset(["var", "==", "!=", "<", "<=", ">", ">=", "and", "or", "!", "!!", "in", "missing", "if"])
DEEPEST = 8
LONGEST_ANSWER = 500
MOST_CHOICES = 25
LARGEST_NUMBER = 1_000_000
GEVAAR = "gevaar"
NOTHING: tuple[Any, ...] = (None, "", [])
YES_NO = {"ja": True, "nee": False}
SAID = {"==": "is", "!=": "is niet", ">": "is meer dan", "<": "is minder dan", "in": "bevat"}


@dataclass(frozen=True, slots=True)
class Vraagvorm:
    """A question as it is asked."""

    sleutel: str
    tekst: str
    soort: str
    hulp: str = ""
    verplicht: bool = False
    keuzes: tuple[str, ...] = ()
    voorwaarde: Any = None
    objectnummer: bool = False


@dataclass(frozen=True, slots=True)
class Beantwoording:
    """What a page of answers comes to: the questions that they raise, what is kept of them, and what will not do."""

    gevraagd: tuple[Vraagvorm, ...]
    antwoorden: dict[str, Any]
    fouten: dict[str, str]


@dataclass(frozen=True, slots=True)
class Voorwaarderij:
    """One row of a condition in plain words: `sleutel` `vergelijking` `waarde`."""

    sleutel: str
    vergelijking: str
    waarde: str


def applies(voorwaarde: Any, antwoorden: Mapping[str, Any]) -> bool:
    """Does a condition hold? None always does; one that cannot be computed, or lacks its answer, does not."""
    if voorwaarde is None:
        return True
    if not names_in(voorwaarde) & set(antwoorden):
        return False
    try:
        return bool(jsonLogic(voorwaarde, dict(antwoorden)))
    except (TypeError, ValueError, KeyError, RecursionError):
        return False


def names_in(logic: Any) -> set[str]:
    """The answers at which a condition looks."""
    if isinstance(logic, list):
        return {name for part in logic for name in names_in(part)}
    if not isinstance(logic, dict):
        return set()
    found: set[str] = set()
    for operator, parts in logic.items():
        if operator == "var":
            found.add(str(parts[0] if isinstance(parts, list) and parts else parts))
        else:
            found |= names_in(parts)
    return found


def applicable(vragen: Sequence[Vraagvorm], antwoorden: Mapping[str, Any]) -> list[Vraagvorm]:
    """The questions that apply, in order. What was answered to a question that no longer applies counts no more."""
    known: dict[str, Any] = {}
    asked = []
    for vraag in vragen:
        if applies(vraag.voorwaarde, known):
            asked.append(vraag)
            if antwoorden.get(vraag.sleutel) not in NOTHING:
                known[vraag.sleutel] = antwoorden[vraag.sleutel]
    return asked


def read_antwoorden(vragen: Sequence[Vraagvorm], given: Mapping[str, Any]) -> Beantwoording:
    """Read the answers of a page, by key, in order: each can raise questions that come after it.

    This one rule says what is asked and what has to be answered, whoever fills in the page.
    """
    gevraagd = []
    kept: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for vraag in vragen:
        if not applies(vraag.voorwaarde, kept):
            continue
        gevraagd.append(vraag)
        try:
            value = read_antwoord(vraag, given.get(vraag.sleutel))
        except ValueError as error:
            faults[vraag.sleutel] = str(error)
        else:
            if value is not None:
                kept[vraag.sleutel] = value
    return Beantwoording(tuple(gevraagd), kept, faults)


def find_unanswered(vragen: Sequence[Vraagvorm], antwoorden: Mapping[str, Any]) -> list[Vraagvorm]:
    """The questions that apply and must be answered, but are not."""
    asked = applicable(vragen, antwoorden)
    return [one for one in asked if one.verplicht and antwoorden.get(one.sleutel) in NOTHING]


def with_nummer(vragen: Sequence[Vraagvorm], antwoorden: Mapping[str, Any], old: str, new: str) -> dict[str, Any]:
    """The answers with the number of the thing that was pointed at; the number of what was let go goes with it."""
    found = dict(antwoorden)
    for vraag in vragen:
        if vraag.objectnummer and new:
            found[vraag.sleutel] = new
        elif vraag.objectnummer and old and found.get(vraag.sleutel) == old:
            del found[vraag.sleutel]
    return found


def nummer_in(vragen: Sequence[Vraagvorm], antwoorden: Mapping[str, Any]) -> str | None:
    """The number that was answered; "" when it was left open, None when no question asks it."""
    asked = [vraag for vraag in applicable(vragen, antwoorden) if vraag.objectnummer]
    return str(antwoorden.get(asked[0].sleutel) or "").strip() if asked else None


def left_to_ask(vragen: Sequence[Vraagvorm], antwoorden: Mapping[str, Any], nummer: str) -> list[Vraagvorm]:
    """The questions that still make sense: not the number of a thing that was pointed at."""
    asked = applicable(vragen, antwoorden)
    return [one for one in asked if not (one.objectnummer and nummer and antwoorden.get(one.sleutel) == nummer)]


def as_sent(value: Any) -> Any:
    """An answer that was read, as it is written in a form."""
    if isinstance(value, bool):
        return next(word for word, meaning in YES_NO.items() if meaning is value)
    return value


def read_antwoord(vraag: Vraagvorm, given: Any) -> Any:
    """An answer as it is kept: text, list, True or False, number, or a day as text; None is no answer.

    Raises ValueError, with a sentence for who answers, when it will not do.
    """
    if vraag.soort == "meerkeuze":
        chosen = [one for one in (given if isinstance(given, list) else [given]) if one in vraag.keuzes]
        return require(vraag, chosen or None, "Kies minstens één antwoord.")
    text = str(given if given is not None else "").strip()
    if not text:
        return require(vraag, None, "Beantwoord deze vraag.")
    readers = {"keuze": read_choice, "ja-nee": read_yes_no, "getal": read_number, "datum": read_day}
    return readers[vraag.soort](vraag, text) if vraag.soort in readers else read_text(text)


def require(vraag: Vraagvorm, value: Any, sentence: str) -> Any:
    """The value, unless it is missing and has to be there."""
    if value is None and vraag.verplicht:
        raise ValueError(sentence)
    return value


def read_text(text: str) -> str:
    """A short text."""
    if len(text) > LONGEST_ANSWER:
        raise ValueError(f"Uw antwoord is te lang. Gebruik hoogstens {LONGEST_ANSWER} tekens.")
    return text


def read_choice(vraag: Vraagvorm, text: str) -> str:
    """One of the choices."""
    if text not in vraag.keuzes:
        raise ValueError("Kies een antwoord uit de lijst.")
    return text


def read_yes_no(_vraag: Vraagvorm, text: str) -> bool:
    """Yes or no."""
    if text not in YES_NO:
        raise ValueError("Kies ja of nee.")
    return YES_NO[text]


def read_number(_vraag: Vraagvorm, text: str) -> int:
    """A whole number."""
    if not re.fullmatch(r"[0-9]{1,7}", text) or int(text) > LARGEST_NUMBER:
        raise ValueError("Vul een heel getal in, bijvoorbeeld 3.")
    return int(text)


def read_day(_vraag: Vraagvorm, text: str) -> str:
    """A day."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError("Dit is geen dag. Schrijf die als 03-12-2026.") from None


def say_antwoord(value: Any) -> str:
    """An answer as people read it."""
    if isinstance(value, bool):
        return "Ja" if value else "Nee"
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return "-".join(reversed(value.split("-")))
    return str(value)


def freeze(vragen: Sequence[Vraagvorm], antwoorden: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What was answered, with the question as it was asked: a later change of the question changes nothing here."""
    return [
        {
            "sleutel": vraag.sleutel,
            "vraag": vraag.tekst,
            "antwoord": antwoorden[vraag.sleutel],
            "tekst": say_antwoord(antwoorden[vraag.sleutel]),
        }
        for vraag in applicable(vragen, antwoorden)
        if antwoorden.get(vraag.sleutel) not in NOTHING
    ]


def find_faults(voorwaarde: Any, sleutels: Sequence[str]) -> list[str]:
    """What is wrong with a condition, in sentences; `sleutels` are the questions asked before."""
    if voorwaarde is None:
        return []
    if not isinstance(voorwaarde, dict):
        return ['Een voorwaarde is een regel tussen accolades, bijvoorbeeld {"==": [{"var": "gevaar"}, true]}.']
    faults: list[str] = []
    look_into(voorwaarde, frozenset(sleutels), faults, 1)
    return list(dict.fromkeys(faults))


def look_into(logic: Any, known: frozenset[str], faults: list[str], depth: int) -> None:
    """Look for faults in a piece of a condition."""
    if depth > DEEPEST:
        faults.append("De voorwaarde is te ingewikkeld.")
    elif isinstance(logic, list):
        for part in logic:
            look_into(part, known, faults, depth + 1)
    elif isinstance(logic, dict):
        if len(logic) != 1:
            faults.append("Elke regel heeft precies één vergelijking.")
            return
        operator, parts = next(iter(logic.items()))
        if operator not in OPERATORS:
            faults.append(f"‘{operator}’ kan niet in een voorwaarde.")
        elif operator in {"var", "missing"}:
            names = parts if isinstance(parts, list) else [parts]
            named = names[:1] if operator == "var" else names
            faults.extend(f"Er is geen eerdere vraag met de sleutel ‘{one}’." for one in named if str(one) not in known)
        else:
            look_into(parts, known, faults, depth + 1)


def to_logic(rows: Sequence[Voorwaarderij], vragen: Mapping[str, Vraagvorm]) -> Any:
    """Rows as JsonLogic; no rows is always. All rows must hold."""
    parts = []
    for row in rows:
        value = typed(row.waarde, vragen.get(row.sleutel))
        variable = {"var": row.sleutel}
        parts.append({"in": [value, variable]} if row.vergelijking == "in" else {row.vergelijking: [variable, value]})
    return None if not parts else parts[0] if len(parts) == 1 else {"and": parts}


def typed(waarde: str, vraag: Vraagvorm | None) -> Any:
    """A value in the type of the answers to a question."""
    if vraag is not None and vraag.soort == "ja-nee":
        return YES_NO.get(waarde.strip().lower(), waarde)
    if vraag is not None and vraag.soort == "getal" and waarde.strip().isdigit():
        return int(waarde)
    return waarde.strip()


def to_rows(voorwaarde: Any) -> list[Voorwaarderij] | None:
    """JsonLogic as rows; None when it is more than rows can say: then the expert's field shows it."""
    if voorwaarde is None:
        return []
    if not isinstance(voorwaarde, dict) or len(voorwaarde) != 1:
        return None
    parts = voorwaarde.get("and", [voorwaarde])
    rows = [to_row(part) for part in parts] if isinstance(parts, list) else [None]
    return None if any(row is None for row in rows) else [row for row in rows if row is not None]


def to_row(part: Any) -> Voorwaarderij | None:
    """One comparison as a row, if it is one."""
    if not isinstance(part, dict) or len(part) != 1:
        return None
    operator, sides = next(iter(part.items()))
    if operator not in SAID or not isinstance(sides, list) or len(sides) != 2:  # noqa: PLR2004
        return None
    value, variable = sides if operator == "in" else reversed(sides)
    if not isinstance(variable, dict) or set(variable) != {"var"} or isinstance(value, dict | list):
        return None
    return Voorwaarderij(
        str(variable["var"]), operator, say_antwoord(value).lower() if isinstance(value, bool) else str(value)
    )


def say_voorwaarde(voorwaarde: Any, vragen: Mapping[str, Vraagvorm]) -> str:
    """A condition as a sentence; "" is always."""
    rows = to_rows(voorwaarde)
    if rows is None:
        return "alleen bij een eigen regel (JsonLogic)"
    names = [
        f"‘{vragen[row.sleutel].tekst if row.sleutel in vragen else row.sleutel}’ {SAID[row.vergelijking]} {row.waarde}"
        for row in rows
    ]
    return f"alleen als {' en '.join(names)}" if names else ""
