"""A tab that is built when it is first needed, and answers while its libraries are imported."""

import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, QThread, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from core.language import tr
from desktop.page import Page
from desktop.widgets.basic import label


class ModuleImporter(QThread):
    """Imports modules in a thread, so that the event loop answers meanwhile.

    A program that files are dragged from gives up a drop when the window under the mouse does not answer before the
    button is released.
    """

    def __init__(self, modules: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._modules = modules

    def run(self) -> None:
        for name in self._modules:
            importlib.import_module(name)


def is_imported(name: str) -> bool:
    """Return whether a module is there whole: one that a thread is importing now stands in `sys.modules` as well."""
    module = sys.modules.get(name)
    # importlib sets this mark, and looks at it where two threads import one module.
    return module is not None and not getattr(module.__spec__, "_initializing", False)


class LatePage(Page):
    """A page whose parts are built when it is first needed; they are there from then on.

    What a person does before that (a drop, a key, a click) is done in its turn once the parts are there.
    """

    needed_modules: ClassVar[tuple[str, ...]] = ()
    """What `build_parts` imports."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_built = False
        self._waiting: list[Callable[[], None]] = []
        self._needed = ModuleImporter(self.needed_modules, self)
        self._needed.finished.connect(self._build_step_by_step)
        self._is_ended = False
        self._steps: Iterator[None] | None = None
        self._step_timer = QTimer(self)
        self._step_timer.timeout.connect(self._take_step)
        self._loading: QLabel | None = None

    def when_built(self, action: Callable[[], None]) -> None:
        """Do something now if the parts are there; otherwise build them first, without holding the event loop."""
        if self.is_built or all(map(is_imported, self.needed_modules)):
            self.prepare()
            action()
            return
        self._waiting.append(action)
        if self._loading is None:
            self._show_loading()
        self._needed.start()  # does nothing where it runs already

    def prepare(self) -> None:
        """Build the parts at once, if that was not done, and do what waited for them."""
        self._begin_to_build()
        while not self.is_built:
            self._take_step()

    def build_parts(self) -> Iterator[None]:
        """Build what the page is made of. Between two steps the window takes events."""
        raise NotImplementedError

    def show_parts(self) -> None:
        """Show the parts, which are all there now."""

    def _begin_to_build(self) -> None:
        if self._steps is None:
            self._steps = self.build_parts()

    def _build_step_by_step(self) -> None:
        if not self._is_ended:
            self._begin_to_build()
            self._step_timer.start()

    def _take_step(self) -> None:
        if self._steps is None or next(self._steps, self) is not self:
            return
        self._step_timer.stop()
        if self.is_built:
            return
        if self._loading is not None:
            self._loading.deleteLater()
            self._loading = None
        self.is_built = True
        self.show_parts()
        while self._waiting:
            self._waiting.pop(0)()

    def end_loading(self) -> None:
        """Wait for the thread that imports, and drop what waited for it: the window closes."""
        self._waiting.clear()
        self._is_ended = True
        self._step_timer.stop()
        self._needed.wait()
        if self._steps is not None:
            self.prepare()  # what is half built is built to its end, so that it can be shut down like the rest

    def _show_loading(self) -> None:
        self._loading = label(tr("Loading…"), role="muted")
        self._loading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._loading)
