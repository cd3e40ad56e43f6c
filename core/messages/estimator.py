"""Texts about estimators and what a person sets of them."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "estimator.no_parameter": "{estimator} has no parameter “{name}” that can be set; choose among {known}.",
    "estimator.value_refused": "{estimator}.{name} cannot be “{value}”; it must be {rule}.",
    "estimator.no_setting": "“{entry}” is no setting; write for example mlp.alpha=0.1.",
    "estimator.not_trained": "“{entry}”: {key} is not among the estimators that are trained: {trained}.",
    "estimator.not_read": "“{entry}” cannot be read: {reason}.",
    "estimator.no_scaler": "There is no scaler “{text}”; choose among {known}.",
    "estimator.no_balance": "Classes cannot be balanced by “{text}”; choose among {known}.",
    "estimator.no_selection": (
        "“{text}” selects no columns; write none, variance:0.01 (the least variance), mutual:20 or recursive:20 (how "
        "many columns to keep)."
    ),
    "estimator.combination_refused": "{estimator} cannot be fitted with these settings ({settings}): {reason}",
}
