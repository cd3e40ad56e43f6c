"""Coefficients learned by `python -m tools rhythm-levels` on rendered music; not to be written by hand."""

WEIGHTS = (-0.07018, -0.9075, 0.9754, -0.04332, 0.01105, 0.9771, 1.005, 0.02596, 0.017, -0.9899, 6.278)
"""Of the level model, one for each of `core.rhythm.levels.FEATURES`."""

PHASE = (-0.7323, 1.601, 8.172)
"""Of the reading half a beat off, one for each of `core.rhythm.half_beats.shift_numbers`."""

BEAT = (2.051, 0.368, 1.675, -0.1069, 0.454)
"""Of a beat's confidence, one for each of `core.rhythm.confidence.beat_numbers`."""

BAR = (-3.134, 0.6427, 0.5872)
"""Of a bar's confidence, one for each of `core.rhythm.confidence.bar_numbers`."""

WHOLE = (-0.4825, 0.08099, 0.9457, -50.5)
"""Of the confidence of the whole, one for each of `core.rhythm.confidence.whole_numbers`."""
