"""How fast the clip plays: a button that says it, and opens a slider."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QToolButton, QWidget, QWidgetAction

from core.language import tr
from desktop.playback.stretching import FASTEST, SLOWEST
from desktop.widgets.basic import label, open_menu, push_button
from desktop.widgets.theme import LIGHT, UNIT, Theme

STEP: Final = 5
"""Per cent of one step."""
_NORMAL: Final = 100
_NOTCH: Final = 120


class SpeedButton(QToolButton):
    """Per cent of the speed as recorded. A click opens a slider, the wheel goes by steps."""

    speed_changed = Signal(float)
    """1.0 for the speed as recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self._theme = LIGHT
        self._turned = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        open_menu(self, self._make_menu())
        self.slider.valueChanged.connect(self._take)
        self._show()

    @property
    def speed(self) -> float:
        """How fast it plays; 1.0 as recorded."""
        return self.slider.value() / 100

    def set_speed(self, speed: float) -> None:
        """Choose a speed; beyond the slider's ends, the end."""
        self.slider.setValue(round(100 * speed))

    def step(self, steps: int) -> None:
        """Go faster, or slower, by steps."""
        self.slider.setValue(round(self.slider.value() / STEP + steps) * STEP)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._show()

    @Slot(int)
    def _take(self, per_cent: int) -> None:
        if per_cent % STEP:
            self.slider.setValue(round(per_cent / STEP) * STEP)
            return
        self._show()
        self.speed_changed.emit(self.speed)

    def _show(self) -> None:
        per_cent = self.slider.value()
        self.setText(f"{per_cent} %")
        self.setToolTip(
            tr("Speed: {per_cent} %, at the same pitch ([ slower, ] faster, \\ as recorded)", per_cent=per_cent)
        )
        self.setAccessibleName(tr("Speed: {per_cent} %", per_cent=per_cent))
        colour = self._theme.text_muted if per_cent == _NORMAL else self._theme.accent
        weight = "normal" if per_cent == _NORMAL else "600"
        self.setStyleSheet(
            f"QToolButton {{ color: {colour}; font-weight: {weight}; padding: 2px 4px; }}"
            "QToolButton::menu-indicator { image: none; }"
        )
        width = self.fontMetrics().horizontalAdvance("100 %")
        self.setFixedWidth(width + 3 * UNIT)

    def _make_menu(self) -> QMenu:
        slider = self.slider
        slider.setRange(round(100 * SLOWEST), round(100 * FASTEST))
        slider.setValue(_NORMAL)
        slider.setSingleStep(STEP)
        slider.setPageStep(2 * STEP)
        slider.setFixedWidth(22 * UNIT)
        slider.setToolTip(tr("Speed"))
        slider.setAccessibleName(tr("Speed"))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        row.setSpacing(UNIT)
        row.addWidget(label(f"{slider.minimum()} %", "muted"))
        row.addWidget(slider)
        row.addWidget(label(f"{slider.maximum()} %", "muted"))
        reset = push_button("100 %", lambda: self.set_speed(1.0), tip=tr("As recorded (\\)"))
        reset.setAccessibleName(tr("Speed as recorded"))
        row.addWidget(reset)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(holder)
        menu.addAction(action)
        return menu

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned += event.angleDelta().y()
        steps, self._turned = int(self._turned / _NOTCH), int(self._turned - int(self._turned / _NOTCH) * _NOTCH)
        if steps and self.isEnabled():
            self.step(steps)
        event.accept()
