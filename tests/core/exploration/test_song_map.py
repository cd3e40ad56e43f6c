import numpy as np
import pytest

from core.exploration.song_map import scatter, song_map
from tests.core.training.data import made_dataset


def test_the_map_is_the_principal_components_of_the_standardised_columns() -> None:
    from sklearn.decomposition import PCA
    from sklearn.preprocessing import StandardScaler

    dataset = made_dataset()
    found = song_map(dataset)
    pca = PCA(2).fit(StandardScaler().fit_transform(dataset.X))
    theirs = pca.transform(StandardScaler().fit_transform(dataset.X))
    assert found.explained == pytest.approx(tuple(pca.explained_variance_ratio_))
    for axis in range(2):
        sign = np.sign(theirs[0, axis] * found.points[0, axis])
        np.testing.assert_allclose(found.points[:, axis], sign * theirs[:, axis], atol=1e-8)


def test_constant_columns_and_missing_numbers_do_not_spoil_the_map() -> None:
    dataset = made_dataset()
    dataset.X[:, 0] = 5.0
    dataset.X[3, 1] = np.nan
    dataset.X[:, 2] = np.nan
    found = song_map(dataset)
    assert np.isfinite(found.points).all()
    assert 0 < found.explained[1] <= found.explained[0] < 1


def test_only_constant_columns_put_every_song_in_one_place() -> None:
    dataset = made_dataset()
    dataset.X[:] = 1.0
    assert not song_map(dataset).points.any()


def test_of_many_songs_a_sample_is_drawn_with_every_class_in_it() -> None:
    dataset = made_dataset(counts=(300, 30, 3))
    found = song_map(dataset, most=60)
    counts = np.bincount(dataset.y[found.rows])
    assert 55 <= len(found.rows) <= 65
    assert counts.min() >= 1
    assert found.n_rows == 333


def test_two_columns_are_scattered_where_both_have_numbers() -> None:
    dataset = made_dataset()
    dataset.X[:5, 1] = np.nan
    found = scatter(dataset, "column 0", "column 1")
    assert found.rows.tolist() == list(range(5, len(dataset)))
    assert np.array_equal(found.points, dataset.X[5:, :2])
    assert found.pearson == pytest.approx(np.corrcoef(dataset.X[5:, 0], dataset.X[5:, 1])[0, 1])
    dataset.X[:, 0] = 1.0
    assert np.isnan(scatter(dataset, "column 0", "column 1").pearson)


@pytest.mark.parametrize("most", [2000, 10])
def test_more_columns_than_rows_give_the_same_map_without_a_table_of_all_columns(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    from sklearn.decomposition import PCA
    from sklearn.preprocessing import StandardScaler

    monkeypatch.setattr("core.exploration.song_map.MOST_WEIGHED", most)  # with few, the directions are estimated
    dataset = made_dataset(n_columns=300)
    found = song_map(dataset)
    X = StandardScaler().fit_transform(dataset.X)
    pca = PCA(2, svd_solver="full").fit(X)
    assert found.explained == pytest.approx(tuple(pca.explained_variance_ratio_), rel=1e-3)
    for axis in range(2):
        theirs = pca.transform(X)[:, axis]
        sign = np.sign(theirs[0] * found.points[0, axis])
        np.testing.assert_allclose(found.points[:, axis], sign * theirs, atol=0.01 * np.ptp(theirs))


def test_of_very_many_songs_the_directions_are_taken_from_a_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.exploration.song_map.MOST_ROWS", 100)
    dataset = made_dataset(counts=(300, 300))
    found = song_map(dataset, most=60)
    assert (len(found.rows), found.n_rows) == (60, 600)
    assert len(set(found.rows)) == 60 and set(dataset.y[found.rows]) == {0, 1}
