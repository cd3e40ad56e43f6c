from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.library.batch_controller import GIGABYTE, BatchSettings, default_workers
from desktop.library.batch_settings import BatchSettingsPopup, read_settings, written

USUAL = BatchSettings(default_workers())


@pytest.fixture
def popup(qtbot: QtBot) -> BatchSettingsPopup:
    made = BatchSettingsPopup(USUAL)
    qtbot.addWidget(made)
    return made


def test_each_change_takes_effect_at_once(qtbot: QtBot, popup: BatchSettingsPopup) -> None:
    with qtbot.waitSignal(popup.changed) as changed:
        popup.workers.setValue(7)
    assert changed.args == [replace(USUAL, workers=7)]
    popup.seconds.setValue(2)
    popup.gigabytes.setValue(1.5)
    popup.cluster.setText("  tcp://10.0.0.5:8786 ")
    qtbot.keyClick(popup.cluster, Qt.Key.Key_Return)
    assert popup.settings == BatchSettings(7, 120, 1.5, "tcp://10.0.0.5:8786")


def test_showing_settings_is_no_change(qtbot: QtBot, popup: BatchSettingsPopup) -> None:
    with qtbot.assertNotEmitted(popup.changed):
        popup.show_settings(BatchSettings(3, 60, 2.0, "tcp://a:1"))
    assert popup.workers.value() == 3


def test_zero_is_no_limit(popup: BatchSettingsPopup) -> None:
    popup.show_settings(BatchSettings(1, 0, 0.0))
    assert popup.seconds.text() == popup.gigabytes.text() == "no limit"
    assert popup.settings.limits.seconds is None
    assert popup.settings.limits.memory_bytes is None
    assert BatchSettings(1, 90, 1.5).limits.memory_bytes == round(1.5 * GIGABYTE)


def test_what_is_written_is_read_again() -> None:
    for settings in (USUAL, BatchSettings(250, 0, 0.5, "tcp://a:1")):
        assert read_settings(written(settings)) == settings
    assert "workers" not in written(USUAL)  # another computer has other cores


@pytest.mark.parametrize(
    "record", [{}, {"workers": 0}, {"workers": "many"}, {"seconds": -1}, {"gigabytes": 1e9}, {"cluster": 7}]
)
def test_nonsense_is_as_at_first(record: dict[str, object]) -> None:
    assert read_settings(record) == USUAL
