"""Functions and estimators that the tests of training run in workers."""

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.errors import ExecutorLostError
from core.estimators.baselines import Baseline
from core.workers.pool import Emitter


def add(emit: Emitter, shared: list[int], number: int) -> int:
    return sum(shared) + number


def whose(emit: Emitter, shared: Any, number: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def fail_at_two(emit: Emitter, shared: Any, number: int) -> int:
    if number == 2:
        raise ValueError("two is\nnot wanted")
    return number


def lose_the_even(emit: Emitter, shared: Any, number: int) -> int:
    if number % 2 == 0:
        raise ExecutorLostError("The cluster went away.")
    return number


def begin_and_sleep(emit: Emitter, shared: Any, folder: Path) -> None:
    (folder / str(os.getpid())).touch()
    time.sleep(3600.0)


def die(emit: Emitter, shared: Any, number: int) -> None:
    os._exit(3)


class CountsPickling:
    """Says in a file each time it is unpickled."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __setstate__(self, state: dict[str, str]) -> None:
        self.__dict__.update(state)
        with Path(self.path).open("a") as stream:
            stream.write(f"{os.getpid()}\n")


def _refusing(columns: Sequence[str], seed: int) -> Any:
    from sklearn.pipeline import Pipeline
    from sklearn.svm import SVC

    return Pipeline([("classify", SVC(C=-1.0))])


REFUSING = Baseline("refusing", "Refusing", "scikit-learn refuses its C", _refusing)


def _nearest(columns: Sequence[str], seed: int) -> Any:
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.pipeline import Pipeline

    return Pipeline([("classify", KNeighborsClassifier(1))])


NEAREST = Baseline("nearest", "Nearest", "the class of the nearest row", _nearest)
