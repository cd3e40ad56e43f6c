"""A model's passport as text. Its file may come from anywhere, so nothing in it is taken for granted."""

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from core.jobs.models import Seen
from core.language import local_number, tr

if TYPE_CHECKING:
    from core.genre.passport import Passport, Score
    from core.genre.store import StoredModel
    from core.jobs.models import Answers

PROTOCOLS: Final = {
    "random": tr("Random folds"),
    "grouped": tr("Grouped folds"),
    "grouped_strict": tr("Grouped, strict"),
    "split": tr("Fixed split"),
}
PROTOCOLS_WITHIN: Final = {
    "random": tr("random folds"),
    "grouped": tr("grouped folds"),
    "grouped_strict": tr("grouped, strict"),
    "split": tr("fixed split"),
}
"""The same within a sentence."""

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
        Section(tr("Scores"), tuple(_scores(passport))),
        Section(tr("Doctor's findings"), tuple(_findings(passport))),
        Section(tr("Training data"), tuple(_data(passport))),
        Section(tr("Features"), tuple(_columns(passport))),
        Section(tr("Provenance"), tuple(_making(passport))),
    )
    return tuple(one for one in made if one.rows)


def believed(passport: "Passport") -> "tuple[str, Score] | None":
    """Return the score to believe, with its protocol; None without scores."""
    found = next((name for name in BELIEVED if name in passport.scores), None)
    return None if found is None else (found, passport.scores[found])


def score_text(passport: "Passport | None", protocol: str) -> str:
    """Return the accuracy of a protocol for the list; empty if it was not run."""
    score = None if passport is None else passport.scores.get(protocol)
    return "" if score is None else local_number(score.accuracy, ".2f")


def both_scores(passport: "Passport") -> str:
    """All accuracies in a line, the protocols by name."""
    shown = [(PROTOCOLS_WITHIN[name], score) for name, score in _ordered(passport) if name in PROTOCOLS]
    return ", ".join(f"{name} {local_number(score.accuracy, '.2f')}" for name, score in shown)


def day(seconds: float) -> str:
    """Return a day as the list shows it; empty for the shipped model."""
    return time.strftime("%Y-%m-%d", time.localtime(seconds)) if seconds else ""


def agreement(passport: "Passport") -> str:
    """How nearly the file says what its estimator says."""
    return tr("outputs agree within {agreement:g}", agreement=passport.agreement)


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
        "these rows": tr("Fitted on exactly these rows"),
        "this table": tr("Fitted on rows of the same table"),
        "other rows": tr(
            "Fitted on another table ({table}…): these rows are new to it, unless some are in both", table=table
        ),
        "unknown": tr("Its passport does not name its training data"),
    }
    here, held_out = local_number(answers.accuracy, ".3f"), believed(answers.passport)
    why = words[answers.seen]
    if answers.seen == "other rows":
        apart = (
            ""
            if held_out is None
            else tr(
                " Held out in training: {accuracy:.2f} ({protocol}).",
                accuracy=held_out[1].accuracy,
                protocol=_protocol(held_out[0]),
            )
        )
        return Worth(here, tr("on these rows"), f"{why}.{apart}")
    if held_out is None:
        too_high = (
            tr("{why}, so this accuracy is too high.", why=why)
            if answers.seen == "these rows"
            else tr("{why}, so this accuracy may be too high.", why=why)
        )
        return Worth(here, tr("on these rows"), too_high)
    small = (
        tr("On these rows {here}. {why}, so that is too high.", here=here, why=why)
        if answers.seen == "these rows"
        else tr("On these rows {here}. {why}, so that may be too high.", here=here, why=why)
    )
    return Worth(
        local_number(held_out[1].accuracy, ".2f"), tr("held out, {protocol}", protocol=_protocol(held_out[0])), small
    )


def _protocol(name: str) -> str:
    return PROTOCOLS_WITHIN[name]


def clips_words(model: "StoredModel", is_default: bool) -> str:
    """Whether clips are judged by it, for the list."""
    if model.problem:
        return tr("damaged")
    if model.unfit:
        return tr("not for clips")
    return tr("default") if is_default else ""


def _ordered(passport: "Passport") -> "list[tuple[str, Score]]":
    order = list(PROTOCOLS)
    return sorted(passport.scores.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order))


