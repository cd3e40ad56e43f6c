"""What the passports of all model files have in common: how they become JSON, and how strictly they are read back."""

import json
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

from core.errors import ModelError
from core.model_file.text import printable

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


def passport_json(passport: "DataclassInstance", format_: int | str, without: Iterable[str] = ()) -> str:
    """Return a passport as text, without some entries; the same passport always gives the same text."""
    entries = {name: value for name, value in asdict(passport).items() if name not in set(without)}
    return json.dumps({"format": format_, **entries}, indent=1, sort_keys=True, allow_nan=False) + "\n"


def read_passport(text: str, formats: Mapping[int | str, Iterable[str]], build: Callable[[dict[str, Any]], T]) -> T:
    """Read a passport from text that may come from anywhere.

    Parameters
    ----------
    text : str
        The JSON.
    formats : mapping
        Kinds and versions that it may have, each with the entries that it has to have then; others are passed over.
    build : callable
        Makes the passport from these entries; raises TypeError or ValueError where they do not fit.

    Returns
    -------
    What `build` returns

    Raises
    ------
    ModelError
        If the text is no such passport, or holds text that could disturb a terminal.
    """
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError):
        raise ModelError("model.passport_not_json") from None
    if not isinstance(entries, dict):
        raise ModelError("model.passport_no_object")
    given = entries.get("format")
    known = next((one for one in formats if one == given and type(one) is type(given)), None)
    if known is None:
        raise ModelError("model.other_format", format=f"{given!r:.40}", known=max(map(str, formats)))
    wanted = set(formats[known])
    missing = sorted(wanted - set(entries))
    if missing:
        raise ModelError("model.passport_lacks", entry=missing[0])
    try:
        _check_plain(entries)
        return build({name: entries[name] for name in wanted})
    except (TypeError, ValueError, KeyError, OverflowError, RecursionError) as problem:
        raise ModelError("model.passport_malformed", reason=printable(str(problem), 150)) from None


def _check_plain(value: Any) -> None:
    """Raise ValueError where any text within a JSON value could disturb a terminal, or a number is none."""
    if isinstance(value, str) and not value.isprintable():
        raise ValueError("it holds characters that cannot be shown")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("it holds a number that is not finite")
    if isinstance(value, dict):
        for key, entry in value.items():
            _check_plain(key)
            _check_plain(entry)
    elif isinstance(value, list):
        for entry in value:
            _check_plain(entry)
