"""Which grid to search, with values that can be edited, how, and on which folds."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.dataset.dataset import Dataset
from core.estimators.allowed import problem_of
from core.estimators.grid_text import values_from, values_text
from core.estimators.grids import GRIDS, Grid
from core.estimators.own import Preparation, tailored
from core.language import tr
from core.search.plans import RACES_END, EstimatePlan, Method, cost_in_words, usual_plan
from core.training.protocols import FOLDS, SEED, Protocol
from desktop.training.families import FAMILIES
from desktop.training.frames import form
from desktop.training.preparation import PreparationForm
from desktop.widgets.basic import label, push_button, scroll_area, stepped, width_for
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.jobs.training import SearchRequest

MOST_COMBINATIONS: Final = 100_000
RACING: Final = tr("Drops combinations early that can no longer win: near the best in a fraction of the time.")
EXHAUSTIVE: Final = tr("Every combination on every fold: the same table as scikit-learn’s GridSearchCV.")


ESTIMATES: Final[dict[str, Method | None]] = {
    "As the strategy asks": None, "Nested folds": "nested", "One untouched fold": "holdout", "None": "none",
}  # fmt: skip


@dataclass(frozen=True)
class SearchChoice:
    """What was chosen."""

    grid: Grid
    strategy: str
    protocol: Protocol
    n_folds: int
    seed: int
    estimate: EstimatePlan


class GridForm(QWidget):
    """One line a parameter; empty leaves it at scikit-learn's default."""

    search_requested = Signal(object)
    """A `SearchChoice`."""
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Search settings"))
        self._ready = False
        self._wanted: Protocol | None = None
        self.family = QComboBox()
        self.family.setAccessibleName(tr("Grid"))
        for key, title in FAMILIES.items():
            self.family.addItem(title, key)
        self.fields: dict[str, QLineEdit] = {}
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setVerticalSpacing(UNIT // 2)
        self.problem = label("", "problem", wrap=True)
        self.modernised = label("", "muted", wrap=True)
        self.reset_button = push_button(tr("Reset to study"), self._fill, "link")
        self.racing = QRadioButton(tr("Racing"))
        self.exhaustive = QRadioButton(tr("Exhaustive"))
        self.racing.setChecked(True)
        self.racing.setToolTip(RACING)
        self.exhaustive.setToolTip(EXHAUSTIVE)
        self.strategy_text = label(RACING, "muted", wrap=True)
        self.protocol = QComboBox()
        self.protocol.setAccessibleName(tr("Protocol"))
        self.folds = QSpinBox(minimum=2, maximum=20, value=FOLDS)
        self.seed = QSpinBox(minimum=0, maximum=1_000_000, value=SEED)
        self.preparation = PreparationForm()
        self.estimate = QComboBox()
        self.estimate.addItems(tuple(ESTIMATES))
        self.estimate.setAccessibleName(tr("Estimate"))
        self.estimate.setToolTip(tr("How what the search chooses is judged on rows that had no part in the choice"))
        self.cost = label("", "muted", wrap=True)
        self.button = push_button(tr("Search"), self._begin, "primary")
        self._arrange()
        self.protocol.currentIndexChanged.connect(self._refresh)
        self.folds.valueChanged.connect(self._refresh)
        self.seed.valueChanged.connect(self._refresh)
        self.family.currentIndexChanged.connect(self._fill)
        self.racing.toggled.connect(self._refresh)
        for box in (self.estimate, self.protocol):
            box.currentIndexChanged.connect(self._refresh)
        self.folds.valueChanged.connect(self._refresh)
        self.preparation.changed.connect(self._refresh)
        self._fill()

    @property
    def grid(self) -> Grid | None:
        """The grid as it is written; None where it cannot be read."""
        try:
            return self._study.edited(**{name: list(values_from(field.text())) for name, field in self.fields.items()})
        except ValueError:
            return None

    @property
    def choice(self) -> SearchChoice | None:
        """All that is chosen; None where a grid cannot be read, or without data."""
        grid, protocol = self.grid, self.protocol.currentData()
        if grid is None or protocol is None:
            return None
        strategy = "racing" if self.racing.isChecked() else "exhaustive"
        return SearchChoice(grid, strategy, protocol, self.folds.value(), self.seed.value(), self.plan)

    def show_request(self, request: "SearchRequest") -> None:
        """Fill in the settings of a search."""
        self.family.setCurrentIndex(self.family.findData(request.grid.key))
        for name, field in self.fields.items():
            field.setText(values_text(request.grid.param_grid.get(name, ())))
            field.setCursorPosition(0)
        (self.racing if request.strategy == "racing" else self.exhaustive).setChecked(True)
        self._wanted = request.protocol
        self._choose_wanted()
        self.folds.setValue(request.n_folds)
        self.seed.setValue(request.seed)
        own = request.grid.base.settings
        self.preparation.show_preparation(Preparation() if own is None else own.preparation)
        method = "none" if request.estimate is None else request.estimate.method
        if self.plan.method != method:
            self.estimate.setCurrentIndex(list(ESTIMATES.values()).index(method))

    def show_data(self, dataset: Dataset | None, *, busy: bool) -> None:
        """Offer the folds that the data allow."""
        self._ready = dataset is not None and not busy
        offered: list[tuple[str, str]] = []
        if dataset is not None:
            if dataset.split is not None:
                offered = [(tr("Fixed split, valid rows"), "split")]
            else:
                offered = [(tr("Random folds"), "random")]
                if dataset.groups is not None:
                    column = dataset.source.groups
                    title = tr("Folds grouped by {column}", column=column) if column else tr("Grouped folds")
                    offered.insert(0, (title, "grouped"))
        if offered != [
            (self.protocol.itemText(one), self.protocol.itemData(one)) for one in range(self.protocol.count())
        ]:
            self.protocol.clear()
            for title, key in offered:
                self.protocol.addItem(title, key)
            self._choose_wanted()
        self._refresh()

    def _choose_wanted(self) -> None:
        """Choose the protocol of the search that is shown, once the data are there that offer it."""
        place = -1 if self._wanted is None else self.protocol.findData(self._wanted)
        if place >= 0:
            self.protocol.setCurrentIndex(place)
            self._wanted = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"""
            QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
            #problem {{ color: {theme.error}; }}
            """
        )

    @property
    def plan(self) -> EstimatePlan:
        """How the choice of the search will be judged."""
        usual = usual_plan("racing" if self.racing.isChecked() else "exhaustive", self.folds.value())
        method = ESTIMATES[self.estimate.currentText()]
        return usual if method is None else EstimatePlan(method, self.folds.value())

    @property
    def _study(self) -> Grid:
        return next(grid for key, grid in GRIDS.items() if key == self.family.currentData())

    def _fill(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self.fields = {}
        for name, values in self._study.param_grid.items():
            field = QLineEdit(values_text(values))
            field.setCursorPosition(0)
            field.setAccessibleName(name)
            field.setPlaceholderText(tr("scikit-learn’s default"))
            field.textChanged.connect(self._refresh)
            self.fields[name] = field
            self._form.addRow(name, field)
        self.modernised.setText("\n".join(self._study.modernised))
        self._refresh()

    def _refresh(self) -> None:
        problem = self._problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        racing = f"{RACING} {RACES_END[self._study.key]}"
        self.strategy_text.setText(racing if self.racing.isChecked() else EXHAUSTIVE)
        self.cost.setText(cost_in_words(self.plan, self.protocol.currentData() or "random"))
        grid = None if problem else self.grid
        self.button.setText(
            tr("Search") if grid is None else tr("Search {n_combinations:,} combinations", n_combinations=len(grid))
        )
        self.button.setEnabled(self._ready and grid is not None)
        self.edited.emit()

    def _problem(self) -> str:
        for name, field in self.fields.items():
            try:
                values_from(field.text())
            except ValueError as problem:
                return f"{name}: {problem}."
        grid = self.grid
        refused = None if grid is None else problem_of(grid.key, grid.param_grid)
        if refused is not None:
            name, value, rule = refused
            return tr("{name}: “{value}” cannot be used; it must be {rule}.", name=name, value=value, rule=rule)
        if grid is not None and len(grid) > MOST_COMBINATIONS:
            return tr(
                "Too many combinations: {n_combinations:,}. At most {most_combinations:,} can be searched.",
                n_combinations=len(grid),
                most_combinations=MOST_COMBINATIONS,
            )
        return ""

    def _begin(self) -> None:
        choice = self.choice
        if choice is not None:
            prepared = tailored(choice.grid.base, None, self.preparation.preparation)
            self.search_requested.emit(replace(choice, grid=replace(choice.grid, base=prepared)))

    def minimumSizeHint(self) -> QSize:
        # Names of settings are longer in some languages.
        return QSize(max(32 * UNIT, width_for(self._area)), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(label(tr("Grid"), "heading"))
        column.addWidget(self.family)
        column.addLayout(self._form)
        column.addWidget(self.problem)
        column.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.modernised)
        column.addWidget(label(tr("Strategy"), "heading"))
        column.addWidget(self.racing)
        column.addWidget(self.exhaustive)
        column.addWidget(self.strategy_text)
        column.addLayout(
            form((tr("Protocol"), self.protocol), (tr("Folds"), stepped(self.folds)), (tr("Seed"), stepped(self.seed)),
                 (tr("Estimate"), self.estimate))
        )  # fmt: skip
        column.addWidget(self.cost)
        column.addWidget(self.preparation)
        column.addStretch(1)
        area = self._area = scroll_area(inner, tr("Search settings"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, UNIT)
        outer.addWidget(area, 1)
        below = QVBoxLayout()
        below.setContentsMargins(2 * UNIT, 0, 2 * UNIT, UNIT)
        below.addWidget(self.button)
        outer.addLayout(below)
