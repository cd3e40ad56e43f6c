"""The Baselines step: the estimators, their scores and the charts of them."""
