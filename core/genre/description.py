"""Genre models in plain text for the terminal: one file at length, or many as a table."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.features.recipe import RECIPE_2, RECIPES
from core.genre.model import load_model
from core.genre.passport import Passport, Score

if TYPE_CHECKING:
    from core.genre.store import StoredModel

PROTOCOLS = {"random": "random folds", "grouped": "artist-grouped folds", "grouped_strict": "artist-grouped, strict"}
"""Names of the ways of cross-validating, for people, in the order in which they are shown."""


def describe_model(path: Path) -> str:
    """Describe a model file in some lines of text: what it is, how good, what it reads, how to rebuild it.

    Parameters
    ----------
    path : Path
        A model file of any recipe.

    Returns
    -------
    str
        Lines without a final line break.

    Raises
    ------
    ModelError
        If the file is not a sound model.
    """
    passport = load_model(path, recipes=None).passport
    data = passport.data
    lines = [
        passport.name,
        f"  estimator   {passport.estimator}: {passport.description}",
        f"  classes     {', '.join(passport.classes)}",
        f"  columns     {len(passport.columns)} of the recipe {passport.recipe}",
        f"  not read    {', '.join(sorted(passport.dropped_columns, key=column_place)) or 'nothing'}",
    ]
    lines += [
        f"  accuracy    {_accuracy(score)}, {PROTOCOLS.get(name, name)}" for name, score in ordered_scores(passport)
    ]
    lines += [
        f"  agreement   within {passport.agreement:g} of its estimator",
        f"  trained on  {data.get('rows_used', '?')} rows of the table {str(data.get('table_sha256', '?'))[:12]}",
        f"  made by     {passport.created_by}",
        f"  libraries   {', '.join(f'{name} {number}' for name, number in sorted(passport.versions.items()))}",
    ]
    lines += [f"  mind        {fault}" for fault in passport.faults]
    return "\n".join(lines)


def list_lines(models: "Sequence[StoredModel]") -> list[str]:
    """Return sound models as a table, a line each: name, accuracy in random and grouped folds, classes, estimator."""
    rows: list[tuple[str, ...]] = [("name", "random", "grouped", "classes", "estimator")]
    for one in models:
        assert one.passport is not None
        scores = [one.passport.scores.get(protocol) for protocol in ("random", "grouped")]
        shares = [f"{score.accuracy:.2f}" if score else "-" for score in scores]
        refusal = f" (not for clips: {one.unfit})" if one.unfit else ""
        rows.append((one.title, *shares, str(len(one.passport.classes)), f"{one.passport.estimator}{refusal}"))
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    return ["  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]) for row in rows]


def column_place(column: str) -> int:
    """Position of a column in the recipes; columns that neither has come last."""
    measured = RECIPES[RECIPE_2]
    return measured.index(column) if column in measured else len(measured)


def ordered_scores(passport: Passport) -> list[tuple[str, Score]]:
    """Return the scores by protocol, in the order of `PROTOCOLS`, protocols of other names last."""
    order = list(PROTOCOLS)
    return sorted(passport.scores.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order))


def _accuracy(score: Score) -> str:
    return f"{score.accuracy:.2f} (folds {score.lowest:.2f} to {score.highest:.2f})"
