"""What is written around a chart has room in it."""

from pytestqt.qtbot import QtBot

from desktop.training.charts.chart import LONGEST_NAME, Chart, elided_middle

SERIES = [("accuracy lost", "#b34cc4"), ("impurity importance", "#7a8aa8"), ("a third measure", "#c0392b")]


def test_the_legend_breaks_to_the_width_and_leaves_the_plot_in_sight(qtbot: QtBot) -> None:
    chart = Chart("Importance", lambda *_: None)  # type: ignore[arg-type,return-value]
    qtbot.addWidget(chart)
    chart.resize(900, 400)
    chart.show_legend(SERIES)
    assert "<br>" not in chart.item.titleLabel.text
    chart.show()
    chart.resize(300, 400)
    qtbot.waitUntil(lambda: "<br>" in chart.item.titleLabel.text)
    qtbot.waitUntil(lambda: 0 < chart.item.getViewBox().sceneBoundingRect().right() <= chart.plot.width())
    chart.resize(900, 400)
    qtbot.waitUntil(lambda: "<br>" not in chart.item.titleLabel.text)


def test_a_long_name_of_a_column_keeps_its_beginning_and_its_end() -> None:
    name = elided_middle("mood_of_the_piece_as_a_listener_called_it=melancholic")
    assert len(name) == LONGEST_NAME and name.startswith("mood_of_the") and name.endswith("=melancholic")
    assert elided_middle("tempo") == "tempo"
