"""Reading style sheets well enough to drop what is not used and to make the rest small."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CLASS = re.compile(r"\.((?:utrecht|nl)-[a-zA-Z0-9_-]+)")
USED = re.compile(r"\b((?:utrecht|nl)-[a-zA-Z0-9_-]+)")
GROUPING = ("@media", "@supports", "@layer", "@container")


def used_class_names(texts: Iterable[str]) -> frozenset[str]:
    """Every class name of NL Design System that occurs in these templates and scripts."""
    return frozenset(name for text in texts for name in USED.findall(text))


def rules(text: str) -> Iterator[tuple[str, str]]:
    """The rules at the top of a style sheet, each as what stands before its braces and what is within."""
    depth, start, opened = 0, 0, 0
    for position, sign in enumerate(text):
        if sign == "{":
            if depth == 0:
                opened = position
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield text[start:opened].strip(), text[opened + 1 : position]
                start = position + 1
        elif sign == ";" and depth == 0:
            start = position + 1


def selectors(text: str) -> list[str]:
    """The selectors of a list, split at the commas that do not stand within brackets."""
    parts, depth, current = [], 0, ""
    for sign in text:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            parts.append(current.strip())
            current = ""
        else:
            current += sign
    return [*parts, current.strip()]


def is_used(selector: str, used: frozenset[str]) -> bool:
    """Whether every class that a selector asks for occurs somewhere; what it excludes does not count."""
    asked = re.sub(r":not\([^()]*(?:\([^()]*\)[^()]*)*\)", "", selector)
    return all(name in used for name in CLASS.findall(asked))


def keep_used(text: str, used: frozenset[str]) -> str:
    """A style sheet without the rules for classes that occur nowhere."""
    kept = []
    for head, body in rules(COMMENT.sub("", text)):
        if head.startswith(GROUPING):
            inner = keep_used(body, used)
            if inner:
                kept.append(f"{head}{{{inner}}}")
        elif head.startswith("@"):
            kept.append(f"{head}{{{body}}}")
        else:
            left = [selector for selector in selectors(head) if is_used(selector, used)]
            if left:
                kept.append(f"{','.join(left)}{{{body}}}")
    return "\n".join(kept)


def shrink(text: str) -> str:
    """The same style sheet in fewer bytes: no comments, no needless white space."""
    text = COMMENT.sub("", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,]) ?", r"\1", text)
    text = re.sub(r": (?=[^{};]*[;}])", ":", text)
    return text.replace(";}", "}").strip() + "\n"
