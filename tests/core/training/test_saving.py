"""Model files from trained estimators: they say what the estimator says, repeat byte for byte, or are refused."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.commandline.app import main
from core.dataset import Dataset, Remedy, apply, load_table
from core.doctor.examine import examine
from core.errors import ModelError
from core.estimators.baselines import BASELINES, find_baselines
from core.estimators.grids import GRIDS
from core.genre.model import load_model
from core.genre.passport import MAX_COLUMNS
from core.genre.verification import verify_model
from core.training.fitting import fit
from core.training.saving import save_classifier, why_not_saved
from core.workers.pool import WorkerPool
from tests.core.synthetic_genres import synthetic_rows, write_tables


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    X, labels, artists = synthetic_rows()
    X[:, 1:] /= 10  # within what the features can be
    X[:, 17] *= 10
    features, performers = write_tables(tmp_path_factory.mktemp("tables"), X, labels, artists)
    made = load_table(features, groups_table=performers)
    return apply(made, Remedy("drop_columns", "Leave out length", columns=("length",)))


@pytest.mark.parametrize("key", ["svm-rbf", "tree", "bayes", "logistic", "mlp", "kernel", "lda"])
def test_a_saved_model_says_what_its_estimator_says(dataset: Dataset, tmp_path: Path, key: str) -> None:
    path = tmp_path / "model.gsm"
    (baseline,) = find_baselines([key])
    passport = save_classifier(path, dataset, baseline, None, n_folds=3)
    model = load_model(path)
    fitted = fit(baseline.build_probabilistic(dataset.columns, 20), dataset, np.arange(len(dataset)))
    assert np.abs(model.predict_proba(dataset.X) - fitted.predict_proba(dataset.X)).max() < 1e-4
    assert verify_model(path) == []
    assert passport.columns == dataset.columns and "length" not in passport.columns
    assert set(passport.scores) == {"random", "grouped"}
    assert passport.data["table_sha256"] == dataset.source.sha256
    assert passport.dropped_columns == {"length": "Leave out length"}
    assert passport.window == 30.0


def test_ensembles_of_trees_are_saved_and_the_doctors_warnings_with_them(dataset: Dataset, tmp_path: Path) -> None:
    X = dataset.X.copy()
    X[4] = X[3]
    faulty = replace(dataset, X=X)
    findings = examine(faulty)
    for family, parameters in (("forest", {"n_estimators": 10}), ("boosting", {"n_estimators": 5})):
        candidate = GRIDS[family].candidate(parameters)  # type: ignore[index]
        passport = save_classifier(tmp_path / "model.gsm", faulty, candidate, None, findings, n_folds=3)
        assert verify_model(tmp_path / "model.gsm") == []
        assert any("copy of another" in fault for fault in passport.faults)
        assert {"severity", "title", "columns"} == set(passport.evaluation["findings"][0])
        assert candidate.name == passport.estimator


def test_the_same_data_and_seed_give_the_same_bytes_on_any_executor(dataset: Dataset, tmp_path: Path) -> None:
    (baseline,) = find_baselines(["kernel"])
    save_classifier(tmp_path / "here.gsm", dataset, baseline, None, n_folds=3)
    with WorkerPool(2, threads_per_worker=1) as pool:
        save_classifier(tmp_path / "there.gsm", dataset, baseline, pool, n_folds=3)
    assert (tmp_path / "here.gsm").read_bytes() == (tmp_path / "there.gsm").read_bytes()
    save_classifier(tmp_path / "other.gsm", dataset, baseline, None, n_folds=3, seed=21)
    assert (tmp_path / "here.gsm").read_bytes() != (tmp_path / "other.gsm").read_bytes()


@pytest.mark.parametrize("baseline", [one for one in BASELINES if one.can_be_saved], ids=lambda one: one.key)
def test_what_has_no_onnx_form_is_not_offered_and_says_why(dataset: Dataset, tmp_path: Path, baseline: object) -> None:
    from core.estimators.baselines import Baseline
    from core.genre.onnx_export import to_graph
    from core.model_file.graph import check_graph

    assert isinstance(baseline, Baseline)
    assert "cannot be saved as a model: " in str(why_not_saved(baseline))
    with pytest.raises(ModelError, match="cannot be saved as a model"):
        save_classifier(tmp_path / "model.gsm", dataset, baseline, None)
    assert list(tmp_path.iterdir()) == []
    fitted = fit(baseline.build_probabilistic(dataset.columns, 1), dataset, np.arange(len(dataset)))
    with pytest.raises(ModelError):  # the reason is true
        check_graph(to_graph(fitted.pipeline, len(dataset.columns)), len(dataset.columns), len(dataset.classes))


def test_missing_numbers_do_not_keep_a_model_from_being_saved(dataset: Dataset, tmp_path: Path) -> None:
    X = dataset.X.copy()
    X[::7, 2] = np.nan
    save_classifier(tmp_path / "model.gsm", replace(dataset, X=X), find_baselines(["logistic"])[0], None, n_folds=3)
    assert verify_model(tmp_path / "model.gsm") == []


def test_a_model_of_foreign_columns_is_not_applied_to_audio(dataset: Dataset, tmp_path: Path) -> None:
    foreign = replace(dataset, recipe=None, columns=tuple(f"mood {n}" for n in range(len(dataset.columns))))
    save_classifier(tmp_path / "model.gsm", foreign, find_baselines(["bayes"])[0], None, n_folds=3)
    with pytest.raises(ModelError, match="columns that this program does not measure"):
        load_model(tmp_path / "model.gsm")


def test_the_command_line_saves_models_into_the_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    features, artists = write_tables(tmp_path, *synthetic_rows())
    arguments = ["train", str(features), "--groups-from", str(artists), "--baselines", "bayes", "--jobs", "1"]
    assert main([*arguments, "--out", str(tmp_path / "refused"), "--save", "knn"]) == 2
    assert "Nearest neighbours cannot be saved" in capsys.readouterr().err
    assert not (tmp_path / "refused").exists()
    assert main([*arguments, "--out", str(tmp_path / "run"), "--save", "bayes", "lda"]) == 0
    assert {path.name for path in (tmp_path / "run").glob("*.gsm")} == {"bayes.gsm", "lda.gsm"}
    assert main(["model", "show", str(tmp_path / "run" / "lda.gsm")]) == 0
    assert "Linear discriminant analysis" in capsys.readouterr().out


def test_more_columns_than_a_model_can_read_are_refused_before_anything_is_fitted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    random = np.random.default_rng(1)
    names = [f"f{place}" for place in range(MAX_COLUMNS + 1)]
    rows = [f"{'ab'[row % 2]},{','.join(f'{one:.3f}' for one in random.normal(size=len(names)))}" for row in range(12)]
    table = tmp_path / "wide.csv"
    table.write_text("\n".join([",".join(["label", *names]), *rows]), encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        save_classifier(tmp_path / "model.gsm", load_table(table), find_baselines(["bayes"])[0], None)
    assert caught.value.code == "model.too_many_columns"
    out = tmp_path / "run"
    assert main(["train", str(table), "--baselines", "bayes", "--save", "bayes", "--out", str(out)]) == 2
    assert "A model reads 4,096 columns at most" in capsys.readouterr().err
    assert not out.exists()
