"""The line that says which data and settings the results in front are of, and warns where other data are open."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from core.dataset.dataset import Dataset
from core.features.recipe import RECIPE_2
from core.language import tr


@dataclass(frozen=True)
class Provenance:
    """What results were made with.

    Attributes
    ----------
    dataset : their data
    settings : folds, seed and the like, in words
    chosen : the settings that the form has now, where they are others
    """

    dataset: Dataset
    settings: str
    chosen: str = ""


class ProvenanceLine(QLabel):
    """One line above the results of a step; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("provenance")
        self.setWordWrap(True)
        self.warns = False
        self.hide()

    def show_provenance(self, made_with: Provenance | None, opened: Dataset | None) -> None:
        """Say what results were made with, and whether that is what is open.

        Parameters
        ----------
        made_with : of the results in front; None where there are none
        opened : the data that are open now; None where none are
        """
        self.setVisible(made_with is not None)
        if made_with is None:
            return
        own = made_with.dataset
        self.warns = opened is not None and not own.is_same_as(opened)
        text = f"{data_in_words(own)} · {made_with.settings}"
        if self.warns and opened is not None:
            text = tr(
                "Results of other data than are open now. They are of {text}. {difference}",
                text=text,
                difference=_difference(own, opened),
            )
        elif made_with.chosen:
            self.warns = True
            text = tr(
                "Results of other settings than are chosen now. They are of {text}. Chosen now: {chosen}.",
                text=text,
                chosen=made_with.chosen,
            )
        self.setText(text)
        self.setProperty("kind", "warning" if self.warns else "")
        self.style().unpolish(self)  # a property changes the look of a widget only when it is polished again
        self.style().polish(self)


def data_in_words(dataset: Dataset) -> str:
    """Return a data set's file, size, groups and remedies."""
    shape = tr(
        "{n_rows:,} rows, {n_columns:,} columns, {n_classes} classes",
        n_rows=len(dataset),
        n_columns=len(dataset.columns),
        n_classes=len(dataset.classes),
    )
    parts = [f"{Path(dataset.source.path).name}: {shape}"]
    if dataset.groups is not None:
        column = dataset.source.groups
        parts.append(tr("grouped by {column}", column=column) if column else tr("grouped by a remedy"))
    if dataset.recipe == RECIPE_2:
        parts.append(tr("with rhythm and timbre"))
    if dataset.source.one_hot:
        parts.append(tr("{some} one-hot", some=_some([*dataset.source.one_hot])))
    if dataset.remedies:
        parts.append(tr("1 remedy") if len(dataset.remedies) == 1 else tr("{n} remedies", n=len(dataset.remedies)))
    return " · ".join(parts)


def _difference(own: Dataset, opened: Dataset) -> str:
    if own.source.sha256 != opened.source.sha256:
        return tr("Open now: {data}.", data=data_in_words(opened))
    gone = [name for name in own.columns if name not in opened.columns]
    come = [name for name in opened.columns if name not in own.columns]
    if gone or come:
        parts = [tr("without {some}", some=_some(gone))] * bool(gone) + [tr("with {some}", some=_some(come))] * bool(
            come
        )
        return tr("The columns were changed since: {parts}.", parts=", ".join(parts))
    return tr("Rows, classes or groups were changed since: {data}.", data=data_in_words(opened))


def _some(names: list[str]) -> str:
    return ", ".join(names[:3]) + (tr(" and {n} more", n=len(names) - 3) if len(names) > 3 else "")
