"""Recognising a category in words: regularised least squares over the features of a text.

One linear model over all categories, solved exactly: the same examples always give the same weights, and
what it would have answered for an example that it had not seen follows from the same solution
(leave-one-out), so accuracy and confidence are measured on every example without training again.
"""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stoep.meldingen.rules.kenmerken import KINDS, Kenmerken, features_of, meaningful_words, pieces_of
from stoep.meldingen.rules.woordstam import stem

Floats = NDArray[np.float64]

KIND_WEIGHTS = {"woord": 1.0, "paar": 0.6, "stuk": 1.0}
SEEN_AT_LEAST = {"woord": 1, "paar": 2, "stuk": 2}
SMOOTHING = 1.0
CLEAR_ENOUGH = 0.9
WEIGHT_OF_WORDS = 0.6
FEW = 3


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """A text, what it means, and how much it weighs. `telt` is False for what is no sentence of a person."""

    tekst: str
    categorie: str
    gewicht: float = 1.0
    telt: bool = True


@dataclass(frozen=True, slots=True)
class Herkend:
    """A category that a text may mean: how probable, and the words that led to it."""

    categorie: str
    kans: float
    woorden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kruisproef:
    """How well examples were recognised that were left out of training."""

    juist: float
    juist_in_drie: float
    per_categorie: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned. `scherpte` makes scores into probabilities; from `duidelijk` on we need not ask."""

    categorieen: tuple[str, ...]
    nummer_van: dict[str, int]
    zeldzaamheid: Floats
    gewichten: NDArray[np.float32]
    scherpte: float
    duidelijk: float

    def recognise(self, text: str, *, most: int = FEW) -> list[Herkend]:
        """The categories that a text most probably means, best first. No word that we know: none."""
        words = meaningful_words(text)
        if not any(self.knows(word) for word in words):
            return []
        at, values = weigh(features_of(text), self.nummer_van, self.zeldzaamheid)
        scores = values.astype(np.float32) @ self.gewichten[at]
        chances = to_chances(scores[None, :].astype(np.float64), self.scherpte)[0]
        best = np.argsort(-chances)[:most]
        return [
            Herkend(self.categorieen[one], float(chances[one]), self.explain(words, int(one)) if one == best[0] else ())
            for one in best
        ]

    def knows(self, word: str) -> bool:
        """True for a word, or a compound or misspelling of one, on which something can be based."""
        if f"w:{stem(word)}" in self.nummer_van:
            return True
        pieces = pieces_of(word)
        return FEW * sum(piece in self.nummer_van for piece in pieces) >= len(pieces) > FEW

    def explain(self, words: Sequence[str], categorie: int) -> tuple[str, ...]:
        """The words that spoke most for a category rather than for the others."""
        gains: list[tuple[float, str]] = []
        for word in words:
            roots = self.numbers_of([f"w:{stem(word)}"])
            pieces = self.numbers_of(pieces_of(word))
            gain = self.gain(roots, categorie) + self.gain(pieces, categorie) / math.sqrt(len(pieces) or 1)
            gains.append((gain, word))
        gains.sort(key=lambda one: -one[0])
        return tuple(word for gain, word in gains[:FEW] if gain > 0 and gain >= gains[0][0] / FEW)

    def numbers_of(self, names: Iterable[str]) -> list[int]:
        """The features that are known."""
        return [self.nummer_van[name] for name in names if name in self.nummer_van]

    def gain(self, at: list[int], categorie: int) -> float:
        """How much these features speak for a category, weighed by how rare they are."""
        return float(self.gewichten[at, categorie] @ self.zeldzaamheid[at]) if at else 0.0


def weigh(found: Kenmerken, numbers: dict[str, int], rarity: Floats) -> tuple[NDArray[np.intp], Floats]:
    """Features as numbers and values: rare ones weigh more, each kind has its share, the whole has length 1."""
    at: list[int] = []
    values: list[Floats] = []
    for kind in KINDS:
        known = [(numbers[name], count) for name, count in found[kind].items() if name in numbers]
        if known:
            mine = [number for number, _ in known]
            counts = np.array([1 + math.log(count) if count >= 1 else count for _, count in known])
            weighed = counts * rarity[mine]
            at += mine
            values.append(weighed * (KIND_WEIGHTS[kind] / math.sqrt(float(weighed @ weighed))))
    together = np.concatenate(values) if values else np.zeros(0)
    return np.array(at, dtype=np.intp), together / (math.sqrt(float(together @ together)) or 1.0)


def train(examples: Sequence[Voorbeeld]) -> tuple[Model, Kruisproef]:
    """Learn from examples. Raises ValueError when there is nothing to learn: fewer than two categories."""
    categorieen = tuple(sorted({example.categorie for example in examples}))
    if len(categorieen) <= 1:
        raise ValueError("Er zijn te weinig categorieën met voorbeelden.")
    found = [features_of(example.tekst) for example in examples]
    numbers, rarity = number_features(found)
    rows = [weigh(one, numbers, rarity) for one in found]
    target = np.zeros((len(examples), len(categorieen)))
    truth = np.array([categorieen.index(example.categorie) for example in examples])
    target[np.arange(len(examples)), truth] = 1.0
    inverse = np.linalg.inv(likeness(rows, len(numbers)) + np.diag([SMOOTHING / one.gewicht for one in examples]))
    solution = inverse @ target
    left_out = target - solution / np.diag(inverse)[:, None]
    weights = np.zeros((len(numbers), len(categorieen)))
    for (at, values), answer in zip(rows, solution, strict=True):
        weights[at] += values[:, None] * answer
    counted = np.array([example.telt for example in examples])
    if not counted.any():
        counted[:] = True
    sharpness = fit_sharpness(left_out[counted], truth[counted])
    model = Model(
        categorieen,
        numbers,
        rarity,
        weights.astype(np.float16).astype(np.float32),
        sharpness,
        find_clear(to_chances(left_out[counted], sharpness), truth[counted]),
    )
    return model, judge(left_out[counted], truth[counted], categorieen)


def number_features(found: Sequence[Kenmerken]) -> tuple[dict[str, int], Floats]:
    """The features that occur often enough, numbered, with how rare each is."""
    seen = {kind: Counter(name for one in found for name in one[kind]) for kind in KINDS}
    names = [(name, count) for kind in KINDS for name, count in seen[kind].items() if count >= SEEN_AT_LEAST[kind]]
    rarity = np.array([math.log((1 + len(found)) / (1 + count)) + 1 for _, count in names])
    return {name: number for number, (name, _) in enumerate(names)}, rarity


def likeness(rows: Sequence[tuple[NDArray[np.intp], Floats]], size: int) -> Floats:
    """How alike every two examples are. Row by row, so that it takes little memory."""
    at = np.concatenate([one for one, _ in rows])
    values = np.concatenate([one for _, one in rows])
    owner = np.repeat(np.arange(len(rows)), [len(one) for one, _ in rows])
    alike = np.empty((len(rows), len(rows)))
    for number, (mine, weights) in enumerate(rows):
        dense = np.zeros(size)
        dense[mine] = weights
        alike[number] = np.bincount(owner, values * dense[at], minlength=len(rows))
    return alike


def to_chances(scores: Floats, sharpness: float) -> Floats:
    """Scores as probabilities."""
    sharp = scores * sharpness
    powers = np.exp(sharp - sharp.max(axis=1, keepdims=True))
    chances: Floats = powers / powers.sum(axis=1, keepdims=True)
    return chances


def fit_sharpness(scores: Floats, truth: NDArray[np.intp]) -> float:
    """The sharpness with which the probabilities of left-out examples fit best: 0.7 then means 7 of 10 right."""
    options = [float(one) for one in np.geomspace(2, 60, 40)]
    own = np.arange(len(truth))

    def surprise(sharpness: float) -> float:
        return float(-np.log(np.maximum(to_chances(scores, sharpness)[own, truth], 1e-9)).mean())

    return min(options, key=surprise)


def find_clear(chances: Floats, truth: NDArray[np.intp]) -> float:
    """From which probability on nine of ten left-out examples are right: then we choose, and one may change it."""
    best, right = chances.max(axis=1), chances.argmax(axis=1) == truth
    order = np.argsort(-best)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(share >= CLEAR_ENOUGH)
    return float(best[order][enough[-1]]) if len(enough) else 1.0


def judge(scores: Floats, truth: NDArray[np.intp], categorieen: Sequence[str]) -> Kruisproef:
    """Count what was right of the left-out examples."""
    ranked = np.argsort(-scores, axis=1)[:, :FEW]
    first = ranked[:, 0] == truth
    within = (ranked == truth[:, None]).any(axis=1)
    per = {
        slug: (int(first[truth == number].sum()), int((truth == number).sum()))
        for number, slug in enumerate(categorieen)
    }
    return Kruisproef(float(first.mean()), float(within.mean()), per)


def pack(model: Model) -> bytes:
    """A model as bytes, to store."""
    out = io.BytesIO()
    np.savez_compressed(
        out,
        kenmerken=np.frombuffer("\n".join(model.nummer_van).encode(), dtype=np.uint8),
        categorieen=np.frombuffer("\n".join(model.categorieen).encode(), dtype=np.uint8),
        zeldzaamheid=model.zeldzaamheid.astype(np.float32),
        gewichten=model.gewichten.astype(np.float16),
        getallen=np.array([model.scherpte, model.duidelijk]),
    )
    return out.getvalue()


def unpack(data: bytes) -> Model:
    """A stored model. It holds numbers and words only: nothing in it is run."""
    with np.load(io.BytesIO(data), allow_pickle=False) as stored:
        names = stored["kenmerken"].tobytes().decode().split("\n")
        return Model(
            tuple(stored["categorieen"].tobytes().decode().split("\n")),
            {name: number for number, name in enumerate(names)},
            stored["zeldzaamheid"].astype(np.float64),
            stored["gewichten"].astype(np.float32),
            float(stored["getallen"][0]),
            float(stored["getallen"][1]),
        )
