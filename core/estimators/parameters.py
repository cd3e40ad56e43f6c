"""Every parameter of a classifier with its default, range and meaning, as scikit-learn itself states them."""

import ast
import inspect
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from core.estimators.baselines import Baseline
from core.language import tr

SET_BY_PROGRAM = ("random_state", "n_jobs", "verbose", "warm_start", "class_weight")
"""Parameters that follow from the seed, the processes, and the balance of the classes."""

_WORDS = {"none": None, "null": None, "true": True, "false": False}
_UNWRITABLE = frozenset({"precomputed", "pyfunc"})
"""Words that ask for something that a table of features is not."""
_LONGEST_MEANING = 600


@dataclass(frozen=True)
class Parameter:
    """One parameter of an estimator's classifier.

    Attributes
    ----------
    value : what the estimator has
    default : scikit-learn's own
    rule : what it may be, in words
    meaning : the first paragraph of its documentation
    """

    name: str
    value: Any
    default: Any
    rule: str
    meaning: str


def parameters_of(baseline: Baseline) -> tuple[Parameter, ...]:
    """Return the parameters that a person may set, those first that the estimator sets itself; none for a committee."""
    classifier = _classifier(baseline)
    if classifier is None:
        return ()
    kind: Any = type(classifier)
    values = classifier.get_params(deep=False)
    meanings = _meanings(kind)
    rules = _constraints(kind)
    found = [
        Parameter(name, values[name], one.default, _in_words(name, rules[name]), meanings.get(name, ""))
        for name, one in inspect.signature(kind).parameters.items()
        if name in rules
    ]
    return tuple(sorted(found, key=lambda one: same(one.value, one.default)))


