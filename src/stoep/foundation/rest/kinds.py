"""What every kind of field has in common, and where reading notes what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Self

from stoep.foundation.rest.problems import InvalidParam, ProblemError

Schema = dict[str, Any]


class Errors:
    """Everything that is wrong with what was given."""

    __slots__ = ("found",)

    def __init__(self) -> None:
        self.found: list[InvalidParam] = []

    def add(self, name: str, code: str, reason: str) -> None:
        """Note one thing; the field is then left out of account."""
        self.found.append(InvalidParam(name, code, reason))

    def refuse(self) -> None:
        """Raise a problem with all of it, if there is any."""
        if self.found:
            raise ProblemError(400, "invalid", invalid_params=self.found)


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What every kind of field has. `help` stands in OpenAPI."""

    read_only: bool = False
    write_only: bool = False
    help: str = ""

    def read(self, value: Any, name: str, errors: Errors) -> Any:
        """The value as Python knows it; what is wrong is noted in `errors`."""
        raise NotImplementedError

    def read_text(self, text: str, name: str, errors: Errors) -> Any:
        """The same, from a query parameter."""
        return self.read(text, name, errors)

    def shape(self) -> Schema:
        """Type, format and limits, as OpenAPI writes them."""
        raise NotImplementedError

    def schema(self) -> Schema:
        """The whole schema of the field."""
        made = self.shape()
        if self.read_only:
            made["readOnly"] = True
        if self.write_only:
            made["writeOnly"] = True
        if self.help:
            made["description"] = self.help
        return made

    def shown(self) -> Self:
        """The same field, that only we fill in."""
        return replace(self, read_only=True)


def wrong(name: str, errors: Errors, reason: str, code: str = "invalid") -> None:
    """Note that a value cannot be used."""
    errors.add(name, code, reason)
