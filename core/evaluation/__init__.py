"""How good predictions on held-out rows are: scores, class by class, confusion, calibration."""

from core.evaluation.held_out import HeldOut
from core.evaluation.scores import ClassScore, Scores, class_scores, macro_scores

__all__ = ["ClassScore", "HeldOut", "Scores", "class_scores", "macro_scores"]
