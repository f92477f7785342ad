"""A typed value that points at an object of any layer, or of elsewhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """`kind` is a lower-case noun of the norm ("zaak"), `id` its key as text."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> Ref:
        """Read `zaak:0190…` back. Raises ValueError when there is no colon."""
        kind, separator, key = text.partition(":")
        if not separator:
            raise ValueError(f"geen verwijzing: {text!r}")
        return cls(kind, key)
