"""Racing over tables whose best is known: near it, for little, with a reason for everybody else."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from core.benchmarks.replay import replay
from core.estimators.grids import GRIDS, Family
from core.search.main_effects import MainEffects
from core.search.racing import COURSES, racing
from core.search.rounds import Fit, Request, Results
from core.search.sharing import Place, Plan, make_plan

COLUMNS = tuple(f"column {number}" for number in range(58))


def recorded_table(family: Family, seed: int) -> tuple[Plan, Results]:
    """A grid whose scores are effects of the parameters, of the fold, and chance; larger takes longer."""
    plan = make_plan(GRIDS[family], COLUMNS, 20, 5)
    random = np.random.default_rng(seed)
    effects: dict[tuple[str, str], float] = {}
    results = Results()
    folds = random.normal(0, 0.02, 5)
    units = {(place.unit, place.ceiling) for place in plan.places}
    for unit, ceiling in sorted(units, key=repr):
        sizes = sorted({place.size for place in plan.places if (place.unit, place.ceiling) == (unit, ceiling)})
        marks = [(name, repr(value)) for name, value in {**plan.units[unit], "ceiling": ceiling}.items()]
        level = 0.7 + sum(effects.setdefault(mark, random.normal(0, 0.03)) for mark in marks)
        for fold in range(5):
            own, before = level + folds[fold] + random.normal(0, 0.01), 0
            for size in sizes:
                score = round(own - 0.1 / size + random.normal(0, 0.004), 3)
                place = Place(unit, ceiling, size)
                reached = 0 if ceiling is None else ceiling
                results.add([Fit(place, fold, score, (size - before) * 0.002, before, reached)])
                before = size
    return plan, results


def early(plan: Plan, results: Results) -> Callable[[Request], Fit]:
    """A perceptron stopped early: worse and less sure, for its share of the time."""

    def fit(request: Request) -> Fit:
        whole = results.find(replace(request.place, ceiling=1000), request.fold)
        assert whole is not None and request.place.ceiling is not None
        share = request.place.ceiling / 1000
        return Fit(request.place, request.fold, whole.score - 0.1 * (1 - share), whole.seconds * share, 0, 10**6)

    return fit


@pytest.mark.parametrize("family", ["forest", "boosting", "mlp"])
def test_it_ends_near_the_best_for_little(family: Family) -> None:
    plan, results = recorded_table(family, 5)
    replays = [
        replay(lambda plan, known, seed=seed: racing(plan, known, seed), plan, results, early(plan, results))
        for seed in range(8)
    ]
    assert np.mean([one.distance for one in replays]) < 1.5
    assert max(one.share for one in replays) < (0.06 if family != "mlp" else 0.09)


def test_everybody_who_is_not_ranked_has_a_reason_and_the_same_seed_decides_alike() -> None:
    plan, results = recorded_table("forest", 6)

    def followed(seed: int) -> object:
        strategy = racing(plan, results, seed)
        asked = []
        while True:
            try:
                now = next(strategy)
            except StopIteration as end:
                return asked, end.value
            asked.append((now.text, tuple(now.requests)))

    asked, verdict = followed(1)  # type: ignore[misc]
    assert (asked, verdict) == followed(1) != followed(2)
    out = [one.candidate for one in verdict.eliminations]
    assert sorted([*out, *verdict.ranked]) == list(range(len(plan.candidates)))
    assert all(one.reason and "\n" not in one.reason for one in verdict.eliminations)
    never = [one for one in verdict.eliminations if one.folds == 0]
    assert never and all(one.reason.startswith("not fitted: ") for one in never)
    raced = [one for one in verdict.eliminations if one.reason.startswith("final: ")]
    assert raced and all("behind the leader after" in one.reason for one in raced)


def test_a_small_grid_and_failing_fits_are_no_trouble() -> None:
    grid = GRIDS["forest"].edited(
        n_estimators=[5], max_depth=[5], min_samples_split=[2], min_samples_leaf=[2], max_features=[3, 4]
    )
    plan = make_plan(grid, COLUMNS, 20, 2)
    results = Results()
    for place in plan.places:
        bad = '"max_features": 3' in place.unit
        results.add(Fit(place, fold, float("nan") if bad else 0.5, 1.0, error="no" if bad else None) for fold in (0, 1))
    strategy = racing(plan, results, 0, COURSES["forest"])
    rounds = 0
    while True:
        try:
            next(strategy)
            rounds += 1
        except StopIteration as end:
            assert end.value.ranked == (1,)
            break
    assert rounds >= 3


def test_effects_are_found_and_unseen_values_have_none() -> None:
    rows = [{"a": a, "b": b} for a in (1, 2, 3) for b in "xy" for _ in range(20)]
    truth = {1: 0.0, 2: 1.0, 3: 2.0, "x": 0.0, "y": -3.0}
    model = MainEffects.fitted(rows, [truth[row["a"]] + truth[row["b"]] for row in rows], shrinkage=0.01)
    predicted = model.predict([{"a": 3, "b": "x"}, {"a": 1, "b": "y"}, {"a": 9, "b": "z"}])
    np.testing.assert_allclose(predicted, [2.0, -3.0, np.mean([-3, -2, -1, 0, 1, 2])], atol=0.01)
