"""A model's passport as text. Its file may come from anywhere, so nothing in it is taken for granted."""

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from core.jobs.models import Seen

if TYPE_CHECKING:
    from core.genre.passport import Passport, Score
    from core.genre.store import StoredModel
    from core.jobs.models import Answers

PROTOCOLS: Final = {
    "random": "Random folds",
    "grouped": "Grouped folds",
    "grouped_strict": "Grouped, strict",
    "split": "Fixed split",
}
BELIEVED: Final = ("grouped", "split", "random")
"""Of these, the first that a model has is the score to believe."""

_LONGEST: Final = 400
_MOST: Final = 60
_DISTINCT: Final = 0.02


@dataclass(frozen=True)
class Section:
    """A heading, and under it rows of a name and a text; a row without a name goes over the whole width."""

    title: str
    rows: tuple[tuple[str, str], ...]


def sections(passport: "Passport") -> tuple[Section, ...]:
    """Everything a person needs to know before believing a model."""
    made = (
        Section("Scores", tuple(_scores(passport))),
        Section("Doctor's findings", tuple(_findings(passport))),
        Section("Training data", tuple(_data(passport))),
        Section("Features", tuple(_columns(passport))),
        Section("Provenance", tuple(_making(passport))),
    )
    return tuple(one for one in made if one.rows)


def believed(passport: "Passport") -> "tuple[str, Score] | None":
    """Return the score to believe, with its protocol; None without scores."""
    found = next((name for name in BELIEVED if name in passport.scores), None)
    return None if found is None else (found, passport.scores[found])


def score_text(passport: "Passport | None", protocol: str) -> str:
    """Return the accuracy of a protocol for the list; empty if it was not run."""
    score = None if passport is None else passport.scores.get(protocol)
    return "" if score is None else f"{score.accuracy:.2f}"


def both_scores(passport: "Passport") -> str:
    """All accuracies in a line, the protocols by name."""
    shown = [(PROTOCOLS[name].casefold(), score) for name, score in _ordered(passport) if name in PROTOCOLS]
    return ", ".join(f"{name} {score.accuracy:.2f}" for name, score in shown)


def day(seconds: float) -> str:
    """Return a day as the list shows it; empty for the shipped model."""
    return time.strftime("%Y-%m-%d", time.localtime(seconds)) if seconds else ""


def agreement(passport: "Passport") -> str:
    """How nearly the file says what its estimator says."""
    return f"outputs agree within {passport.agreement:g}"


@dataclass(frozen=True)
class Worth:
    """The accuracy of a model to show large, what it is of, and in small what else is known."""

    number: str
    meaning: str
    words: str


def what_to_believe(answers: "Answers") -> Worth:
    """Tell the accuracy on these rows and the held-out one, the one that can be believed first.

    Where a model was fitted on the rows, or may have been, its accuracy on them flatters.
    """
    table = str(answers.passport.data.get("table_sha256", ""))[:12]
    words: dict[Seen, str] = {
        "these rows": "Fitted on exactly these rows",
        "this table": "Fitted on rows of the same table",
        "other rows": f"Fitted on another table ({table}…): these rows are new to it, unless some are in both",
        "unknown": "Its passport does not name its training data",
    }
    here, held_out = f"{answers.accuracy:.3f}", believed(answers.passport)
    why = words[answers.seen]
    if answers.seen == "other rows":
        apart = (
            "" if held_out is None else f" Held out in training: {held_out[1].accuracy:.2f} ({_protocol(held_out[0])})."
        )
        return Worth(here, "on these rows", f"{why}.{apart}")
    sure = "is" if answers.seen == "these rows" else "may be"
    if held_out is None:
        return Worth(here, "on these rows", f"{why}, so this accuracy {sure} too high.")
    small = f"On these rows {here}. {why}, so that {sure} too high."
    return Worth(f"{held_out[1].accuracy:.2f}", f"held out, {_protocol(held_out[0])}", small)


def _protocol(name: str) -> str:
    return PROTOCOLS[name].casefold()


def clips_words(model: "StoredModel", is_default: bool) -> str:
    """Whether clips are judged by it, for the list."""
    if model.problem:
        return "damaged"
    if model.unfit:
        return "not for clips"
    return "default" if is_default else ""


