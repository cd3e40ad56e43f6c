"""The popup that arranges the picture: lanes to tick, order and size, and how the spectrogram is drawn."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.language import tr
from desktop.clip.picture.canvas import ClipCanvas
from desktop.clip.picture.lane_layout import is_fixed
from desktop.clip.picture.spectrum_look import AXES, GAINS, RANGES, SpectrumLook
from desktop.widgets.basic import label, push_button
from desktop.widgets.theme import UNIT

SIZE_STEP = 2 * UNIT
_KEY = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 34 * UNIT


class LaneList(QListWidget):
    """The lanes from above: a tick shows one, a drag or Alt and an arrow key moves it, plus and minus size it."""

    step_wanted = Signal(int)
    size_wanted = Signal(int)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Lanes"))
        self.setAccessibleDescription(
            tr("Space shows or hides a lane, Alt and an arrow key moves it, + and − size it.")
        )
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.model().rowsMoved.connect(self.dropped)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up if alt:
                self.step_wanted.emit(-1)
            case Qt.Key.Key_Down if alt:
                self.step_wanted.emit(1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.size_wanted.emit(SIZE_STEP)
            case Qt.Key.Key_Minus | Qt.Key.Key_Underscore:
                self.size_wanted.emit(-SIZE_STEP)
            case _:
                super().keyPressEvent(event)


class LookPopup(QFrame):
    """Everything takes effect at once; Escape closes it."""

    def __init__(self, canvas: ClipCanvas) -> None:
        super().__init__(canvas, Qt.WindowType.Popup)
        self._canvas = canvas
        self.setObjectName("column-chooser")  # the look of the window's other popups
        self.setAccessibleName(tr("Lanes and spectrogram"))
        self.list = LaneList()
        self.up_button = push_button(tr("Move up"), lambda: self._step(-1), "", tr("Alt+Up, or drag the lane"))
        self.down_button = push_button(tr("Move down"), lambda: self._step(1), "", tr("Alt+Down, or drag the lane"))
        self.higher_button = push_button(
            tr("Higher"), lambda: self._size(SIZE_STEP), "", tr("+, or drag the gap below a lane")
        )
        self.lower_button = push_button(
            tr("Lower"), lambda: self._size(-SIZE_STEP), "", tr("−, or drag the gap below a lane")
        )
        self.reset_button = push_button(
            tr("Default lanes"), canvas.arrange_by_default, "", tr("Forget what was arranged here")
        )
        self.axes = QButtonGroup(self)
        self.range_slider, self.gain_slider = _slider(tr("Range"), RANGES, 5), _slider(tr("Gain"), GAINS, 5)
        self.range_label, self.gain_label = label(role="muted"), label(role="muted")
        self.reset_look_button = push_button(tr("Default"), lambda: canvas.set_look(SpectrumLook()))
        self._arrange()
        self._connect()
        self._show()

    def open_at(self, place: QPoint) -> None:
        """Show the popup with its upper left corner at a place of the screen, or as near as there is room."""
        self._show()
        self.adjustSize()
        room = self._canvas.screen().availableGeometry()
        rect = QRect(place, self.sizeHint())
        rect.moveLeft(min(max(rect.left(), room.left()), max(room.right() - rect.width(), room.left())))
        rect.moveTop(min(max(rect.top(), room.top()), max(room.bottom() - rect.height(), room.top())))
        self.setGeometry(rect)
        self.show()
        self.list.setFocus()
        self.list.setCurrentRow(max(self.list.currentRow(), 0))

    # --- lanes ------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show how the lanes stand and how the spectrogram is drawn."""
        chosen = self._chosen()
        with QSignalBlocker(self.list):
            self.list.clear()
            for lane in self._canvas.lane_view.lanes:
                item = QListWidgetItem(self._canvas.lane_names[lane.key])
                item.setData(_KEY, lane.key)
                item.setToolTip(lane.description)
                flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
                item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
                item.setCheckState(Qt.CheckState.Checked if lane.visible else Qt.CheckState.Unchecked)
                self.list.addItem(item)
                if lane.key == chosen:
                    self.list.setCurrentItem(item)
        row = self.list.sizeHintForRow(0) + 2 * self.list.spacing()
        self.list.setFixedHeight(row * self.list.count() + 2 * (self.list.frameWidth() + self.list.spacing()))
        self.list.viewport().update()
        self._show_abilities()
        self._show_look()

    def _show_abilities(self) -> None:
        key, row = self._chosen(), self.list.currentRow()
        lane = next((lane for lane in self._canvas.lane_view.shown_lanes if lane.key == key), None)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < self.list.count() - 1)
        for button in (self.higher_button, self.lower_button):
            button.setEnabled(lane is not None and not is_fixed(lane.height))

    def _chosen(self) -> str:
        row = self.list.currentRow()
        return str(self.list.item(row).data(_KEY)) if row >= 0 else ""

    def _keys(self) -> list[str]:
        return [str(self.list.item(row).data(_KEY)) for row in range(self.list.count())]

    def _tick(self, item: QListWidgetItem) -> None:
        self._canvas.lane_view.set_lane_visible(item.data(_KEY), item.checkState() == Qt.CheckState.Checked)

    def _step(self, by: int) -> None:
        keys, row = self._keys(), self.list.currentRow()
        if row < 0 or not 0 <= row + by < len(keys):
            return
        after = row + by + (by > 0)
        self._canvas.lane_view.move_lane(keys[row], keys[after] if after < len(keys) else None)

    def _size(self, pixels: int) -> None:
        if self.higher_button.isEnabled():
            self._canvas.lane_view.resize_lane(self._chosen(), pixels)

    def _take_order(self) -> None:
        view = self._canvas.lane_view
        view.arrange_lanes(replace(view.layout_of_lanes, order=tuple(self._keys())))

    # --- spectrogram ------------------------------------------------------------------------------------------------

    def _show_look(self) -> None:
        look = self._canvas.look
        for button in self.axes.buttons():
            button.setChecked(button.property("axis") == look.axis)
        for slider, value in ((self.range_slider, look.range), (self.gain_slider, look.gain)):
            with QSignalBlocker(slider):
                slider.setValue(value)
        self.range_label.setText(tr("{range} dB", range=look.range))
        self.gain_label.setText(
            tr("{gain:+d} dB", gain=look.gain).replace("-", "\N{MINUS SIGN}") if look.gain else tr("0 dB")
        )
        self.reset_look_button.setEnabled(look != SpectrumLook())

    def _take_look(self) -> None:
        axis = next(button.property("axis") for button in self.axes.buttons() if button.isChecked())
        self._canvas.set_look(SpectrumLook(axis, self.range_slider.value(), self.gain_slider.value()))

    # --- building ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.list.itemChanged.connect(self._tick)
        self.list.currentRowChanged.connect(lambda _: self._show_abilities())
        self.list.step_wanted.connect(self._step)
        self.list.size_wanted.connect(self._size)
        # The list may not be filled again while it is still moving its rows.
        self.list.dropped.connect(self._take_order, Qt.ConnectionType.QueuedConnection)
        self._canvas.lane_view.arranged.connect(self._show)
        self._canvas.look_changed.connect(self._show_look)
        for slider in (self.range_slider, self.gain_slider):
            slider.valueChanged.connect(self._take_look)
        self.axes.buttonClicked.connect(self._take_look)

    def _arrange(self) -> None:
        self.list.setMinimumWidth(_LIST_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(label(tr("Lanes"), "heading"))
        column.addWidget(self.list)
        for buttons in ((self.up_button, self.down_button), (self.higher_button, self.lower_button)):
            column.addLayout(_row(*buttons))
        column.addWidget(self.reset_button)
        column.addSpacing(UNIT)
        column.addWidget(label(tr("Spectrogram"), "heading"))
        axes = QHBoxLayout()
        axes.setSpacing(UNIT // 2)
        for axis, name in AXES.items():
            button = QToolButton()
            button.setText(name)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setProperty("axis", axis)
            button.setAccessibleName(tr("{name} axis", name=name))
            self.axes.addButton(button)
            axes.addWidget(button)
        column.addLayout(axes)
        for name, slider, value in (
            (tr("Range"), self.range_slider, self.range_label),
            (tr("Gain"), self.gain_slider, self.gain_label),
        ):
            title = QLabel(name)
            title.setFixedWidth(6 * UNIT)
            value.setFixedWidth(7 * UNIT)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(_row(title, slider, value))
        column.addWidget(self.reset_look_button)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(UNIT // 2)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _slider(name: str, bounds: tuple[int, int], step: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(*bounds)
    slider.setSingleStep(step)
    slider.setPageStep(2 * step)
    slider.setAccessibleName(tr("{name} of the spectrogram in dB", name=name))
    return slider