def _scores(passport: "Passport") -> Iterable[tuple[str, str]]:
    for name, score in _ordered(passport):
        folds = (
            tr("{folds} folds", folds=score.folds)
            if score.repeats == 1
            else tr("{folds} folds, {repeats} times", folds=score.folds, repeats=score.repeats)
        )
        spread = tr(
            "± standard deviation over {folds}, {lowest:.2f} to {highest:.2f}",
            folds=folds,
            lowest=score.lowest,
            highest=score.highest,
        )
        yield (
            PROTOCOLS.get(name, _short(name)),
            f"{local_number(score.accuracy, '.2f')} ± {local_number(score.spread, '.2f')} ({spread})",
        )
    if "random" in passport.scores and "grouped" in passport.scores:
        gap = passport.scores["random"].accuracy - passport.scores["grouped"].accuracy
        if gap > _DISTINCT:
            why = tr("{gap:.0f} points of the random score come from rows of the same group", gap=100 * gap)
            yield tr("Rely on"), tr("the grouped score: {why}", why=why)
    if found := believed(passport):
        error = found[1].calibration_error
        yield (
            tr("Calibration"),
            tr("error {error:.3f} on average; log loss {log_loss:.2f} nats", error=error, log_loss=found[1].log_loss),
        )


def _findings(passport: "Passport") -> Iterable[tuple[str, str]]:
    findings = _list(passport.evaluation.get("findings"))
    for finding in findings[:_MOST]:
        if isinstance(finding, dict):
            yield _short(finding.get("severity", "")).capitalize(), _short(finding.get("title", ""))
    if passport.evaluation.get("examined") is False:
        yield "", tr("Not examined: the doctor was skipped.")
    elif not findings:
        for fault in passport.faults[:_MOST]:
            yield "", re.sub(r"`(.+?)`", r"“\1”", _short(fault))  # a card is written in Markdown, this is not


def _data(passport: "Passport") -> Iterable[tuple[str, str]]:
    data = passport.data
    for title, key in ((tr("Table"), "table"), (tr("Groups"), "groups")):
        if data.get(key):
            yield title, _short(data[key])
    if one_hot := _list(data.get("one_hot")):
        yield tr("One-hot"), _listed([_short(name) for name in one_hot])
    if data.get("rows_used") is not None:
        yield tr("Rows"), _count(data["rows_used"])
    by_class = data.get("rows_by_class")
    if isinstance(by_class, dict) and by_class:
        yield (
            tr("Classes"),
            ", ".join(f"{_short(name)} {_count(rows)}" for name, rows in list(by_class.items())[:_MOST]),
        )
    else:
        yield tr("Classes"), ", ".join(passport.classes[:_MOST])
    titles = [remedy.get("title") for remedy in _list(data.get("remedies")) if isinstance(remedy, dict)]
    if titles:
        yield tr("Changed"), "; ".join(_short(title) for title in titles[:_MOST])
    if data.get("table_sha256"):
        yield "SHA-256", _short(data["table_sha256"])
    yield tr("Length"), tr("pieces of {window:g} s", window=passport.window)


def _columns(passport: "Passport") -> Iterable[tuple[str, str]]:
    yield tr("Recipe"), _short(passport.recipe)
    yield tr("{n_columns} columns", n_columns=len(passport.columns)), _listed(passport.columns)
    remedies = [one for one in _list(passport.data.get("remedies")) if isinstance(one, dict)]
    told = {"", *(_short(one.get("title")) for one in remedies)}  # these stand under what was changed
    reasons: dict[str, list[str]] = {}
    for name, reason in passport.dropped_columns.items():
        reasons.setdefault(_short(reason), []).append(name)
    for reason, names in list(reasons.items())[:_MOST]:
        yield (
            tr("Left out"),
            _listed(names) if reason in told else f"{_listed(names)}: {reason}",
        )


def _making(passport: "Passport") -> Iterable[tuple[str, str]]:
    yield tr("Name"), _short(passport.name)
    yield tr("Estimator"), _short(f"{passport.estimator}: {tr(passport.description)}")
    yield tr("Seed"), str(passport.seed)
    if passport.versions:
        yield (
            tr("Versions"),
            ", ".join(f"{_short(name)} {_short(version)}" for name, version in passport.versions.items()),
        )
    yield tr("Checked"), tr("{agreement} with the estimator on its training rows", agreement=agreement(passport))
    if passport.created_by:
        yield tr("Made by"), _short(passport.created_by)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST])
    return tr("{shown} and {n} more", shown=shown, n=len(names) - _MOST) if len(names) > _MOST else shown


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _count(value: Any) -> str:
    return local_number(value, ",") if isinstance(value, int) and abs(value) < 10**12 else _short(value)


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
