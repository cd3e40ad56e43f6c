"""One tree, drawn: questions, answers, and the way of one song through it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPen, QWheelEvent
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsSimpleTextItem, QGraphicsView, QWidget

from core.features.columns import UNITS
from core.language import tr
from desktop.training.numbers import number_text
from desktop.widgets.basic import elided
from desktop.widgets.style import mixed
from desktop.widgets.theme import LIGHT, Theme, genre_colour

if TYPE_CHECKING:
    from core.explanation.trees import TreeNode
    from core.jobs.explanation import ShownTree

WIDE, HIGH = 190.0, 58.0
GAP_X, GAP_Y = 14.0, 44.0
ZOOM: Final = 1.2
LEAST_SCALE: Final = 0.75
DEEP: Final = 4
"""Levels that are unfolded at first, and below a node that is unfolded."""


class TreeView(QGraphicsView):
    """The wheel zooms, dragging pans, a click folds a node or unfolds it; so does Return, and arrow keys walk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setAccessibleName(tr("Tree"))
        self.theme = LIGHT
        self._tree: ShownTree | None = None
        self._classes: tuple[str, ...] = ()
        self._open: set[int] = set()
        self._boxes: dict[int, QRectF] = {}
        self._hints: list[QGraphicsItem] = []
        self._pressed: QPointF | None = None
        self.current = 0

    def show_tree(self, tree: "ShownTree | None", classes: Sequence[str]) -> None:
        """Show a tree from its root, unfolded a few levels and along the song's way."""
        self._tree, self._classes, self.current = tree, tuple(classes), 0
        self._open = set()
        if tree is not None:
            self._unfold(0, DEEP)
            self._open |= {one for one in tree.path if tree.nodes[one].left is not None}
            self.current = tree.path[-1] if tree.path else 0
        self._draw()
        if tree is not None:
            self.resetTransform()
            self.centerOn(self._boxes[0].center())
            self.show_all()

    def show_all(self) -> None:
        """Fit what is unfolded into the view, without making it larger than it is drawn."""
        area = self._scene.sceneRect()
        if area.isEmpty() or self.viewport().width() < 10:
            return
        self.fitInView(area, Qt.AspectRatioMode.KeepAspectRatio)
        scale = self.transform().m11()
        if not LEAST_SCALE <= scale <= 1.0:
            self.resetTransform()
            self.scale(*(2 * [min(max(scale, LEAST_SCALE), 1.0)]))
            self.centerOn(self._boxes[0].center().x(), self._boxes[0].top() + self.viewport().height() / 2)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.theme = theme
        self.setBackgroundBrush(QColor(theme.surface))
        self._draw()

    def set_plain(self, plain: bool) -> None:
        """Leave out what a click would do."""
        for hint in self._hints:
            hint.setVisible(not plain)

    def drawn_area(self) -> QRectF:
        """All that is unfolded."""
        return self._scene.sceneRect()

    # --- hands -----------------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = ZOOM ** (event.angleDelta().y() / 120)
        if 0.05 < self.transform().m11() * factor < 4:
            self.scale(factor, factor)

    def mousePressEvent(self, event: "object") -> None:
        super().mousePressEvent(event)  # type: ignore[arg-type]
        self._pressed = event.position()  # type: ignore[attr-defined]

    def mouseReleaseEvent(self, event: "object") -> None:
        super().mouseReleaseEvent(event)  # type: ignore[arg-type]
        place: QPointF = event.position()  # type: ignore[attr-defined]
        if self._pressed is not None and (place - self._pressed).manhattanLength() < 4:
            at = self.mapToScene(place.toPoint())
            number = next((one for one, box in self._boxes.items() if box.contains(at)), None)
            if number is not None:
                self.current = number
                self.toggle(number)
        self._pressed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tree = self._tree
        if tree is None:
            super().keyPressEvent(event)
            return
        node = tree.nodes[self.current]
        above = next((one.number for one in tree.nodes if self.current in (one.left, one.right)), None)
        shown = self.current in self._open
        moves = {
            Qt.Key.Key_Up: above,
            Qt.Key.Key_Down: node.left if shown else None,
            Qt.Key.Key_Left: None if above is None else tree.nodes[above].left,
            Qt.Key.Key_Right: None if above is None else tree.nodes[above].right,
        }
        key = Qt.Key(event.key())
        if key in moves:
            target = moves[key]
            if target is not None:
                self.current = target
                self._draw()
                self.ensureVisible(self._boxes[target])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle(self.current)
        else:
            super().keyPressEvent(event)

    def toggle(self, number: int) -> None:
        """Fold what is below a node, or unfold it."""
        assert self._tree is not None
        if number in self._open:
            self._open.discard(number)
        elif self._tree.nodes[number].left is not None:
            self._unfold(number, 1)
        self._draw()

    def words(self, number: int) -> str:
        """Return the text of a node."""
        assert self._tree is not None
        node = self._tree.nodes[number]
        if node.column is None:
            return self._answer(node)
        unit = UNITS.get(node.column, "") if self._tree.in_units else "scaled"
        return f"{node.column} ≤ {number_text(node.threshold)}{f' {unit}' if unit else ''}"

    def _fitting(self, number: int, metrics: QFontMetrics) -> str:
        """Return the text of a node as it fits into its box: a name is shortened, a threshold never is."""
        words, room = self.words(number), WIDE - 20
        name, sign, threshold = words.partition(" ≤ ")
        if not sign or metrics.horizontalAdvance(words) <= room:
            return elided(metrics, words, room)
        return elided(metrics, name, room - metrics.horizontalAdvance(f"{sign}{threshold}")) + sign + threshold

    # --- drawing ---------------------------------------------------------------------------------------------------

    def _unfold(self, number: int, levels: int) -> None:
        assert self._tree is not None
        node = self._tree.nodes[number]
        if levels and node.left is not None and node.right is not None:
            self._open.add(number)
            self._unfold(node.left, levels - 1)
            self._unfold(node.right, levels - 1)

    def _draw(self) -> None:
        self._scene.clear()
        self._boxes, self._hints = {}, []
        if self._tree is None:
            return
        self._place(0, 0.0)
        for number in self._boxes:
            self._draw_edges(number)
        for number in self._boxes:
            self._draw_node(number)
        self._scene.setSceneRect(self._scene.itemsBoundingRect().adjusted(-20, -20, 20, 20))
        self.setAccessibleDescription(self.words(self.current))

    def _place(self, number: int, x: float) -> float:
        """Give boxes to a node and what is unfolded below it, from `x` on; returns where the next may begin."""
        assert self._tree is not None
        node = self._tree.nodes[number]
        top = node.depth * (HIGH + GAP_Y)
        if number not in self._open or node.left is None or node.right is None:
            self._boxes[number] = QRectF(x, top, WIDE, HIGH)
            return x + WIDE + GAP_X
        end = self._place(node.right, self._place(node.left, x))
        middle = (self._boxes[node.left].center().x() + self._boxes[node.right].center().x()) / 2
        self._boxes[number] = QRectF(middle - WIDE / 2, top, WIDE, HIGH)
        return end

    def _draw_edges(self, number: int) -> None:
        assert self._tree is not None
        node = self._tree.nodes[number]
        for child, text in ((node.left, tr("yes")), (node.right, tr("no"))):
            if child is None or child not in self._boxes:
                continue
            start, end = self._boxes[number], self._boxes[child]
            a, b = QPointF(start.center().x(), start.bottom()), QPointF(end.center().x(), end.top())
            line = QPainterPath(a)
            line.cubicTo(a + QPointF(0, GAP_Y / 2), b - QPointF(0, GAP_Y / 2), b)
            on_way = child in self._tree.path and number in self._tree.path
            pen = QPen(QColor(self.theme.playhead if on_way else self.theme.border), 3.0 if on_way else 1.5)
            self._scene.addPath(line, pen)
            word = self._add_words(text, (a + b) / 2)
            size = word.boundingRect()
            word.moveBy(-size.width() / 2, -size.height() / 2)
            behind = self._scene.addRect(word.sceneBoundingRect().adjusted(-4, 0, 4, 0), QPen(Qt.PenStyle.NoPen))
            behind.setBrush(QColor(self.theme.surface))
            behind.stackBefore(word)

    def _draw_node(self, number: int) -> None:
        assert self._tree is not None
        node, box = self._tree.nodes[number], self._boxes[number]
        on_way, theme = number in self._tree.path, self.theme
        edge = theme.playhead if on_way else theme.accent if number == self.current else theme.border
        path = QPainterPath()
        path.addRoundedRect(box, 8, 8)
        self._scene.addPath(path, QPen(QColor(edge), 2 if on_way or number == self.current else 1),
                            QColor(theme.surface_raised))  # fmt: skip
        bold = QFont(self.font())
        bold.setBold(True)
        title = self._scene.addSimpleText(self._fitting(number, QFontMetrics(bold)), bold)
        title.setBrush(QColor(theme.text))
        title.setPos(box.left() + 10, box.top() + 6)
        below = self._add_words(tr("{n_rows:,} rows", n_rows=node.n_rows), QPointF(box.left() + 10, box.top() + 24))
        if node.left is not None and number not in self._open:
            end = QPointF(below.sceneBoundingRect().right() + 8, box.top() + 24)
            self._hints.append(self._add_words(tr("▸ click to unfold"), end))
        self._draw_shares(node, QRectF(box.left() + 10, box.bottom() - 14, WIDE - 20, 7))

    def _add_words(self, text: str, place: QPointF) -> QGraphicsSimpleTextItem:
        words = self._scene.addSimpleText(text)
        words.setBrush(QColor(self.theme.text_muted))
        words.setPos(place)
        return words

    def _draw_shares(self, node: "TreeNode", strip: QRectF) -> None:
        """Of each class its share of the songs here; for boosting what is added, to the left or the right."""
        assert self._tree is not None
        if self._tree.for_class is not None:
            value = max(-1.0, min(1.0, node.values[0]))
            middle = strip.center().x()
            wide = strip.width() / 2 * abs(value)
            colour = self.theme.success if value > 0 else self.theme.error
            bar = QRectF(middle if value > 0 else middle - wide, strip.top(), wide, strip.height())
            self._scene.addRect(bar, QPen(Qt.PenStyle.NoPen), QColor(colour))
            return
        self._scene.addRect(strip, QPen(Qt.PenStyle.NoPen), QColor(mixed(self.theme.text, self.theme.surface, 0.08)))
        x = strip.left()
        for name, share in zip(self._classes, node.values, strict=False):
            wide = strip.width() * share
            if wide > 0.5:
                part = QRectF(x, strip.top(), wide, strip.height())
                self._scene.addRect(
                    part, QPen(Qt.PenStyle.NoPen), QColor(genre_colour(name, self._classes, self.theme))
                )
            x += wide

    def _answer(self, node: "TreeNode") -> str:
        assert self._tree is not None
        if self._tree.for_class is not None:
            return tr("{values:+.3f} for {classes}", values=node.values[0], classes=self._classes[self._tree.for_class])
        best = max(range(len(node.values)), key=node.values.__getitem__)
        return f"{self._classes[best]} {100 * node.values[best]:.0f} %"
