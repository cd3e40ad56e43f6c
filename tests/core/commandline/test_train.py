"""`groovescope doctor` and `groovescope train`: what they print, write, and return."""

import contextlib
import csv
import json
import signal
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import psutil
import pytest

from core.commandline.app import main
from core.commandline.train import spread_lists
from tests.core.synthetic_genres import synthetic_rows, write_tables
from tests.waiting import PATIENCE, wait_for

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    X, labels, artists = synthetic_rows()
    X[4] = X[3]
    return write_tables(tmp_path_factory.mktemp("tables"), X, labels, artists)


class Page(HTMLParser):
    """What a page refers to, and whether its elements close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.references: list[str] = []
        self.open: list[str] = []
        self.counts: dict[str, int] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.counts[tag] = self.counts.get(tag, 0) + 1
        self.references += [str(value) for name, value in attrs if name in ("src", "href")]
        if tag not in ("meta", "link", "br", "img"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.counts[tag] = self.counts.get(tag, 0) + 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_training_writes_a_run_that_stands_alone(
    tables: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    features, artists = tables
    out = tmp_path / "run"
    arguments = ["train", str(features), "--groups-from", str(artists), "--out", str(out), "--drop", "length",
                 "mfcc1_mean", "--baselines", "bayes", "lda,tree", "--folds", "4", "--jobs", "1", "--curves",
                 ]  # fmt: skip
    assert main(arguments) == 0
    printed = capsys.readouterr().out
    assert "lda" in printed and "grouped" in printed
    scores = rows_of(out / "scores.csv")
    assert list(scores[0])[:7] == ["estimator", "protocol", "fold", "accuracy", "precision", "recall", "f1"]
    assert len(scores) == 3 * 2 * 4
    assert {row["fold"] for row in scores} == set("1234")
    assert all(0 <= float(row["recall"]) <= 1 for row in scores)
    run = json.loads((out / "run.json").read_text())
    assert run["state"] == "finished" and run["protocols"] == ["random", "grouped"]
    assert not {"length", "mfcc1_mean"} & set(run["data"]["columns"])
    assert "exact-copies" in {finding["key"] for finding in run["findings"]}
    assert str(tmp_path) not in (out / "run.json").read_text()
    assert len(rows_of(out / "predictions.csv")) == 120 * 3 * 2
    summary = rows_of(out / "summary.csv")
    assert len(summary) == 6
    assert all(-1 <= float(row["kappa"]) <= 1 and float(row["log_loss"]) > 0 for row in summary)
    assert all(0.5 < float(row["auc"]) <= 1 for row in summary)
    predictions = rows_of(out / "predictions.csv")
    shares = [name for name in predictions[0] if name.startswith("probability of ")]
    assert len(shares) == 3
    assert all(abs(sum(float(row[name]) for name in shares) - 1) < 1e-9 for row in predictions)
    text = (out / "report.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.open == [] and page.references == []
    assert page.counts["svg"] >= 4 + 6 + 6
    assert "<h3>ROC</h3>" in text and "<h3>Precision and recall</h3>" in text and ">AUC</th>" in text
    assert "prefers-color-scheme: dark" in text and "Linear discriminant analysis" in text
    assert str(tmp_path) not in text


def test_a_baseline_that_fails_is_told_and_the_rest_is_complete(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    random = np.random.default_rng(1)
    path = tmp_path / "few.csv"
    rows = [f"{random.normal(i % 2):.4f},{random.normal():.4f},{'xy'[i % 2]}" for i in range(20)]
    path.write_text("\n".join(["a,b,label", *rows]) + "\n")
    assert main(["train", str(path), "--out", str(tmp_path / "run"), "--baselines", "knn", "bayes", "--jobs", "1"]) == 1
    captured = capsys.readouterr()
    assert "knn" in captured.err and "5 fits failed" in captured.err
    scores = rows_of(tmp_path / "run" / "scores.csv")
    assert [row["accuracy"] == "" for row in scores if row["estimator"] == "knn"] == [True] * 5
    assert all(row["accuracy"] for row in scores if row["estimator"] == "bayes")
    assert main(["train", str(path), "--out", str(tmp_path / "other"), "--baselines", "knn", "--jobs", "1"]) == 2


def test_a_fixed_split_is_its_own_protocol(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = [f"{i % 2 + i / 100},{i % 7},{'xy'[i % 2]},{'test' if i > 29 else 'train'}" for i in range(40)]
    path.write_text("\n".join(["a,b,label,part", *rows]) + "\n")
    out = tmp_path / "run"
    assert main(["train", str(path), "--split", "part", "--out", str(out), "--baselines", "bayes", "--jobs", "1"]) == 0
    (row,) = rows_of(out / "scores.csv")
    assert row["protocol"] == "split" and float(row["accuracy"]) == 1.0


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["--groups", "artist"], "artists.csv beside it has one"),
        (["--baselines", "xgb"], "no baseline “xgb”"),
        (["--drop", "nothing"], "has no column “nothing”"),
        (["--label", "mood"], "has no column “mood”"),
        (["--folds", "50"], "has 40 rows, too few for 50 random folds"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_nothing(
    tables: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], what: str
) -> None:
    out = tmp_path / "run"
    assert main(["train", str(tables[0]), "--out", str(out), *arguments]) == 2
    lines = capsys.readouterr().err.strip().splitlines()
    assert what in lines[-1] and lines[-1].startswith("error: ")
    assert not (out / "scores.csv").exists()


def test_a_run_is_never_overwritten(
    tables: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    assert main(["train", str(tables[0]), "--out", str(tmp_path), "--baselines", "bayes"]) == 2
    assert "is not empty; choose another folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["precious.txt"]


def test_the_doctor_speaks_json_and_prose(tables: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    features, artists = tables
    assert main(["doctor", str(features), "--groups-from", str(artists), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    copies = next(finding for finding in said["findings"] if finding["key"] == "exact-copies")
    assert copies["sets"] == [[3, 4]] and copies["remedies"][0]["rows"] == [4]
    assert said["data"]["rows"] == 120
    assert main(["doctor", str(features), "--label", "label"]) == 0
    text = capsys.readouterr().out
    assert "warning: No groups" in text and "remedy: Leave out all but" in text


def test_names_that_look_like_markup_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = [f"{i % 2 + i / 100},{'<script>alert(1)</script>' if i % 2 else 'a & b'}" for i in range(30)]
    path.write_text("\n".join(["<b>,label", *rows]) + "\n")
    out = tmp_path / "run"
    assert main(["train", str(path), "--out", str(out), "--baselines", "bayes", "--jobs", "1"]) == 0
    text = (out / "report.html").read_text(encoding="utf-8")
    assert "<script" not in text and "<b></td>" not in text and Page(text).open == []


def test_lists_of_words_are_spread_after_the_data_set() -> None:
    assert spread_lists(["train", "data.csv", "--drop", "a", "b", "--out", "x"]) == [
        "train", "data.csv", "--drop", "a", "--drop", "b", "--out", "x"
    ]  # fmt: skip
    untouched = ["train", "--drop", "a", "data.csv", "--out", "x"]
    assert spread_lists(untouched) == untouched
    assert spread_lists(["analyze", "a.wav", "--out", "x", "b.wav"]) == ["analyze", "a.wav", "--out", "x", "b.wav"]


def test_the_folder_of_the_demo_data_set_can_be_trained_on(tmp_path: Path) -> None:
    import soundfile

    from core.synthesis import synthesise
    from core.synthesis.styles import STYLES

    for style in ("drift", "stomp"):
        (tmp_path / "music" / style).mkdir(parents=True)
        for number in range(2):
            clip = synthesise(3.0, 100 + 10 * number, number, sr=22050, style=STYLES[style])
            soundfile.write(tmp_path / "music" / style / f"{number}.wav", clip.y, clip.sr)
    out = tmp_path / "run"
    arguments = ["train", str(tmp_path / "music"), "--out", str(out), "--folds", "2", "--baselines", "bayes"]
    assert main([*arguments, "--drop", "length", "--jobs", "1"]) == 0
    assert len(rows_of(out / "scores.csv")) == 2


def cpu_seconds(pid: int) -> float:
    """What a process and those it has started have computed so far."""
    seconds = 0.0
    with contextlib.suppress(psutil.Error):
        for process in (psutil.Process(pid), *psutil.Process(pid).children(recursive=True)):
            seconds += sum(process.cpu_times()[:2])
    return seconds


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process")
def test_an_interrupted_run_keeps_its_scores_and_ends_at_once(tables: tuple[Path, Path], tmp_path: Path) -> None:
    features, _ = tables
    out = tmp_path / "run"
    # a run that a shell put in the background ignores Ctrl+C, and so would what it starts
    code = (
        "import signal, sys, runpy; signal.signal(signal.SIGINT, signal.default_int_handler); sys.argv = sys.argv[1:]"
    )
    starter = [
        sys.executable,
        "-c",
        f"{code}; runpy.run_module('core.commandline.app', run_name='__main__')",
        "core.commandline.app",
    ]
    words = [
        *starter,
        "train",
        str(features),
        "--out",
        str(out),
        "--jobs",
        "1",
        "--baselines",
        "bayes",
        "boosting",
        "--repeats",
        "20",
    ]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        wait_for("the run to begin", lambda: (out / "run.json").exists() or process.poll() is not None)
        begun = cpu_seconds(process.pid)
        wait_for("fits", lambda: process.poll() is not None or cpu_seconds(process.pid) > begun + 2.0)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130, said
    assert "Interrupted: the scores so far are in" in said and "Traceback" not in said
    assert json.loads((out / "run.json").read_text())["state"] == "stopped"
    assert (out / "scores.csv").exists() and not (out / "report.html").exists()


def test_a_table_with_odd_classes_and_an_absurd_number_is_told_trained_on_and_saved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("Hip\u00a0Hop", "\U0001f469\u200d\U0001f3a4", "None")
    values = np.random.default_rng(2).normal(size=(60, 2)) / 4 + np.arange(60)[:, None] % 3
    rows = [f'{a:.3f},{b:.3f},"{names[row % 3]}"' for row, (a, b) in enumerate(values)]
    rows[8] = '1e39,2.0,"None"'
    table = tmp_path / "odd.csv"
    table.write_text("\n".join(["f1,f2,label", *rows]), encoding="utf-8")
    out = tmp_path / "run"
    arguments = ["train", str(table), "--out", str(out), "--baselines", "bayes", "--save", "bayes", "--folds", "3",
                 "--jobs", "1"]  # fmt: skip
    assert main(arguments) == 0
    said = capsys.readouterr().err
    assert "1e+39 in row 8" in said and "were replaced: Hip Hop, " in said
    assert (out / "bayes.gsm").is_file()
    assert len(rows_of(out / "predictions.csv")) == 60
    assert main(["doctor", str(table)]) == 0
    told = capsys.readouterr().out
    assert "1e+39 in row 8" in told and "“None” (20): kept as a class" in told


def test_own_settings_are_read_kept_and_saved(
    tables: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    arguments = ["train", str(tables[0]), "--out", str(out), "--baselines", "tree", "knn", "--set", "tree.max_depth=3",
                 "tree.criterion=entropy", "--scaler", "standard", "--select", "mutual:8", "--class-weight", "balanced",
                 "--folds", "3", "--jobs", "1", "--save", "tree"]  # fmt: skip
    assert main(arguments) == 0
    run = json.loads((out / "run.json").read_text())
    tree, knn = ({one["key"]: one for one in run["baselines"]}[key]["settings"] for key in ("tree", "knn"))
    assert tree["parameters"] == {"max_depth": 3, "criterion": "entropy"}
    assert (tree["scaler"], tree["select"], tree["class_weight"]) == ("standard", "mutual:8", "balanced")
    assert knn["class_weight"] is None and "no class weights" in knn["remarks"][0]
    capsys.readouterr()
    assert main(["model", "show", str(out / "tree.gsm")]) == 0
    assert "own settings: max_depth 3 (not 5), criterion entropy (not gini), scaler standard, 8 columns by mutual" in (
        " ".join(capsys.readouterr().out.split())
    )


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--set", "tree.max_depth=-3"], "tree.max_depth cannot be “-3”; it must be a whole number from 1 or none."),
        (["--set", "tree.max_depth=abc"], "tree.max_depth cannot be “abc”"),
        (["--set", "forest.max_depth=3"], "forest is not among the estimators that are trained: tree."),
        (["--scaler", "odd"], "There is no scaler “odd”; choose among minmax, standard, robust, quantile, none."),
        (["--select", "mutual:0"], "“mutual:0” selects no columns"),
        (["--class-weight", "odd"], "Classes cannot be balanced by “odd”"),
        (["--select", "variance:9"], "tree cannot be fitted with these settings"),
    ],
)
def test_settings_that_cannot_be_are_one_line_before_any_fit(
    option: list[str], said: str, tables: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    assert main(["train", str(tables[0]), "--out", str(out), "--baselines", "tree", "--jobs", "1", *option]) == 2
    errors = capsys.readouterr().err.strip().splitlines()
    assert said in errors[-1] and "Traceback" not in "".join(errors)
    assert not (out / "scores.csv").exists()


def test_a_fixed_split_is_made_and_said(
    tables: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    arguments = ["train", str(tables[0]), "--groups-from", str(tables[1]), "--make-split", "60/20/20",
                 "--baselines", "bayes", "--jobs", "1", "--out"]  # fmt: skip
    assert main([*arguments, str(out)]) == 0
    run = json.loads((out / "run.json").read_text())
    assert run["protocols"] == ["split"]
    assert run["data"]["remedies"][0]["title"] == "Fixed split 60/20/20, grouped by artist, seed 20"
    assert {row["part"] for row in rows_of(out / "rows.csv")} == {"train", "valid", "test"}
    assert main([*arguments, str(tmp_path / "other"), "--make-split", "60/20"]) == 2
    assert "“60/20” is no split" in capsys.readouterr().err


def test_columns_of_text_are_taken_as_one_hot_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "songs.csv"
    rows = [f"{n},{('sad', 'wild')[n % 2]},{('C', 'G', 'D')[n % 3]},{'ab'[n // 6]}" for n in range(12)]
    table.write_text("\n".join(["loudness,mood,key,label", *rows]), encoding="utf-8")
    assert main(["doctor", str(table), "--one-hot", "mood", "key", "--drop", "key=G", "--json"]) in (0, 1)
    told = json.loads(capsys.readouterr().out)["data"]
    assert told["columns"] == ["loudness", "mood=sad", "mood=wild", "key=C", "key=D"]
    assert main(["doctor", str(tmp_path), "--one-hot", "mood"]) == 2
    assert "A folder of audio has no columns of text" in capsys.readouterr().err