def why_refused(baseline: Baseline, name: str, value: Any) -> str | None:
    """Return what a parameter must be, where it cannot be `value`; None where it can.

    Raises
    ------
    KeyError : for a name that is no parameter which a person may set
    """
    classifier = _classifier(baseline)
    rules = {} if classifier is None else _constraints(classifier.__class__)
    constraints = rules[name]
    if _takes(name, constraints, value):
        return None
    return _in_words(name, constraints)


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same for an estimator: 1 and 1.0 are not, of some parameters."""
    return type(one) is type(other) and bool(one == other)


def value_text(value: Any) -> str:
    """Return a value as `value_from` reads it."""
    if isinstance(value, tuple | list):
        return f"({', '.join(value_text(one) for one in value)}{',' if len(value) == 1 else ''})"
    return str(value).lower() if value is None or isinstance(value, bool) else str(value)


def value_from(text: str) -> Any:
    """Return the one value that a person wrote: a number, a word, none, true, false, or numbers in brackets.

    Raises
    ------
    ValueError : one line, for what is none of these
    """
    written = text.strip()
    word = written.strip("'\"")
    if word.casefold() in _WORDS:
        return _WORDS[word.casefold()]
    if word.casefold() == "inf":
        return math.inf
    try:
        value = ast.literal_eval(written)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        if re.fullmatch(r"[A-Za-z_][\w-]*", word):
            return word
        raise ValueError(f"“{written[:40]}” is neither a number nor a word") from None
    value = tuple(value) if isinstance(value, list) else value
    if isinstance(value, tuple) and all(type(one) in (int, float) for one in value):
        return value
    if not isinstance(value, int | float | str):
        raise ValueError(f"“{written[:40]}” is neither a number nor a word")
    return value


def _classifier(baseline: Baseline) -> Any:
    from core.estimators.steps import CLASSIFY, classifier_of

    pipeline = baseline.build((), 0)
    return classifier_of(pipeline) if CLASSIFY in pipeline.named_steps else None


@lru_cache(maxsize=64)
def _constraints(kind: Any) -> dict[str, list[Any]]:
    """Return what scikit-learn checks a parameter by, without what is out of date and what a person cannot write."""
    from sklearn.utils._param_validation import Hidden, make_constraint

    stated: Mapping[str, list[Any]] = getattr(kind, "_parameter_constraints", None) or _ours().get(kind.__name__, {})
    given = inspect.signature(kind).parameters
    checked = {
        name: [make_constraint(one) for one in stated[name] if not isinstance(one, Hidden)]
        for name, one in given.items()
        if name in stated and name not in SET_BY_PROGRAM and one.default != "deprecated"
    }
    return {name: rules for name, rules in checked.items() if _in_words(name, rules) not in ("", "none")}


def _ours() -> dict[str, dict[str, list[Any]]]:
    """Return the same of the classifiers that scikit-learn does not have."""
    from numbers import Integral, Real

    from sklearn.utils._param_validation import Interval

    positive = [Interval(Real, 0, None, closed="neither")]
    return {
        "KernelLogisticRegression": {
            "gamma": positive,
            "C": positive,
            "n_centres": [Interval(Integral, 2, 10_000, closed="both")],
        }
    }


def _takes(name: str, constraints: list[Any], value: Any) -> bool:
    from sklearn.utils._param_validation import _ArrayLikes, _Booleans

    if isinstance(value, bool):
        return any(isinstance(one, _Booleans) for one in constraints)
    if isinstance(value, tuple):
        whole = name != "hidden_layer_sizes" or all(type(one) is int and one >= 1 for one in value)
        return whole and any(isinstance(one, _ArrayLikes) for one in constraints)
    if (isinstance(value, float) and math.isnan(value)) or (isinstance(value, str) and value in _UNWRITABLE):
        return False
    writable = [one for one in constraints if _part(one)]
    return any(not isinstance(one, _ArrayLikes) and one.is_satisfied_by(value) for one in writable)


def _in_words(name: str, constraints: list[Any]) -> str:
    parts = [_part(one) for one in constraints]
    if name == "hidden_layer_sizes":
        parts = [tr("the units of each layer as (64, 32)")]
    said = [one for one in dict.fromkeys(parts) if one]
    return tr("{values} or {last}", values=", ".join(said[:-1]), last=said[-1]) if len(said) > 1 else "".join(said)


def _part(constraint: Any) -> str:
    """Return one of the things that a parameter may be; empty for what cannot be written."""
    from numbers import Integral

    from sklearn.utils import _param_validation as checks

    if isinstance(constraint, checks.Interval):
        low, high = constraint.left, constraint.right
        number = tr("a whole number") if constraint.type is Integral else tr("a number")
        with_low, with_high = constraint.closed in ("left", "both"), constraint.closed in ("right", "both")
        bounds = []
        if low is not None and not math.isinf(low):
            bounds.append(tr("from {low:g}", low=low) if with_low else tr("above {low:g}", low=low))
        if high is not None and not math.isinf(high):
            upper = (tr("to") if with_low else tr("up to")) if with_high else tr("and below")
            upper = upper if bounds else tr("below")
            bounds.append(f"{upper} {high:g}")
        return " ".join([number, *bounds])
    if isinstance(constraint, checks.Options):  # words are options as well
        return ", ".join(sorted(str(one) for one in constraint.options if one not in _UNWRITABLE))
    if isinstance(constraint, checks._Booleans):
        return tr("true or false")
    if isinstance(constraint, checks._NoneConstraint):
        return "none"  # as it is typed
    if isinstance(constraint, checks._ArrayLikes):
        return tr("numbers in brackets")
    return ""


@lru_cache(maxsize=64)
def _meanings(kind: Any) -> dict[str, str]:
    """Return the first paragraphs of the section "Parameters" of a class's docstring."""
    text = inspect.getdoc(kind) or ""
    section = re.search(r"^Parameters\n-+\n(.*?)(?=^\S[^\n]*\n-{3,}\n|\Z)", text, re.DOTALL | re.MULTILINE)
    found: dict[str, str] = {}
    for entry in re.split(r"^(?=\w[\w, ]* ?: )", section[1] if section else "", flags=re.MULTILINE):
        head, _, body = entry.partition("\n")
        names, _, said = head.partition(":")
        paragraphs = [_plain(one) for one in re.split(r"\n\s*\n", inspect.cleandoc(body))]
        told = [one for one in paragraphs if one]
        meaning = " ".join(told[: 2 if told and told[0].endswith(":") else 1]) or said.strip()
        found |= {name.strip(): meaning for name in names.split(",")}
    return found


def _plain(text: str) -> str:
    """Return a paragraph of reStructuredText without its marks; empty for a directive."""
    if text.lstrip().startswith(".. "):
        return ""
    linked = re.sub(r":\w+:`~?([^`<]*?)(?:\s*<[^>]*>)?`", r"\1", text)
    line = " ".join(linked.replace("``", "").replace("`", "").split())
    return line if len(line) <= _LONGEST_MEANING else f"{line[:_LONGEST_MEANING].rsplit(' ', 1)[0]} …"
