"""What the program imports, pyproject.toml declares."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import chain

from tests.conftest import ROOT

OWN = {"core", "desktop", "models", "resources", "tools"}
KNOWN = {
    "essentia",  # benchmarks compare with it where it is installed
    "mir_eval",  # a benchmark scores by it where it is installed
    "shiboken6",  # the other half of PySide6, which pins it
    "_typeshed",  # known to type checkers alone
}


def imported() -> Iterator[tuple[str, str]]:
    """Each package that a file of the program imports, with the file."""
    for folder in ("core", "desktop", "models", "resources"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    names = [alias.name for alias in node.names]
                else:
                    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                yield from ((name.split(".")[0], str(path.relative_to(ROOT))) for name in names)


def declared() -> set[str]:
    """The distributions that an installation with its extras brings, as pyproject.toml names them, in lower case."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    entries = chain(project["dependencies"], *project["optional-dependencies"].values())
    return {plain(re.split(r"[<>=!~\[; ]", entry)[0]) for entry in entries}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_that_is_imported_is_declared() -> None:
    distributions = packages_distributions()
    wanted = declared()
    missing = {
        f"{name} in {path}"
        for name, path in imported()
        if name not in sys.stdlib_module_names | OWN | KNOWN
        and not wanted.intersection(map(plain, distributions.get(name, [name])))
    }
    assert missing == set()