def _ordered(passport: "Passport") -> "list[tuple[str, Score]]":
    order = list(PROTOCOLS)
    return sorted(passport.scores.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order))


def _scores(passport: "Passport") -> Iterable[tuple[str, str]]:
    for name, score in _ordered(passport):
        folds = f"{score.folds} folds" if score.repeats == 1 else f"{score.folds} folds, {score.repeats} times"
        spread = f"± standard deviation over {folds}, {score.lowest:.2f} to {score.highest:.2f}"
        yield PROTOCOLS.get(name, _short(name)), f"{score.accuracy:.2f} ± {score.spread:.2f} ({spread})"
    if "random" in passport.scores and "grouped" in passport.scores:
        gap = passport.scores["random"].accuracy - passport.scores["grouped"].accuracy
        if gap > _DISTINCT:
            why = f"{100 * gap:.0f} points of the random score come from rows of the same group"
            yield "Rely on", f"the grouped score: {why}"
    if found := believed(passport):
        error = found[1].calibration_error
        yield (
            "Calibration",
            f"error {error:.3f} on average; log loss {found[1].log_loss:.2f} nats",
        )


def _findings(passport: "Passport") -> Iterable[tuple[str, str]]:
    findings = _list(passport.evaluation.get("findings"))
    for finding in findings[:_MOST]:
        if isinstance(finding, dict):
            yield _short(finding.get("severity", "")).capitalize(), _short(finding.get("title", ""))
    if passport.evaluation.get("examined") is False:
        yield "", "Not examined: the doctor was skipped."
    elif not findings:
        for fault in passport.faults[:_MOST]:
            yield "", re.sub(r"`(.+?)`", r"“\1”", _short(fault))  # a card is written in Markdown, this is not


def _data(passport: "Passport") -> Iterable[tuple[str, str]]:
    data = passport.data
    for title, key in (("Table", "table"), ("Groups", "groups")):
        if data.get(key):
            yield title, _short(data[key])
    if one_hot := _list(data.get("one_hot")):
        yield "One-hot", _listed([_short(name) for name in one_hot])
    if data.get("rows_used") is not None:
        yield "Rows", _count(data["rows_used"])
    by_class = data.get("rows_by_class")
    if isinstance(by_class, dict) and by_class:
        yield "Classes", ", ".join(f"{_short(name)} {_count(rows)}" for name, rows in list(by_class.items())[:_MOST])
    else:
        yield "Classes", ", ".join(passport.classes[:_MOST])
    titles = [remedy.get("title") for remedy in _list(data.get("remedies")) if isinstance(remedy, dict)]
    if titles:
        yield "Changed", "; ".join(_short(title) for title in titles[:_MOST])
    if data.get("table_sha256"):
        yield "SHA-256", _short(data["table_sha256"])
    yield "Length", f"pieces of {passport.window:g} s"


def _columns(passport: "Passport") -> Iterable[tuple[str, str]]:
    yield "Recipe", _short(passport.recipe)
    yield f"{len(passport.columns)} columns", _listed(passport.columns)
    remedies = [one for one in _list(passport.data.get("remedies")) if isinstance(one, dict)]
    told = {"", *(_short(one.get("title")) for one in remedies)}  # these stand under what was changed
    reasons: dict[str, list[str]] = {}
    for name, reason in passport.dropped_columns.items():
        reasons.setdefault(_short(reason), []).append(name)
    for reason, names in list(reasons.items())[:_MOST]:
        yield (
            "Left out",
            _listed(names) if reason in told else f"{_listed(names)}: {reason}",
        )


def _making(passport: "Passport") -> Iterable[tuple[str, str]]:
    yield "Name", _short(passport.name)
    yield "Estimator", _short(f"{passport.estimator}: {passport.description}")
    yield "Seed", str(passport.seed)
    if passport.versions:
        yield "Versions", ", ".join(f"{_short(name)} {_short(version)}" for name, version in passport.versions.items())
    yield "Checked", f"{agreement(passport)} with the estimator on its training rows"
    if passport.created_by:
        yield "Made by", _short(passport.created_by)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST])
    return f"{shown} and {len(names) - _MOST} more" if len(names) > _MOST else shown


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _count(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int) and abs(value) < 10**12 else _short(value)


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
