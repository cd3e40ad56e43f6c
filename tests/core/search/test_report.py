from html.parser import HTMLParser
from pathlib import Path

import pytest

from core.estimators.grids import GRIDS
from core.search.report import render_search_report
from core.search.search import search
from core.search.settings import settings_of
from tests.core.training.data import made_dataset

GRID = GRIDS["forest"].edited(
    n_estimators=[5, 10], max_depth=[2, 10], min_samples_split=[2, 20], min_samples_leaf=[2, 20], max_features=["sqrt"]
)


class Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.outside += [value or "" for name, value in attrs if name in ("src", "href")]


@pytest.mark.parametrize("strategy", ["exhaustive", "racing"])
def test_the_report_stands_alone_and_says_what_each_parameter_does(strategy: str, tmp_path: Path) -> None:
    dataset = made_dataset()
    result = search(dataset, GRID, tmp_path / "run", None, strategy=strategy, n_folds=3)  # type: ignore[arg-type]
    page = render_search_report(dataset, GRID, result, settings_of(dataset, GRID, "random", 3, 20), "a command")
    outline = Outline()
    outline.feed(page)
    assert outline.outside == []
    assert "script" not in outline.tags
    assert outline.tags.count("svg") == 4
    assert result.best is not None
    assert f"{result.best.mean:.4f}" in page
    assert ("Dropped combinations" in page) == bool(result.eliminations)


def test_names_that_look_like_markup_stay_text(tmp_path: Path) -> None:
    from dataclasses import replace

    dataset = replace(made_dataset(), name="<script>alert(1)</script>")
    result = search(dataset, GRID, tmp_path / "run", None, n_folds=2)
    page = render_search_report(dataset, GRID, result, settings_of(dataset, GRID, "random", 2, 20), "")
    assert "<script>" not in page
