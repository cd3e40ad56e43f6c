"""The model by which the doctor judges rows and groups: quick on any table."""

from core.estimators.baselines import Baseline, find_baselines

MOST_COLUMNS = 1000
"""Beyond this, weighing every column against every other would take hours and gigabytes."""


def quick_model(n_columns: int) -> Baseline:
    """Return kernel logistic regression; for very many columns plain logistic regression."""
    (model,) = find_baselines(["kernel" if n_columns <= MOST_COLUMNS else "logistic"])
    return model
