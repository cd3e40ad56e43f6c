"""The Python code that builds an unfitted estimator, in terms of scikit-learn alone."""

import inspect
from collections.abc import Sequence
from functools import partial
from typing import Any

from sklearn.base import BaseEstimator

_OURS = "core."


class CodeWriter:
    """Writes estimators as the expressions that build them, and keeps what these need.

    Parameters
    ----------
    columns : names of the columns that the estimators are built for; the code knows them as `COLUMNS`

    Attributes
    ----------
    imports : names to be imported by module, "sklearn.svm" to "SVC"
    modules : modules of this program whose classes are needed, which have to be copied into a script
    """

    def __init__(self, columns: Sequence[str]) -> None:
        self.imports: dict[str, set[str]] = {}
        self.modules: set[str] = set()
        self._columns = tuple(columns)

    def expression(self, value: Any) -> str:
        """Return the expression that builds an estimator, or a parameter of one: only what is not the default."""
        if isinstance(value, BaseEstimator):
            return self._call(value)
        if isinstance(value, tuple | list):
            return self._sequence(value)
        if isinstance(value, partial):
            self._require("functools", "partial")
            given = [f"{name}={self.expression(one)}" for name, one in value.keywords.items()]
            return f"partial({', '.join([self.expression(value.func), *given])})"
        if inspect.isfunction(value):
            return self._require(value.__module__, value.__name__)
        return repr(value)

    def _call(self, estimator: Any) -> str:
        kind = type(estimator)
        self._require(kind.__module__, kind.__name__)
        given = estimator.get_params(deep=False)
        parts = []
        for name, parameter in inspect.signature(kind).parameters.items():
            default = parameter.default
            if default is inspect.Parameter.empty or not _same(given[name], default):
                parts.append(f"{name}={self.expression(given[name])}")
        return f"{kind.__name__}({', '.join(parts)})"

    def _sequence(self, values: Sequence[Any]) -> str:
        if tuple(values) == self._columns:
            return "COLUMNS"
        if len(values) > 1 and all(isinstance(one, str) and one in self._columns for one in values):
            left_out = [name for name in self._columns if name not in values]
            if tuple(name for name in self._columns if name not in left_out) == tuple(values):
                return f"tuple(name for name in COLUMNS if name not in {left_out!r})"
        inside = ", ".join(self.expression(one) for one in values)
        if isinstance(values, list):
            return f"[{inside}]"
        return f"({inside},)" if len(values) == 1 else f"({inside})"

    def _require(self, module: str, name: str) -> str:
        """Have a class or function imported, or its module copied; returns its name."""
        if module.startswith(_OURS):
            self.modules.add(module)
            return name
        public = []
        for part in module.split("."):
            if part.startswith("_"):
                break
            public.append(part)
        self.imports.setdefault(".".join(public), set()).add(name)
        return name


def _same(value: Any, default: Any) -> bool:
    return type(value) is type(default) and bool(value == default)
