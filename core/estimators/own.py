"""Estimators as a person sets them: own parameters, another scaler, chosen columns, balanced classes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal, get_args

from core.errors import EstimatorError
from core.estimators.baselines import _NO_QUANTILES, Baseline
from core.language import tr

Scaler = Literal["minmax", "standard", "robust", "quantile", "none"]
SCALERS: tuple[Scaler, ...] = get_args(Scaler)
SCALER_TITLES: Mapping[Scaler, str] = {
    "minmax": "min–max",
    "standard": "standard",
    "robust": "robust",
    "quantile": "quantile",
    "none": "none",
}
Balance = Literal["balanced", "oversample", "undersample"]
BALANCES: tuple[Balance, ...] = get_args(Balance)
BALANCE_TITLES: Mapping[Balance, str] = {
    "balanced": "classes weighted alike",
    "oversample": "smaller classes repeated",
    "undersample": "larger classes thinned out",
}
Method = Literal["variance", "mutual", "recursive"]
METHODS: tuple[Method, ...] = get_args(Method)
_OFTEN = 20
"""Columns that are kept where no number is given."""


@dataclass(frozen=True)
class Selection:
    """Which columns an estimator keeps, found in the rows of each fit alone.

    Attributes
    ----------
    method : "variance" drops columns that vary at most `amount` once scaled, "mutual" keeps the `amount` columns with
        the most mutual information with the classes, "recursive" drops the columns of least weight for extremely
        randomised trees, a tenth at a time, until `amount` are left
    """

    method: Method
    amount: float

    def __str__(self) -> str:
        if self.method == "variance":
            return tr("variance above {amount:g}", amount=self.amount)
        if self.method == "mutual":
            return tr("{amount:g} columns by mutual information", amount=self.amount)
        return tr("{amount:g} columns by recursion", amount=self.amount)

    @property
    def option(self) -> str:
        """As `selection_from` reads it."""
        return f"{self.method}:{self.amount:g}"


def selection_from(text: str) -> Selection | None:
    """Return the selection of a text such as `variance`, `variance:0.01`, `mutual:20`, `recursive:20`, `none`.

    Raises
    ------
    EstimatorError : one line, for any other text
    """
    method, _, given = text.strip().casefold().partition(":")
    if method == "none" and not given:
        return None
    known = next((one for one in METHODS if one == method), None)
    try:
        amount = float(given) if given else (0.0 if known == "variance" else float(_OFTEN))
    except ValueError:
        amount = -1.0
    fits = 0 <= amount < float("inf") if known == "variance" else amount >= 1 and amount.is_integer()
    if known is None or not fits:
        raise EstimatorError("estimator.no_selection", text=text)
    return Selection(known, amount)


@dataclass(frozen=True)
class Preparation:
    """What is done to the columns and classes before the classifier; None leaves what the estimator does itself."""

    scaler: Scaler | None = None
    selection: Selection | None = None
    balance: Balance | None = None


def joined(preparations: Sequence[Preparation]) -> Preparation:
    """Return what was asked of several estimators at once, of which some could not have all of it."""
    return Preparation(
        next((one.scaler for one in preparations if one.scaler is not None), None),
        next((one.selection for one in preparations if one.selection is not None), None),
        next((one.balance for one in preparations if one.balance is not None), None),
    )


@dataclass(frozen=True)
class OwnSettings:
    """What a person has set of an estimator.

    Attributes
    ----------
    parameters : of its classifier, those that were changed
    before : what these were
    remarks : what could not be done to this estimator, one line each
    """

    parameters: Mapping[str, Any] = field(default_factory=dict)
    before: Mapping[str, Any] = field(default_factory=dict)
    preparation: Preparation = field(default_factory=Preparation)
    remarks: tuple[str, ...] = ()

    def __str__(self) -> str:
        from core.estimators.parameters import value_text

        said = [
            tr(
                "{name} {value} (not {usual})",
                name=name,
                value=value_text(value),
                usual=value_text(self.before[name]),
            )
            for name, value in self.parameters.items()
        ]
        preparation = self.preparation
        said += (
            [] if preparation.scaler is None else [tr("scaler {scaler}", scaler=tr(SCALER_TITLES[preparation.scaler]))]
        )
        said += [] if preparation.selection is None else [str(preparation.selection)]
        said += [] if preparation.balance is None else [tr(BALANCE_TITLES[preparation.balance])]
        return ", ".join(said)

    def to_json(self) -> dict[str, Any]:
        """Return them as plain data."""
        one = self.preparation
        selection = None if one.selection is None else one.selection.option
        return {
            "parameters": dict(self.parameters),
            "scaler": one.scaler,
            "select": selection,
            "class_weight": one.balance,
            "remarks": list(self.remarks),
        }


def tailored(
    baseline: Baseline, parameters: Mapping[str, Any] | None = None, preparation: Preparation | None = None
) -> Baseline:
    """Return an estimator with a person's settings; the very same where these change nothing.

    A committee keeps its own scalers and columns, and an estimator that knows no weights of rows has none: its
    remarks say so.

    Raises
    ------
    EstimatorError : one line, for a parameter that there is not, or a value that it cannot be
    """
    from core.estimators.parameters import parameters_of, same, value_text, why_refused

    known = {one.name: one for one in parameters_of(baseline)} if parameters else {}
    changed = {}
    for name, value in (parameters or {}).items():
        if name not in known:
            names = ", ".join(sorted(known)) or "none"
            raise EstimatorError("estimator.no_parameter", estimator=baseline.key, name=name, known=names)
        rule = why_refused(baseline, name, value)
        if rule is not None:
            raise EstimatorError(
                "estimator.value_refused", estimator=baseline.key, name=name, value=value_text(value), rule=rule
            )
        if not same(value, known[name].value):
            changed[name] = value
    before = {name: known[name].value for name in changed}
    prepared, remarks = _possible(baseline, preparation or Preparation())
    if not changed and prepared == Preparation() and not remarks:
        return baseline
    settings = OwnSettings(changed, before, prepared, remarks)
    said = str(settings)
    make = partial(_make, baseline.make, changed, prepared)
    sure = baseline.make_sure and partial(_make, baseline.make_sure, changed, prepared)
    return replace(
        baseline,
        description=f"{baseline.description}; own settings: {said}" if said else baseline.description,
        make=make,
        make_sure=sure,
        can_be_saved=_can_be_saved(baseline, prepared),
        settings=settings,
    )


def _can_be_saved(baseline: Baseline, preparation: Preparation) -> str | None:
    if preparation.scaler == "quantile":
        return baseline.can_be_saved or _NO_QUANTILES
    replaced = preparation.scaler is not None and baseline.can_be_saved == _NO_QUANTILES
    return None if replaced else baseline.can_be_saved


def _possible(baseline: Baseline, wanted: Preparation) -> tuple[Preparation, tuple[str, ...]]:
    """Return what of a preparation this estimator can have, and what it cannot."""
    if wanted == Preparation():
        return wanted, ()
    from core.estimators.steps import CLASSIFY

    pipeline = baseline.build((), 0)
    if CLASSIFY not in pipeline.named_steps:
        return Preparation(), (tr("{name} scales and chooses columns itself: left as it is", name=baseline.name),)
    if wanted.balance == "balanced" and not _takes_weights(pipeline[-1]):
        return replace(wanted, balance=None), (tr("{name} has no class weights: trained without", name=baseline.name),)
    return wanted, ()


def _takes_weights(classifier: Any) -> bool:
    from sklearn.utils.validation import has_fit_parameter

    return bool(has_fit_parameter(classifier, "sample_weight"))


def _make(
    make: Callable[[Sequence[str], int], Any],
    parameters: Mapping[str, Any],
    preparation: Preparation,
    columns: Sequence[str],
    seed: int,
) -> Any:
    """Return the pipeline with another scaler, a step that selects columns after it, and a balanced classifier."""
    from sklearn.pipeline import Pipeline

    from core.estimators.balance import Balanced
    from core.estimators.steps import CLASSIFY, SCALE, SELECT, set_classifier

    pipeline = set_classifier(make(columns, seed), dict(parameters))
    steps = dict(pipeline.steps)
    scaler = steps.pop(SCALE, None)
    if preparation.scaler is not None:
        scaler = _scaler(preparation.scaler, seed)
    selector = None if preparation.selection is None else _selector(preparation.selection, seed)
    classifier = steps.pop(CLASSIFY)
    if preparation.balance is not None:
        how = "weights" if preparation.balance == "balanced" else preparation.balance
        classifier = Balanced(classifier, how, seed)
    first = [(SCALE, scaler)] if scaler is not None else []
    second = [(SELECT, selector)] if selector is not None else []
    return Pipeline([*first, *second, *steps.items(), (CLASSIFY, classifier)])


def _scaler(name: Scaler, seed: int) -> Any:
    from sklearn.preprocessing import MinMaxScaler, QuantileTransformer, RobustScaler, StandardScaler

    if name == "quantile":
        return QuantileTransformer(n_quantiles=200, output_distribution="normal", random_state=seed)
    kinds = {"minmax": MinMaxScaler, "standard": StandardScaler, "robust": RobustScaler}
    return kinds[name]() if name in kinds else None


def _selector(selection: Selection, seed: int) -> Any:
    from sklearn.ensemble import ExtraTreesClassifier
    from sklearn.feature_selection import RFE, SelectKBest, VarianceThreshold, mutual_info_classif

    if selection.method == "variance":
        return VarianceThreshold(selection.amount)
    if selection.method == "mutual":
        return SelectKBest(partial(mutual_info_classif, random_state=seed), k=int(selection.amount))
    trees = ExtraTreesClassifier(n_estimators=50, random_state=seed)
    return RFE(trees, n_features_to_select=int(selection.amount), step=0.1)


def settings_from(entries: Sequence[str], baselines: Sequence[Baseline]) -> dict[str, dict[str, Any]]:
    """Return the parameters of entries such as `mlp.alpha=0.1`, by the estimator's key.

    Raises
    ------
    EstimatorError : one line, for an entry that is none, or of an estimator that is not trained
    """
    from core.estimators.parameters import value_from

    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        place, separator, text = entry.partition("=")
        key, dot, name = place.strip().partition(".")
        if not separator or not dot or not name:
            raise EstimatorError("estimator.no_setting", entry=entry)
        if key not in {one.key for one in baselines}:
            trained = ", ".join(one.key for one in baselines)
            raise EstimatorError("estimator.not_trained", entry=entry, key=key, trained=trained)
        try:
            found.setdefault(key, {})[name.strip()] = value_from(text)
        except ValueError as problem:
            raise EstimatorError("estimator.not_read", entry=entry, reason=str(problem)) from None
    return found
