"""`groovescope search`: what it prints, writes, refuses and resumes."""

import csv
import json
from pathlib import Path

import pytest

from core.commandline.app import main
from tests.core.synthetic_genres import synthetic_rows, write_tables

GRID = {"n_estimators": [2, 6], "max_depth": [3, 40], "min_samples_split": [2], "min_samples_leaf": [2, 5],
        "max_features": [3, "sqrt"]}  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return write_tables(tmp_path_factory.mktemp("tables"), *synthetic_rows())


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_a_search_writes_its_run_and_resumes_it(
    tables: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    features, artists = tables
    grid, out = tmp_path / "grid.json", tmp_path / "run"
    grid.write_text(json.dumps(GRID))
    arguments = ["search", str(features), "--family", "forest", "--out", str(out), "--grid", str(grid), "--folds", "3",
                 "--groups-from", str(artists), "--drop", "length", "tempo", "--jobs", "1"]  # fmt: skip
    assert main(arguments) == 0
    printed = capsys.readouterr()
    assert "n_estimators" in printed.out and "48 trials, " in printed.err
    assert "1.8 times the work of the search alone" in printed.err
    assert "Accuracy to expect: " in printed.out and "± standard deviation over the folds" in printed.out
    trials = rows_of(out / "trials.csv")
    assert len(trials) == 16 * 3
    assert {*GRID, "fold", "score", "fit_seconds"} <= set(trials[0])
    assert {row["reuse"] for row in trials} == {"fitted", "grown", "same"}
    assert all(0 <= float(row["score"]) <= 1 for row in trials)
    run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert run["settings"]["protocol"] == "grouped" and run["best"]["folds"] == 3
    assert run["best"]["mean"] == max(float(row["mean"]) for row in rows_of(out / "ranking.csv"))
    assert str(tmp_path) not in json.dumps(run)
    report = (out / "report.html").read_text(encoding="utf-8")
    assert "Leader board" in report and str(tmp_path) not in report

    assert main(arguments) == 2
    assert "already contains a search" in capsys.readouterr().err
    (out / "trials.csv").unlink()
    assert main([*arguments, "--resume"]) == 0
    assert rows_of(out / "trials.csv") == trials
    assert main([*arguments, "--resume", "--seed", "5"]) == 2
    assert "other settings (seed)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{", "is not JSON"),
        ("[1]", "contains no grid"),
        ('{"max_depth": 3}', "contains no grid"),
        ('{"max_depth": [5, "abc", -3]}', "“max_depth” cannot be “abc”; it must be a whole number from 1 or none"),
        ('{"ccp_alpha": [-1]}', "“ccp_alpha” cannot be “-1”; it must be a float in the range"),
        ('{"colour": [1]}', "there is no parameter “colour”"),
        ('{"random_state": [1]}', "is set by the search"),
        ('{"max_depth": [{}]}', "is an object"),
    ],
)
def test_a_grid_that_is_none_is_refused_in_one_line(
    text: str, line: str, tables: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grid = tmp_path / "grid.json"
    grid.write_text(text)
    arguments = ["search", str(tables[0]), "--family", "forest", "--out", str(tmp_path / "run"), "--grid", str(grid)]
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert line in error and error.count("\n") == 1
    assert not (tmp_path / "run").exists()
