"""The page about the architecture, held against the contract of imports and the files it names."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
CONTRACTS = {
    contract["name"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
}
Layers = list[set[str]]


def drawn(name: str) -> Layers:
    """Return the layers of a drawing; two spaces end the rooms of a line."""
    (drawing,) = re.findall(rf"```layers {name}\n(.*?)```", PAGE, re.DOTALL)
    return [set(re.split(r" {2,}", line)[0].split(" | ")) for line in drawing.splitlines()]


def contracted(name: str, container: str = "") -> Layers:
    """Return the layers of a contract, with the names of its modules below `container`."""
    layers = CONTRACTS[name]["layers"]
    return [{part.strip(" ()").removeprefix(container) for part in re.split(r"[|:]", layer)} for layer in layers]


def test_the_drawing_of_core_has_the_layers_of_the_contract() -> None:
    assert drawn("core") == contracted("the rooms of core are in layers")


def test_the_drawing_of_desktop_has_the_layers_of_the_contract() -> None:
    assert drawn("desktop") == contracted("imports in the window point one way", "desktop.")


def test_every_room_of_core_is_drawn() -> None:
    rooms = {path.stem for path in (ROOT / "core").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert set().union(*drawn("core")) == rooms - {"__init__"}


NAMED = sorted(set(re.findall(r"`((?:core|desktop|tools|tests|docs)/[\w/.]*)`", PAGE)))


@pytest.mark.parametrize("name", NAMED)
def test_a_file_that_the_page_names_exists(name: str) -> None:
    assert (ROOT / name).exists()


FUNCTIONS = sorted(set(re.findall(r"`(core\.[a-z_.]+)\(", PAGE)))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_that_the_page_names_exists(name: str) -> None:
    from importlib import import_module

    module, _, function = name.rpartition(".")
    assert callable(getattr(import_module(module), function))
