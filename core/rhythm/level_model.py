"""Coefficients of the level model, one for each of `core.rhythm.levels.FEATURES`."""

WEIGHTS = (0.0, -2.0, 0.3, 0.0, 0.0, 0.7, 1.0, 0.0, 0.0, -1.0, 0.5)

BEAT = (4.5, 0.5, 1.0, 0.0, 0.5)
"""Coefficients of a beat's confidence, one for each of `core.rhythm.confidence.beat_numbers`."""

BAR = (0.0, 0.5, 0.3)
"""Coefficients of a bar's confidence, one for each of `core.rhythm.confidence.bar_numbers`."""

WHOLE = (0.0, 0.6, 0.5, -4.0)
"""Coefficients of the confidence of the whole, one for each of `core.rhythm.confidence.whole_numbers`."""
