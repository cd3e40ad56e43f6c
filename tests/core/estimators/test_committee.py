import numpy as np
import pytest

from core.estimators.candidates import MEMBERS, committee_of
from core.estimators.committee import Committee
from core.features.recipe import GENRE_COLUMNS
from core.genre.onnx_export import to_graph
from tests.core.training.data import made_dataset


def two(columns: tuple[int, ...], others: tuple[int, ...]) -> Committee:
    from sklearn.linear_model import LogisticRegression
    from sklearn.naive_bayes import GaussianNB
    from sklearn.pipeline import Pipeline

    return Committee(
        [
            ("linear", columns, Pipeline([("classify", LogisticRegression())])),
            ("bayes", others, Pipeline([("classify", GaussianNB())])),
        ]
    )


def test_the_committee_says_the_mean_of_what_its_members_say() -> None:
    dataset = made_dataset()
    committee = two((0, 2, 4), (1, 3)).fit(dataset.X, dataset.y)
    said = [fitted.predict_proba(dataset.X[:, list(places)]) for places, fitted in committee.members_]
    np.testing.assert_allclose(committee.predict_proba(dataset.X), (said[0] + said[1]) / 2)
    assert (committee.predict(dataset.X) == committee.predict_proba(dataset.X).argmax(axis=1)).all()


def test_a_members_column_that_it_does_not_read_changes_nothing() -> None:
    dataset = made_dataset()
    committee = two((0, 2), (1,)).fit(dataset.X, dataset.y)
    other = dataset.X.copy()
    other[:, 5] = 99.0
    np.testing.assert_array_equal(committee.predict_proba(other), committee.predict_proba(dataset.X))


def test_the_graph_says_what_the_committee_says() -> None:
    import onnxruntime

    dataset = made_dataset(n_columns=6)
    committee = two((0, 5), (4, 1, 3)).fit(dataset.X, dataset.y)
    session = onnxruntime.InferenceSession(to_graph(committee, 6))
    (said,) = session.run(None, {"features": dataset.X.astype(np.float32)})
    np.testing.assert_allclose(said, committee.predict_proba(dataset.X), atol=1e-5)


def test_the_whole_committee_is_fitted_with_groups_and_gives_the_same_bytes_again() -> None:
    columns = tuple(name for name in GENRE_COLUMNS if name != "length")
    dataset = made_dataset(n_columns=len(columns), counts=(40, 40, 40))
    assert dataset.groups is not None
    X = np.abs(dataset.X) + 1.0
    graphs = [
        to_graph(committee_of(columns).fit(X, dataset.y, committee__groups=dataset.groups), len(columns))
        for _ in range(2)
    ]
    assert graphs[0] == graphs[1]


def test_no_member_keeps_the_rows_it_learned_from() -> None:
    assert len(MEMBERS) == 11
    assert not any("support vectors" in one.name for one in MEMBERS)


@pytest.mark.parametrize("n_classes", [2, 3])
def test_a_committee_of_two_classes_is_a_committee_too(n_classes: int) -> None:
    dataset = made_dataset(counts=(30,) * n_classes)
    said = two((0, 1), (2, 3)).fit(dataset.X, dataset.y).predict_proba(dataset.X)
    assert said.shape == (len(dataset), n_classes)
    np.testing.assert_allclose(said.sum(axis=1), 1.0)
