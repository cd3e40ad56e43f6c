"""Checks of a model file: container, passport and graph, then the probes that were stored when it was made."""

from pathlib import Path

import numpy as np

from core.errors import ModelError
from core.genre.model import AGREEMENT, load_model


def verify_model(path: Path) -> list[str]:
    """Check that a model file is sound and predicts on this machine what its estimator predicted when it was made.

    Parameters
    ----------
    path : Path
        A model file.

    Returns
    -------
    list[str]
        What is wrong, one line each; empty for a sound file.
    """
    try:
        model = load_model(path)
        probes = model.passport.probes
        said = model.predict_proba(np.array([probe.features for probe in probes]).reshape(-1, len(model.columns)))
    except ModelError as problem:
        return [str(problem)]
    problems = [] if probes else [f"{path.name} has no probes to check it with."]
    if probes:
        difference = float(np.abs(said - np.array([probe.probabilities for probe in probes])).max())
        if difference > AGREEMENT:
            problems.append(
                f"{path.name} differs from its estimator by {difference:.1e} in probability on this machine."
            )
    if not {"random", "grouped"} <= set(model.passport.scores):
        problems.append(f"{path.name} does not state both scores, random and grouped.")
    return problems
