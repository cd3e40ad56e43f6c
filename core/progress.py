"""Progress and cancelling for long computations, without threads or Qt.

A long function takes a `report` and calls it with the fraction done and a short text. The caller
cancels it by raising `Cancelled` in `report`.
"""

from typing import Protocol


class Cancelled(BaseException):
    """The user stopped the work.

    A `BaseException`, because scikit-learn and others catch `Exception` and would count it as a failed fit.
    """


class Report(Protocol):
    """Called with the fraction done, in [0, 1], and what is being done; may raise `Cancelled`."""

    def __call__(self, fraction: float, text: str) -> None: ...


def silent(fraction: float, text: str) -> None:
    """Do nothing, as a `Report` without a reader."""


def sub_range(report: Report, start: float, stop: float) -> Report:
    """Return a `Report` whose 0 to 1 is `start` to `stop` of `report`."""

    def report_part(fraction: float, text: str) -> None:
        report(start + (stop - start) * fraction, text)

    return report_part
