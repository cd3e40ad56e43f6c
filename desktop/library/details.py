"""The details panel: the selection, its labels, and fields to edit title, artist, album, BPM and key."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QFormLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.harmony.key_names import key_name
from core.language import local_number, tr
from core.rhythm.tempo_text import tempo_text
from desktop.library.cells import MINUS
from desktop.library.filter_bar import counted
from desktop.library.summary import EDITABLE, SEVERAL, Summary
from desktop.widgets.basic import ElidedLabel, EscapeField, field_name, label, name_popup, open_popup, push_button
from desktop.widgets.flow import FlowLayout
from desktop.widgets.key_text import key_text
from desktop.widgets.lengths import clock
from desktop.widgets.notices import one_line
from desktop.widgets.theme import UNIT

TITLES: Final = {"title": tr("Title"), "artist": tr("Artist"), "album": tr("Album"), "bpm": "BPM", "key": tr("Key")}
NUMBERS: Final = frozenset({"bpm"})
NOTHING_SELECTED: Final = tr("Select tracks to see details and add labels.")
WIDTH: Final = 36 * UNIT


class EditField(EscapeField):
    """A field whose value is taken on Return or when the focus leaves; Esc restores the former value."""

    edited = Signal(str)
    left = Signal()
    """Return or Esc: the hand goes back to the table."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(tr("{name}: Return saves, Esc cancels; empty restores the file's own value", name=name))
        self._before = ""
        self.editingFinished.connect(self._take)

    def set_value(self, text: str, placeholder: str = "") -> None:
        """Show a value, unless the user is editing it."""
        if not (self.hasFocus() and self.isModified()):
            self._before = text
            self.setText(text)
            self.setCursorPosition(0)
        self.setPlaceholderText(placeholder)

    def escape(self) -> None:
        self.setText(self._before)
        self.setModified(False)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()

    def _take(self) -> None:
        text = self.text().strip()
        if self.isModified() and text != self._before:
            self.setModified(False)
            self._before = text
            self.edited.emit(text)


class LabelField(EscapeField):
    """Esc clears it and goes back to the table."""

    left = Signal()

    def popup(self) -> QAbstractItemView | None:
        return open_popup(self.completer())

    def escape(self) -> None:
        self.clear()
        self.left.emit()


class LabelEditor(QWidget):
    """The labels of what is selected as chips, and a field that adds one, completing those that are known."""

    added = Signal(str)
    removed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = QStringListModel(self)
        self.field = LabelField()
        self.field.setPlaceholderText(tr("Add label"))
        self.field.setAccessibleName(tr("Add label"))
        self.field.setToolTip(tr("Labels, separated by commas; Return adds them (L)"))
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        name_popup(completer)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(self._add)
        self.field.left.connect(self.left)
        self._chips = FlowLayout()
        self._box = QWidget()
        self._box.setLayout(self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self._box)
        column.addWidget(self.field)

    def set_known(self, labels: Sequence[str]) -> None:
        """Set the labels for completion."""
        self._known.setStringList(list(labels))

    def show_labels(self, summary: Summary | None) -> None:
        """Show the labels of tracks; a label that only some of them have shows how many do."""
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for text, count in summary.labels.items() if summary is not None else ():
            shown = text if summary is None or count == summary.n_seen else f"{text} ({local_number(count, ',')})"
            chip = push_button(f"{shown.replace('&', '&&')}  ×", partial(self.removed.emit, text), "chip")
            chip.setToolTip(tr("Remove “{text}”", text=text))
            chip.setAccessibleName(tr("Remove label {text}", text=text))
            self._chips.addWidget(chip)
        self._box.setVisible(self._chips.count() > 0)

    def chips(self) -> list[QPushButton]:
        """Return the buttons that remove a label, one per label."""
        items = (self._chips.itemAt(place) for place in range(self._chips.count()))
        return [chip for item in items if item is not None and isinstance(chip := item.widget(), QPushButton)]

    def _add(self) -> None:
        texts = [" ".join(part.split()) for part in self.field.text().split(",")]
        QTimer.singleShot(0, self.field, self.field.clear)  # a completer writes its choice into the field after this
        if not any(texts):
            self.left.emit()
        for text in texts:
            if text:
                self.added.emit(text)


