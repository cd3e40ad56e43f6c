"""Coefficients learned by `python -m tools rhythm-levels` on rendered music; not to be written by hand."""

WEIGHTS = (-0.1321, -1.37, 0.9732, -0.05238, 0.0353, 0.9614, 1.028, 0.06043, 0.0242, -0.9996, 3.495)
"""Of the level model, one for each of `core.rhythm.levels.FEATURES`."""

BEAT = (2.191, 0.48, 1.447, 0.06123, 0.4812)
"""Of a beat's confidence, one for each of `core.rhythm.confidence.beat_numbers`."""

BAR = (-3.03, 0.6217, 0.6563)
"""Of a bar's confidence, one for each of `core.rhythm.confidence.bar_numbers`."""

WHOLE = (-0.4943, 0.1185, 0.9849, -57.91)
"""Of the confidence of the whole, one for each of `core.rhythm.confidence.whole_numbers`."""
