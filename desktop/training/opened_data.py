"""The data that are open in the training tab, what is done to them, and what the doctor says of them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from core.dataset.dataset import Dataset, Remedy
from core.dataset.finding import Finding, listed
from core.dataset.remedies import apply, apply_all
from core.doctor.examine import examine_job
from core.errors import DatasetError
from core.jobs.data import DataAnswer, DataRequest, read_data, read_folder, request_to_json
from core.jobs.training import Where
from core.language import tr
from core.training.fitters import Fitters
from core.training.protocols import FOLDS, SEED
from desktop.settings import Settings
from desktop.tasks import TaskRunner
from desktop.training.one_task import Activity, OneTask

BY_HAND: Final = tr("Left out manually")
"""How the title of the remedy begins that the choice of columns makes; the columns follow."""


class OpenedData(OneTask):
    """Holds the data and the findings, and says when they change."""

    data_changed = Signal()
    """Other data, or other columns, rows or groups of it; `dataset` may be None."""
    examined = Signal()
    """The doctor has spoken, or his findings are out of date."""
    folds_chosen = Signal(int)
    """Another number of folds, which the data allow."""

    def __init__(
        self,
        runner: TaskRunner,
        settings: Settings,
        parent: QObject | None = None,
        fitters: Fitters | None = None,
    ) -> None:
        super().__init__(runner, settings, parent, fitters)
        self.answer: DataAnswer | None = None
        self.dataset: Dataset | None = None
        self._by_hand: Remedy | None = None
        """The remedy that the latest choice of columns made."""
        self.findings: tuple[Finding, ...] | None = None
        self.n_folds = FOLDS
        """That the doctor examines the data for."""
        self.findings_are_old = False
        """Whether the data have been changed since; what was acted upon is no longer among the findings."""

    def read(
        self,
        request: DataRequest,
        remedies: Sequence[Remedy] | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Read data and examine them; what was there stays until they have come.

        Parameters
        ----------
        remedies : to make at once; without them, what was done to the same table is done again
        then : called once the doctor has spoken
        """
        what = tr("Reading {name}", name=request.path.name)

        def take(answer: DataAnswer) -> None:
            self._take_data(answer, remedies, then)

        if request.kind == "folder":
            self._follow(Activity.READING, what, take, self._threads.run(_read_folder, request, self.where))
        else:
            self.run_in_process(Activity.READING, what, take, read_data, request)

    @property
    def here(self) -> dict[str, Any]:
        """Where the open data lie on this computer, as plain data."""
        return {} if self.answer is None else {"data": request_to_json(self.answer.request)}

    def use(self, dataset: Dataset) -> None:
        """Take data that are there already."""
        request = DataRequest("table", Path(dataset.source.path))
        self.answer = DataAnswer(request, dataset.columns, dataset)
        self._set_dataset(dataset)

    def close_data(self) -> None:
        """Forget the data, and what was made of them."""
        self.answer = None
        self._set_dataset(None)

    def apply(self, remedy: Remedy) -> None:
        """Change the data as the doctor proposes, on record."""
        if self.dataset is None:
            return
        try:
            changed = apply(self.dataset, remedy)
        except DatasetError as problem:
            self.failed.emit(str(problem))
            return
        self._take_changed(changed, self._findings_but(remedy))

    def choose_columns(self, kept: frozenset[str]) -> None:
        """Leave out all columns but these, as one remedy that replaces an earlier choice of columns."""
        if self.dataset is None or self.answer is None or self.answer.dataset is None:
            return
        others = [one for one in self.dataset.remedies if one is not self._by_hand]
        gone = {name for one in others for name in one.columns}
        left_out = tuple(name for name in self.answer.dataset.columns if name not in kept and name not in gone)
        # what a doctor's remedy left out and is wanted again comes back with the whole of that remedy
        back = [one for one in others if kept & set(one.columns)]
        wanted = [one for one in others if one not in back]
        again = {name for one in back for name in one.columns if name not in kept}
        names = tuple(name for name in self.answer.dataset.columns if name in again or name in left_out)
        if names:
            self._by_hand = Remedy("drop_columns", f"{BY_HAND}: {listed(names, 8)}", columns=names)
            wanted.append(self._by_hand)
        self._redo(wanted)

    def undo(self, place: int) -> None:
        """Take back one remedy, by its place on record."""
        if self.dataset is None or self.answer is None or self.answer.dataset is None:
            return
        self._redo([one for number, one in enumerate(self.dataset.remedies) if number != place])

    def _redo(self, remedies: Sequence[Remedy]) -> None:
        assert self.answer is not None
        assert self.answer.dataset is not None
        try:
            changed = apply_all(self.answer.dataset, remedies)
        except DatasetError as problem:
            self.failed.emit(str(problem))
            return
        self._take_changed(changed, self.findings)

    def _take_changed(self, changed: Dataset, findings: tuple[Finding, ...] | None) -> None:
        """Take data that a remedy changed; findings on balance, folds and labels hold only while classes do."""
        before = () if self.dataset is None else self.dataset.remedies
        if any(one.kind == "merge_classes" for one in set(before) ^ set(changed.remedies)):
            self._set_dataset(changed)
            self.examine()
        else:
            self._set_dataset(changed, findings)

    def use_folds(self, n_folds: int) -> None:
        """Use so many folds from now on, and examine the data for them."""
        self.n_folds, self.findings = n_folds, None
        self.folds_chosen.emit(n_folds)
        self.examined.emit()
        self.examine()

    def examine(self, known: tuple[Finding, ...] | None = None, then: Callable[[], None] | None = None) -> None:
        """Run the doctor on the data.

        Parameters
        ----------
        known : what was found under other groups; only what depends on groups is looked for again
        then : called once the doctor has spoken
        """
        if self.dataset is not None:
            examined = self.dataset
            self.run_in_process(
                Activity.EXAMINING,
                tr("Examining the data"),
                lambda found: self._take_findings(examined, found, then),
                examine_job,
                examined,
                self.n_folds,
                SEED,
                known,
            )

    def _take_data(
        self, answer: DataAnswer, remedies: Sequence[Remedy] | None, then: Callable[[], None] | None
    ) -> None:
        if answer.dataset is not None:
            if remedies is None:
                remedies = () if self.dataset is None else self._kept_remedies(answer)
            try:
                changed = apply_all(answer.dataset, remedies)
            except DatasetError as problem:
                self.failed.emit(str(problem))
                changed = answer.dataset
        else:
            changed = None
        before, findings = self.dataset, None if self.findings_are_old else self.findings
        self.answer = answer
        self._set_dataset(changed)
        if changed is not None:
            only_groups = before is not None and changed.differs_in_groups_only(before)
            self.examine(findings if only_groups else None, then)
        elif then is not None:
            self.failed.emit(answer.problem)

    def _kept_remedies(self, answer: DataAnswer) -> Sequence[Remedy]:
        """Keep what was done to the same table when only the meaning of its columns was changed."""
        assert self.dataset is not None
        assert answer.dataset is not None
        same = self.dataset.source.sha256 == answer.dataset.source.sha256
        fitting = [one for one in self.dataset.remedies if set(one.columns) <= set(answer.dataset.columns)]
        return fitting if same else ()

    def _findings_but(self, remedy: Remedy) -> tuple[Finding, ...] | None:
        return None if self.findings is None else tuple(one for one in self.findings if remedy not in one.remedies)

    def _set_dataset(self, dataset: Dataset | None, findings: tuple[Finding, ...] | None = None) -> None:
        self.dataset = dataset
        self.findings, self.findings_are_old = findings, findings is not None
        self.data_changed.emit()
        self.examined.emit()

    def _take_findings(
        self, examined: Dataset, findings: tuple[Finding, ...], then: Callable[[], None] | None = None
    ) -> None:
        if examined is self.dataset:
            self.findings, self.findings_are_old = findings, False
            self.examined.emit()
            if then is not None:
                then()


def _read_folder(emit: Any, request: DataRequest, where: Where) -> DataAnswer:
    from core.jobs.clip import analysis_executor
    from core.workers.machine import usable_cores

    emit.report(0.0, tr("Starting processes"))
    with analysis_executor(where.count or usable_cores(), where.cluster) as executor:
        return read_folder(emit, request, executor)
