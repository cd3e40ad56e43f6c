"""Options that set estimators: `--set`, `--scaler`, `--select`, `--class-weight`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from core.estimators.baselines import Baseline
    from core.estimators.own import Preparation

Setting = Annotated[
    list[str] | None,
    typer.Option(
        "--set", help="Parameters of estimators: --set mlp.alpha=0.1 tree.max_depth=none.", show_default=False
    ),
]
ScalerName = Annotated[
    str | None,
    typer.Option(
        "--scaler",
        help="Scaler of every estimator: minmax, standard, robust, quantile, none; default: its own.",
        show_default=False,
    ),
]
Select = Annotated[
    str | None,
    typer.Option(
        "--select",
        help="Columns chosen again in each fit: variance:LEAST, mutual:COUNT, recursive:COUNT.",
        show_default=False,
    ),
]
ClassWeight = Annotated[
    str | None,
    typer.Option(
        "--class-weight",
        help="Classes of unequal size: balanced (weights), oversample, undersample.",
        show_default=False,
    ),
]


def preparation_of(scaler: str | None, select: str | None, class_weight: str | None) -> "Preparation":
    """Return what was asked for; EstimatorError for a word that is unknown."""
    from core.errors import EstimatorError
    from core.estimators.own import BALANCES, SCALERS, Preparation, selection_from

    wanted_scaler = next((one for one in SCALERS if one == scaler), None)
    balance = next((one for one in BALANCES if one == class_weight), None)
    if scaler is not None and wanted_scaler is None:
        raise EstimatorError("estimator.no_scaler", text=scaler, known=", ".join(SCALERS))
    if class_weight not in (None, "none") and balance is None:
        raise EstimatorError("estimator.no_balance", text=class_weight, known=", ".join((*BALANCES, "none")))
    return Preparation(wanted_scaler, None if select is None else selection_from(select), balance)


def own_baselines(
    chosen: "Sequence[Baseline]", kept: "Sequence[Baseline]", entries: Sequence[str] | None, preparation: "Preparation"
) -> "tuple[tuple[Baseline, ...], tuple[Baseline, ...]]":
    """Return the estimators to train and those to save with the settings of `--set` and its like.

    Raises
    ------
    EstimatorError : one line, for an estimator that is neither, a parameter that there is not, or a refused value
    """
    from core.estimators.own import settings_from, tailored

    both = {one.key: one for one in (*chosen, *kept)}
    parameters = settings_from(entries or (), tuple(both.values()))
    own = {key: tailored(one, parameters.get(key), preparation) for key, one in both.items()}
    return tuple(own[one.key] for one in chosen), tuple(own[one.key] for one in kept)


def remarks_on(baselines: "Sequence[Baseline]") -> list[str]:
    """Return what could not be done to these estimators, each line once."""
    remarks = (remark for one in baselines if one.settings is not None for remark in one.settings.remarks)
    return list(dict.fromkeys(remarks))
