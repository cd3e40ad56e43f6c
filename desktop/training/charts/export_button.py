"""The button that takes away what a view shows: as a picture, a drawing or a table."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QGraphicsView, QMenu, QToolButton, QWidget

from core.atomic import replacing
from core.export.csv_file import CsvWriter
from core.file_names import safe_name
from core.language import tr
from desktop.widgets.icons import themed_icon
from desktop.widgets.theme import LIGHT, Theme

EXPORT_WIDTH: Final = 1600
MOST_PIXELS: Final = 60_000_000
"""Of a picture; what is larger is drawn smaller, and whole as a drawing."""

Table = tuple[Sequence[str], Sequence[Sequence[object]]]
"""Column names and rows behind what is shown."""

Dialog = Callable[[str, QFileDialog.FileMode], QFileDialog]


@runtime_checkable
class Drawable(Protocol):
    """A widget with something to show that is not for export: where the keyboard is, what a click would do."""

    def set_plain(self, plain: bool) -> None:
        """Leave it out, or show it again."""

    def drawn_area(self) -> QRectF:
        """Return the part of the widget or its scene that is worth exporting."""


class ExportButton(QToolButton):
    """Offers PNG, SVG and CSV of a widget: what is seen of a plot, or all of a `Drawable`.

    `table` gives what a CSV holds; without it none is offered. Without a widget, as for tables, a CSV alone is.
    """

    def __init__(
        self,
        title: str,
        shown: QWidget | None,
        dialog: Dialog,
        table: Callable[[], Table] | None = None,
    ) -> None:
        super().__init__()
        self.title = title
        self.table = table
        self._what = tr("Export table") if shown is None else tr("Export chart")
        self.write_rows: Callable[[Path], None] | None = None
        """Writes the CSV in place of `table`, where it is too large for the window's thread."""
        self._shown, self._dialog = shown, dialog
        self._theme = LIGHT
        self.setToolTip(self._what)
        self.setAccessibleName(tr("Export {title}", title=title))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        if shown is not None:
            menu.addAction(tr("Image (PNG)…"), lambda: self._ask("png"))
            menu.addAction(tr("Vector graphic (SVG)…"), lambda: self._ask("svg"))
        self._as_table = menu.addAction(tr("Table (CSV)…"), lambda: self._ask("csv"))
        menu.aboutToShow.connect(
            lambda: self._as_table.setVisible(self.table is not None or self.write_rows is not None)
        )
        self.setMenu(menu)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme, for the sign and for what is drawn."""
        self._theme = theme
        self.setIcon(themed_icon("export", theme))

    def export(self, path: Path) -> None:
        """Write what is shown as the suffix says: .png, .svg or .csv; whole or not at all."""
        if self.write_rows is not None and path.suffix.casefold() == ".csv":
            self.write_rows(path)
            return
        write = {".csv": self._write_table, ".svg": self._write_svg}.get(path.suffix.casefold(), self._write_png)
        with replacing(path, sync=False) as part, _plain(self._shown):
            write(part)

    # --- drawing ---------------------------------------------------------------------------------------------------

    @property
    def _area(self) -> QRectF:
        """What is drawn, in the coordinates of the scene or the widget."""
        shown = self._shown
        assert shown is not None, "a table has no picture"
        if isinstance(shown, Drawable):
            return shown.drawn_area()
        return QRectF(shown.viewport().rect() if isinstance(shown, QGraphicsView) else shown.rect())

    def _draw(self, painter: QPainter, size: QSizeF) -> None:
        """Draw all of it into a rectangle of this size."""
        shown, area = self._shown, self._area
        assert shown is not None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(self._theme.surface))
        if not isinstance(shown, QGraphicsView):
            painter.scale(size.width() / area.width(), size.height() / area.height())
            region = QRegion(area.toAlignedRect())
            shown.render(painter, QPoint(), region, QWidget.RenderFlag.DrawChildren)
        elif isinstance(shown, Drawable):
            shown.scene().render(painter, QRectF(0, 0, size.width(), size.height()), area)
        else:
            shown.render(painter, QRectF(0, 0, size.width(), size.height()), shown.viewport().rect())

    def _write_png(self, path: Path) -> None:
        seen = self._area.size()
        scale = max(EXPORT_WIDTH / max(seen.width(), 1), 1.0)
        scale = min(scale, (MOST_PIXELS / max(seen.width() * seen.height(), 1)) ** 0.5)
        image = QImage((seen * scale).toSize(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        self._draw(painter, QSizeF(image.size()))
        painter.end()
        writer = QImageWriter(str(path))
        writer.setFormat(QByteArray(b"png"))
        writer.write(image)

    def _write_svg(self, path: Path) -> None:
        seen = self._area.size()
        drawing = QSvgGenerator()
        drawing.setFileName(str(path))
        drawing.setSize(seen.toSize())
        drawing.setViewBox(QRectF(0, 0, seen.width(), seen.height()))
        drawing.setTitle(self.title)
        painter = QPainter(drawing)
        self._draw(painter, seen)
        painter.end()

    def _write_table(self, path: Path) -> None:
        columns, rows = self.table() if self.table is not None else ((), ())
        with path.open("w", newline="", encoding="utf-8") as stream:
            writer = CsvWriter(stream)
            writer.writerow(columns)
            writer.writerows(rows)

    # --- asking ----------------------------------------------------------------------------------------------------

    def _ask(self, kind: str) -> None:
        dialog = self._dialog(self._what, QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setNameFilters([f"{kind.upper()} (*.{kind})"])
        dialog.selectFile(f"{safe_name(self.title, 'chart')}.{kind}")
        dialog.fileSelected.connect(lambda name: self._export_told(Path(name)))
        dialog.open()

    def _export_told(self, path: Path) -> None:
        try:
            self.export(path)
        except OSError as problem:
            notices = getattr(self.window(), "notices", None)
            if notices is not None:
                notices.show_error(tr("{name} cannot be written: {reason}.", name=path.name, reason=problem.strerror))


@contextmanager
def _plain(shown: object) -> Iterator[None]:
    if not isinstance(shown, Drawable):
        yield
        return
    shown.set_plain(True)
    try:
        yield
    finally:
        shown.set_plain(False)
