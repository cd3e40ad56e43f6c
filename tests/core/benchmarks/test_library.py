from core.benchmarks.library import run


def test_the_report_names_every_answer_and_its_aim() -> None:
    lines = list(run(2000, 6.0))
    assert any(line.startswith("the slowest of all") for line in lines)
    assert sum("aim" in line for line in lines) > 20
    assert any("times faster than reading every row" in line for line in lines)
    assert any(line.startswith("a stored track of 6 s") for line in lines)
    assert lines[-1].startswith("its picture takes")