class DetailsPanel(QFrame):
    """The details of the selection. It shows summaries and emits requests; it never asks the catalogue itself."""

    label_added = Signal(str)
    label_removed = Signal(str)
    edited = Signal(str, object)
    """Column, and the value that is right; None takes back what was said before."""
    refused = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(tr("Details of the selection"))
        self.setMinimumWidth(28 * UNIT)
        self._name = ElidedLabel("clipName")
        self._place = ElidedLabel("muted")
        self._reason = label(role="reason", wrap=True)
        self._facts = label(role="muted", wrap=True)
        self._likeness = label(role="muted", wrap=True)
        self.labels = LabelEditor()
        self.fields = {name: EditField(title) for name, title in TITLES.items()}
        self._message = label(NOTHING_SELECTED, "muted", wrap=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._content = QWidget()
        self._arrange()
        self._connect()
        self.show_summary(None)

    @property
    def is_likeness_shown(self) -> bool:
        """Whether it says how the track is like others."""
        return bool(self._likeness.text())

    def show_summary(self, summary: Summary | None, reason: str = "", likeness: str = "") -> None:
        """Show what some tracks have in common; None when nothing is selected.

        Parameters
        ----------
        summary : what they have in common
        reason : why the track could not be analysed
        likeness : how it is like the tracks that similar ones were asked for
        """
        self._content.setVisible(summary is not None)
        self._message.setVisible(summary is None)
        if summary is None:
            return
        values = summary.values
        only = summary.n_tracks == 1
        self._name.set_full_text(str(values["name"] or "") if only else counted(summary.n_tracks))
        self._place.set_full_text(
            str(values["folder"] or "") if values["folder"] is not SEVERAL else tr("several folders")
        )
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.labels.show_labels(summary)
        for name, field in self.fields.items():
            value = values[name]
            field.set_value(
                "" if value is None or value is SEVERAL else shown(name, value),
                tr("several") if value is SEVERAL else "–",
            )
        self._facts.setText("\n".join([facts(summary), *copies_in_words(summary.copies, summary.near)]).strip())
        self._likeness.setText(likeness)
        self._likeness.setVisible(bool(likeness))

    def set_editable(self, editable: bool) -> None:
        """Whether labels and values can be changed."""
        self.labels.setEnabled(editable)
        for field in self.fields.values():
            field.setReadOnly(not editable)

    def _arrange(self) -> None:
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(UNIT)
        inner.addWidget(self._name)
        inner.addWidget(self._place)
        inner.addWidget(self._reason)
        inner.addSpacing(UNIT)
        inner.addWidget(label(tr("Labels"), "heading"))
        inner.addWidget(self.labels)
        inner.addSpacing(UNIT)
        form = QFormLayout()
        form.setHorizontalSpacing(UNIT)
        form.setVerticalSpacing(UNIT // 2)
        for name in EDITABLE:
            title = field_name(TITLES[name], "muted")
            title.setBuddy(self.fields[name])
            form.addRow(title, self.fields[name])
        inner.addLayout(form)
        inner.addSpacing(UNIT)
        inner.addWidget(self._facts)
        inner.addWidget(self._likeness)
        inner.addStretch(1)
        self._content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        outer.addWidget(self._content)
        outer.addWidget(self._message)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        holder.setObjectName("clear")
        scroll.viewport().setObjectName("clear")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)

    def _connect(self) -> None:
        self.labels.added.connect(self.label_added)
        self.labels.removed.connect(self.label_removed)
        self.labels.left.connect(self.left)
        for name, field in self.fields.items():
            field.edited.connect(lambda text, name=name: self._take(name, text))
            field.left.connect(self.left)

    def _take(self, name: str, text: str) -> None:
        if name == "key":
            text = key_name(text) or text
        if not text or name not in NUMBERS:
            self.edited.emit(name, text or None)
            return
        from core.rhythm.edits import FASTEST, SLOWEST

        try:
            value = float(text.replace(",", "."))
        except ValueError:
            value = 0.0
        if SLOWEST <= value <= FASTEST:
            self.edited.emit(name, value)
        else:
            self.refused.emit(
                tr(
                    "“{text}” is not a tempo. Enter {slowest:.0f} to {fastest:.0f} BPM, such as 121.5.",
                    text=text,
                    slowest=SLOWEST,
                    fastest=FASTEST,
                )
            )


def shown(name: str, value: object) -> str:
    """Return the value of a column as its field shows it."""
    if name == "key":
        return key_text(str(value))
    return tempo_text(value) if isinstance(value, float) else str(value)


def copies_in_words(copies: Sequence[str], near: Sequence[str] = ()) -> list[str]:
    """Return lines that name the further places of a track."""
    also = [tr("Also in {path}", path=one_line(place)) for place in copies]
    return also + [tr("Sounds the same as {path}", path=one_line(place)) for place in near]


def facts(summary: Summary) -> str:
    """Return the read-only facts of a selection, one per line."""
    values = summary.values
    lines = []
    if isinstance(values["genre"], str):
        probability = values["genre_probability"]
        share = f" {100 * probability:.0f} %" if isinstance(probability, float) else ""
        model = values["genre_model"]
        named = f"{values['genre']}{share}" + (f" ({model})" if isinstance(model, str) else "")
        lines.append(
            tr("None of its genres; nearest: {named}", named=named) if _is_outside(values["genre_novelty"]) else named
        )
    lines += [" · ".join(parts) for parts in (_rhythm(values), _key(values), _loudness(values)) if parts]
    if isinstance(values["duration"], int | float):
        lines.append(tr("Length {duration}", duration=clock(float(values["duration"]))))
    if isinstance(values["format"], str):
        lines.append(values["format"])
    return "\n".join(lines)


def _is_outside(novelty: object) -> bool:
    return isinstance(novelty, float) and novelty > 1


def _rhythm(values: Mapping[str, object]) -> list[str]:
    parts = [tr("{metre} beats per bar", metre=values["metre"])] if isinstance(values["metre"], int) else []
    if isinstance(values["edited"], str):
        parts.append(tr("beats edited"))
    elif isinstance(confidence := values["bpm_confidence"], float):
        parts.append(tr("beats {confidence:.0f} % certain", confidence=100 * confidence))
    return parts


def _key(values: Mapping[str, object]) -> list[str]:
    """Return the key with its Camelot place and whose word it is."""
    if not isinstance(values["camelot"], str):
        return []
    parts = [f"{key_text(str(values['key']))} ({values['camelot']})"]
    if values["key_origin"] == "user":
        parts.append(tr("key edited"))
    elif isinstance(strength := values["key_strength"], float):
        parts.append(tr("strength {strength:.2f}", strength=strength))
    return parts


def _loudness(values: Mapping[str, object]) -> list[str]:
    named = (("lufs", "LUFS"), ("lra", tr("LU range")), ("true_peak", "dBTP"))
    numbers = [(values[name], unit) for name, unit in named]
    return [
        f"{local_number(value, '.1f')} {unit}".replace("-", MINUS)
        for value, unit in numbers
        if isinstance(value, float)
    ]
