from core.benchmarks.library import run


def test_the_report_names_every_answer_and_its_aim() -> None:
    lines = list(run(2000))
    assert any(line.startswith("the slowest of all") for line in lines)
    assert sum("aim" in line for line in lines) > 20
    assert "times faster than reading every row" in lines[-1]
