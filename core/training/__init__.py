"""Fitting and judging classifiers: folds, cross-validation, learning curves, runs."""
