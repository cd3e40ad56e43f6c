"""What the data is and what its columns mean: label, groups, fixed split, columns to learn from."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.dataset.dataset import Dataset
from core.explanation.column_groups import column_groups
from core.features.columns import SONG_COLUMNS, UNITS
from core.features.recipe import GENRE_COLUMNS, RECIPE_2, RECIPES
from core.features.table import Column
from core.features.words import feature_words
from core.jobs.data import DataAnswer, DataRequest
from core.language import tr
from core.messages import Note, texts
from desktop.training.charts.class_bars import ClassBars
from desktop.training.charts.export_button import Dialog, ExportButton
from desktop.training.data.feature_choice import FeatureChoice
from desktop.widgets.basic import ElidedLabel, field_name, label, push_button, scroll_area
from desktop.widgets.column_chooser import ColumnChooser
from desktop.widgets.theme import UNIT, Theme

NONE: Final = tr("none")
FOUND: Final = tr("found by its name")
MAKE_SPLIT: Final = tr("make 80/10/10, stratified")
OTHER_TABLE: Final = tr("from another table…")
BUILT_IN: Final = {tr("file folder"): "folder", tr("near copies"): "duplicates"}
KNOWN: Final = {column.name: column for column in SONG_COLUMNS}


class DataForm(QWidget):
    """Every choice reads the data again, with what was left out still left out."""

    request_changed = Signal(object)
    """A `DataRequest`."""
    columns_chosen = Signal(object)
    """The names to keep."""
    recent_chosen = Signal(object)
    """A `DataRequest`."""
    split_requested = Signal()
    """A fixed split is to be made."""
    split_dropped = Signal(int)
    """The split that was made is to go; the place of its remedy."""
    open_table_requested = Signal()
    open_folder_requested = Signal()
    open_library_requested = Signal()
    close_requested = Signal()
    groups_table_requested = Signal()

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Data"))
        self._request: DataRequest | None = None
        self._from_table: str | None = None
        """The entry that stands for the groups of a second table."""
        self._answer: DataAnswer | None = None
        self._made_split: int | None = None
        """The place of the remedy that made a fixed split."""
        self.name = ElidedLabel("clipName", elide=Qt.TextElideMode.ElideMiddle)
        self.about = label("", "muted", wrap=True)
        self.open_button = push_button(tr("Open…"), lambda: None)
        self._fill_open_menu()
        self.label_box, self.groups_box, self.split_box = QComboBox(), QComboBox(), QComboBox()
        for box, name in (
            (self.label_box, tr("Label")),
            (self.groups_box, tr("Groups")),
            (self.split_box, tr("Fixed split")),
        ):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.activated.connect(self._take_choice)
        self.features_box = FeatureChoice()
        self.features_box.recipe_chosen.connect(self._take_recipe)
        self.hint = push_button("", self._use_hint, "link", tr("Folds never split the rows of a group"))
        self.columns_button = push_button("", self._open_chooser, tip=tr("Choose feature columns"))
        self.texts_button = push_button("", lambda: None, tip=tr("Columns of 0 and 1, one for each entry of the text"))
        self._texts_menu = QMenu(self)
        self.texts_button.setMenu(self._texts_menu)
        self.chooser = ColumnChooser(self)
        self.chooser.chosen.connect(self.columns_chosen)
        self.bars = ClassBars()
        self.bars_export = ExportButton(tr("Rows of each class"), self.bars, dialog, self.bars.as_table)
        self.notes = label("", "muted", wrap=True)
        self._arrange()

    def show_data(self, answer: DataAnswer, dataset: Dataset | None) -> None:
        """Show what was read and what is left of it."""
        self._answer, self._request = answer, answer.request
        is_library = answer.request.kind == "library"
        self.name.set_full_text(tr("Library labels") if is_library else answer.request.path.name)
        self._fill_boxes(answer, dataset)
        self._show_hint(answer, dataset)
        self._show_texts(answer)
        self._form.setRowVisible(self.columns_button, dataset is not None)
        for part in (self.bars, self.bars_export, self._bars_title):
            part.setVisible(dataset is not None)
        if dataset is None:
            self.about.setText(tr("{n_columns} columns", n_columns=len(answer.columns)) if answer.columns else "")
            self.notes.setText("")
            return
        assert answer.dataset is not None
        self.about.setText(_about(answer.dataset, dataset))
        self.columns_button.setText(
            tr(
                "{n_shown} of {n_columns_2} columns…",
                n_shown=len(dataset.columns),
                n_columns_2=len(answer.dataset.columns),
            )
        )
        self.bars.show_counts(dataset.classes, dataset.counts.tolist())
        notes = [*dataset.notes]
        if dataset.recipe is None:
            notes.append(Note("dataset.foreign_columns"))
        self.notes.setText("\n".join(texts(notes)))
        self.chooser.set_columns(
            _grouped(answer.dataset.columns), frozenset(dataset.columns), frozenset(answer.dataset.columns)
        )

    def set_busy(self, busy: bool) -> None:
        """While a task runs, nothing is changed."""
        boxes = (self.label_box, self.groups_box, self.split_box, self.features_box)
        for part in (*boxes, self.open_button, self.columns_button, self.texts_button, self.hint):
            part.setEnabled(not busy)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.bars.set_theme(theme)
        self.bars_export.set_theme(theme)
        self.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }")

    # --- choices ---------------------------------------------------------------------------------------------------

    def _fill_boxes(self, answer: DataAnswer, dataset: Dataset | None) -> None:
        is_table = answer.request.kind == "table"
        request, source = answer.request, None if dataset is None else dataset.source
        label_now = request.label or (source.label if source is not None else None)
        _fill(self.label_box, list(answer.columns) if is_table else [], label_now, tr("choose one"))
        self._form.setRowVisible(self.label_box, is_table)
        self._form.setRowVisible(self.split_box, is_table)
        self._form.setRowVisible(self.features_box, not is_table)
        self.features_box.show_recipe(request.recipe)
        groups_now = request.groups or (source.groups if source is not None else None)
        named = [name for name, key in BUILT_IN.items() if key == groups_now]
        options = [NONE, *BUILT_IN, *(["artist", "album"] if not is_table else [])]
        if is_table:
            options += [OTHER_TABLE, *(name for name in answer.columns if name != label_now)]
        if request.groups_table is not None and groups_now:
            shown = self._from_table = tr("{groups}, from {name}", groups=groups_now, name=request.groups_table.name)
            options.insert(1, shown)
            _fill(self.groups_box, options, shown, NONE)
        else:
            self._from_table = None
            _fill(self.groups_box, options, named[0] if named else groups_now or NONE, NONE)
        remedies = () if dataset is None else dataset.remedies
        self._made_split = next((n for n, one in enumerate(remedies) if one.kind == "make_split"), None)
        made = "" if self._made_split is None else tr("made: {title}", title=remedies[self._made_split].title)
        options = [NONE, MAKE_SPLIT, *answer.columns] if self._made_split is None else [NONE, made]
        _fill(self.split_box, options, made or request.split or NONE, NONE)

    def _take_choice(self) -> None:
        if self._request is None:
            return
        chosen = self.groups_box.currentText()
        if self._take_split(self.split_box.currentText()):
            return
        if chosen == OTHER_TABLE:
            self._restore_groups()
            self.groups_table_requested.emit()
            return
        from_table = chosen == self._from_table
        groups = self._request.groups if from_table else BUILT_IN.get(chosen, None if chosen == NONE else chosen)
        label_now = (self.label_box.currentText() or None) if self._request.kind == "table" else None
        taken = (label_now, None if from_table else groups, self._split_column)
        wanted = replace(
            self._request,
            label=label_now,
            groups=groups,
            split=self._split_column,
            groups_table=self._request.groups_table if from_table else None,
            one_hot=tuple(name for name in self._request.one_hot if name not in taken),
        )
        if wanted != self._request:
            self.request_changed.emit(wanted)

    def _take_recipe(self, recipe: str) -> None:
        if self._request is not None and recipe != self._request.recipe:
            self.request_changed.emit(replace(self._request, recipe=recipe))

    @property
    def _split_column(self) -> str | None:
        chosen = self.split_box.currentText()
        return None if chosen in (NONE, "") or self._made_split is not None else chosen

    def _take_split(self, chosen: str) -> bool:
        """Make a split, or take the one that was made back; whether either was chosen."""
        if self._made_split is not None and chosen == NONE:
            self.split_dropped.emit(self._made_split)
            return True
        if chosen != MAKE_SPLIT:
            return False
        self.split_box.setCurrentIndex(0)  # until it is made
        self.split_requested.emit()
        return True

    def use_groups_table(self, path: Path) -> None:
        """Take the groups from a second table."""
        if self._request is not None:
            self.request_changed.emit(replace(self._request, groups=None, groups_table=path))

    def _restore_groups(self) -> None:
        if self._answer is not None:
            self._fill_boxes(self._answer, self._answer.dataset)

    def _show_hint(self, answer: DataAnswer, dataset: Dataset | None) -> None:
        offered = answer.tables_of_groups if dataset is not None and dataset.groups is None else ()
        self._form.setRowVisible(self.hint, bool(offered))
        if offered:
            self.hint.setText(tr("Use {name} from the same folder", name=offered[0].name))

    def _use_hint(self) -> None:
        if self._answer is not None and self._answer.tables_of_groups:
            self.use_groups_table(self._answer.tables_of_groups[0])

    def _show_texts(self, answer: DataAnswer) -> None:
        """Offer columns of text as one-hot columns; each choice reads the table again."""
        taken = answer.request.one_hot
        offered = taken if answer.dataset is None else answer.dataset.texts
        self._form.setRowVisible(self.texts_button, bool(offered))
        self._texts_menu.clear()
        for name in offered:
            action = self._texts_menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name in taken)
            action.toggled.connect(partial(self._take_text, name))
        self.texts_button.setText(tr("{n_taken} of {n_offered} as one-hot", n_taken=len(taken), n_offered=len(offered)))

    def _take_text(self, name: str, wanted: bool) -> None:
        if self._request is not None:
            others = tuple(one for one in self._request.one_hot if one != name)
            self.request_changed.emit(replace(self._request, one_hot=(*others, name) if wanted else others))

    def _open_chooser(self) -> None:
        self.chooser.open_below(self.columns_button)

    def show_recent(self, requests: Sequence[DataRequest]) -> None:
        """Offer data that were open before."""
        self._recent.clear()
        for request in requests:
            self._recent.addAction(recent_text(request), partial(self.recent_chosen.emit, request))
        self._recent.menuAction().setVisible(bool(requests))

    # --- building --------------------------------------------------------------------------------------------------

    def _fill_open_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Open table…"), self.open_table_requested.emit)
        menu.addAction(tr("Open folder of classes…"), self.open_folder_requested.emit)
        menu.addAction(tr("Use library labels"), self.open_library_requested.emit)
        self._recent = menu.addMenu(tr("Recent"))
        self._recent.menuAction().setVisible(False)
        menu.addSeparator()
        menu.addAction(tr("Close data"), self.close_requested.emit)
        self.open_button.setMenu(menu)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.open_button)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setVerticalSpacing(UNIT)
        self._form.setHorizontalSpacing(2 * UNIT)
        self._form.addRow(field_name(tr("Label")), self.label_box)
        self._form.addRow(field_name(tr("Groups")), self.groups_box)
        self._form.addRow("", self.hint)
        self._form.addRow(field_name(tr("Fixed split")), self.split_box)
        self._form.addRow(field_name(tr("Feature set")), self.features_box)
        self._form.addRow(field_name(tr("Features")), self.columns_button)
        self._form.addRow(field_name(tr("Text columns")), self.texts_button)
        self._bars_title = label(tr("Rows of each class"), "heading")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.about)
        column.addLayout(self._form)
        column.addSpacing(UNIT)
        above = QHBoxLayout()
        above.addWidget(self._bars_title, 1)
        above.addWidget(self.bars_export)
        column.addLayout(above)
        column.addWidget(self.bars)
        column.addWidget(self.notes)
        column.addStretch(1)
        area = scroll_area(inner, tr("Data settings"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        top.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT // 2)
        outer.addLayout(top)
        outer.addWidget(area, 1)

    def ask_for_groups_table(self, dialog: QFileDialog) -> None:
        """Choose the second table in a dialog that was made for it."""
        dialog.setNameFilters([tr("Tables (*.csv *.tsv *.parquet)"), tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.use_groups_table(Path(name)))
        dialog.open()


def recent_text(request: DataRequest) -> str:
    """Return the name of a table or folder with the folder that it lies in, for a menu."""
    name = tr("Library labels") if request.kind == "library" else f"{request.path.name}  ({request.path.parent.name})"
    return name.replace("&", "&&")


def _fill(box: QComboBox, options: list[str], chosen: str | None, placeholder: str) -> None:
    box.blockSignals(True)
    box.clear()
    box.addItems(options)
    box.setPlaceholderText(placeholder)
    box.setCurrentIndex(options.index(chosen) if chosen in options else -1)
    box.blockSignals(False)


def _about(read: Dataset, dataset: Dataset) -> str:
    parts = [
        tr(
            "{n_rows:,} rows, {n_columns} columns, {n_classes} classes",
            n_rows=len(dataset),
            n_columns=len(dataset.columns),
            n_classes=len(dataset.classes),
        )
    ]
    if len(dataset) < len(read):
        parts.append(tr("{n_rows:,} rows left out", n_rows=len(read) - len(dataset)))
    if dataset.groups is not None:
        parts.append(tr("{n_groups:,} groups", n_groups=len(dataset.group_names)))
    if dataset.source.dialect:
        parts.append(dataset.source.dialect)
    return " · ".join(parts)


@lru_cache(maxsize=1)
def _grouped(columns: tuple[str, ...]) -> list[tuple[str, list[Column]]]:
    """Return the columns under the kinds of things that they say; one of no known kind stands under "Other"."""
    groups: dict[str, list[Column]] = {}
    for group in column_groups(columns):
        known = not (len(group.columns) == 1 and group.name == group.columns[0])
        for name in group.columns:
            groups.setdefault(group.name if known else tr("Other"), []).append(_column(name))
    return list(groups.items())


def _column(name: str) -> Column:
    known = KNOWN.get(name)
    if known is not None:
        return known
    if name in GENRE_COLUMNS:
        return Column(name, "", tr("One of the 58 genre features"))
    return Column(name, UNITS.get(name, ""), feature_words(name) if name in RECIPES[RECIPE_2] else "")
