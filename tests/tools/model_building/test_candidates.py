"""The registry of estimators: each fits, predicts, and has an ONNX form that passes the checks."""

import numpy as np
import pytest

from core.estimators.candidates import MEMBERS, Candidate
from core.features.recipe import GENRE_COLUMNS
from core.genre.model import GenreModel
from core.genre.onnx_export import to_graph
from core.model_file.graph import check_graph
from tests.core.synthetic_genres import linear_passport, synthetic_rows
from tools.model_building.candidates import CANDIDATES, COMMITTEE, REFERENCES

SOUND = GENRE_COLUMNS[1:]


@pytest.mark.parametrize(
    "candidate", [*CANDIDATES, *MEMBERS[::3], *REFERENCES[len(MEMBERS) - 2 :]], ids=lambda candidate: candidate.name
)
def test_every_kind_of_estimator_fits_and_converts(candidate: Candidate) -> None:
    X, labels, artists = synthetic_rows()
    X = X[:, 1:]
    y = np.unique(labels, return_inverse=True)[1]
    groups = np.unique(artists, return_inverse=True)[1]
    fitted = candidate.fit(X, y, SOUND, groups)
    read = candidate.select(X, SOUND)
    assert (fitted.predict(read) == y).mean() > 0.8
    columns = candidate.column_set.columns(SOUND)
    graph = to_graph(fitted, len(columns))
    check_graph(graph, len(columns), 3)
    said = GenreModel(linear_passport(columns), graph).predict_proba(read)
    assert np.abs(said - fitted.predict_proba(read)).max() < 1e-4


def test_names_are_unique_and_described() -> None:
    names = [candidate.name for candidate in (*CANDIDATES, *REFERENCES)]
    assert len(set(names)) == len(names)
    assert all(candidate.description for candidate in (*CANDIDATES, *REFERENCES))


def test_the_committees_name_counts_its_members() -> None:
    assert COMMITTEE.name == f"committee of {len(MEMBERS)}"
