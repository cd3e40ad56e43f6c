"""Every reader of ours, fed with damaged files: each answers, or refuses in one line."""

import json
import re
import shutil
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import ProgramError
from tests.corpus.mutations import MUTATIONS, Mutation

DURATION = 30.0
LONGEST_SECONDS = 20.0
"""A reader that takes longer hangs as far as a person is concerned."""

_STRANGE = (
    "null", "true", "[]", "{}", '""', "-1", "0", "1e999", "-1e308", "NaN", "Infinity", "9" * 40, "1.5e-320",
    '"\\ud800"', '"' + "x" * 5000 + '"', "[" * 2000, '{"a": 1, "a": 2}', "\u202e", "\x00", "\u00a0",
)  # fmt: skip
_TOKEN = re.compile(r"-?\d+(?:\.\d+)?|\"[^\"\n]*\"|\w+")


@dataclass(frozen=True)
class Parser:
    """A reader, and whole files for it.

    Attributes
    ----------
    name : what it reads
    samples : names of files with their contents
    read : reads a file, as the program does
    """

    name: str
    samples: dict[str, bytes]
    read: Callable[[Path], object]


@dataclass
class Outcome:
    """What became of the files of one reader; `faults` is what should not be."""

    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def strange_token(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    """Put something else in the place of some numbers, words and texts."""
    text = content.decode("utf-8", "replace")
    found = list(_TOKEN.finditer(text))
    for one in sorted((found[i] for i in set(rng.integers(0, len(found), 3).tolist())), key=lambda m: -m.start()):
        text = text[: one.start()] + _STRANGE[int(rng.integers(len(_STRANGE)))] + text[one.end() :]
    return text.encode("utf-8", "surrogatepass")


def other_order_of_lines(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    lines = content.split(b"\n")
    return b"\n".join(lines[i] for i in rng.integers(0, len(lines), len(lines)))


def other_value_in_json(content: bytes, _: bytes, rng: np.random.Generator) -> bytes:
    """Put another value at one place of a tree, of another type as a rule."""
    try:
        tree = json.loads(content)
    except ValueError:
        return strange_token(content, _, rng)
    places = list(_places(tree))
    holder, key = places[int(rng.integers(len(places)))]
    values: tuple[Any, ...] = (None, True, -1, 0, 2**70, 1e308, "", "x" * 3000, [], [[]], {}, {"a": None}, [None] * 50)
    holder[key] = values[int(rng.integers(len(values)))]
    return json.dumps(tree).encode()


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    for key, value in list(tree.items()) if isinstance(tree, dict) else enumerate(tree):
        yield tree, key
        if isinstance(value, dict | list):
            yield from _places(value)


OF_TEXTS: tuple[Mutation, ...] = (strange_token, other_value_in_json, other_order_of_lines, strange_token)


def fuzz(parser: Parser, n_files: int, seed: int, folder: Path, keep: Path | None = None) -> Outcome:
    """Read files that were damaged in turn by all mutations.

    Parameters
    ----------
    parser : the reader
    n_files : how many
    seed : what the damage follows from
    folder : an empty folder, for one file at a time
    keep : where files at fault are copied to
    """
    outcome = Outcome()
    names = list(parser.samples)
    for number in range(n_files):
        rng = np.random.default_rng([seed, number])
        name, other = names[number % len(names)], names[int(rng.integers(len(names)))]
        content = parser.samples[name]
        mutations = (*MUTATIONS, *OF_TEXTS, *OF_TEXTS, *OF_TEXTS)  # most of the formats are texts
        mutation = mutations[int(rng.integers(len(mutations)))]
        broken = mutation(content, parser.samples[other], rng)
        place = folder / str(number)
        place.mkdir()
        path = place / name
        path.write_bytes(broken)
        if not _examine(parser, path, f"{parser.name} {number}, {mutation.__name__} of {name}", outcome) and keep:
            shutil.copytree(place, keep / f"{parser.name} {number}", dirs_exist_ok=True)
        shutil.rmtree(place)
    return outcome


def _examine(parser: Parser, path: Path, case: str, outcome: Outcome) -> bool:
    """Read one file; whether all is as it should be."""
    n_faults, started = len(outcome.faults), time.perf_counter()
    try:
        parser.read(path)
        outcome.read += 1
    except ProgramError as refusal:
        outcome.refused[refusal.code] += 1
        if "\n" in str(refusal) or not str(refusal).strip():
            outcome.faults.append(f"{case}: refused in other than one line: {str(refusal)!r}")
    except Exception as problem:  # the window would show any other error as an internal one
        where = traceback.extract_tb(problem.__traceback__)[-1]
        outcome.faults.append(f"{case}: {problem!r} at {where.name}, line {where.lineno}")
    seconds = time.perf_counter() - started
    outcome.slowest = max(outcome.slowest, seconds)
    if seconds > LONGEST_SECONDS:
        outcome.faults.append(f"{case}: took {seconds:.0f} s")
    return len(outcome.faults) == n_faults
