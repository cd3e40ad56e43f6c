"""What a person trains first: the study's ten classifiers with its parameters, then a few stronger ones.

Each is a pipeline with its scaler inside, so that the scaler never sees a row that is held out. Values that
scikit-learn no longer accepts are replaced by what they meant, and `Baseline.modernised` says so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from core.language import tr

if TYPE_CHECKING:
    from core.estimators.own import OwnSettings

_NO_NEIGHBOURS = "its ONNX form is a loop, which a model file may not hold"
_NO_QUANTILES = "scikit-learn's quantile transformer has no ONNX form"
_NO_HISTOGRAMS = "scikit-learn's histogram boosting has no ONNX form"


@dataclass(frozen=True)
class Baseline:
    """One way of classifying, ready to be fitted.

    Attributes
    ----------
    key : for files and the command line
    name, description : for people
    make : from the columns' names and a seed to an unfitted pipeline; its last step is called "classify", and a step
        called "whiten" is given the groups when fitted
    make_sure : the same with probabilities, where the classifier itself has none
    modernised : what was changed in the study's parameters, one line each
    can_be_saved : why it cannot become a model file; None where it can
    seconds : of a fit on a thousand rows, roughly, for foretelling how long several take
    settings : what a person has set of it; None for the estimator as it comes
    rows_power, columns_power : by which powers of the rows and of the columns that grows
    weighs_pairs : whether every column is weighed against every other, in tables of columns by columns
    family, parameters : the grid whose classifier it is, and its parameters, where they were chosen
    """

    key: str
    name: str
    description: str
    make: Callable[[Sequence[str], int], Any]
    make_sure: Callable[[Sequence[str], int], Any] | None = None
    modernised: tuple[str, ...] = ()
    can_be_saved: str | None = None
    seconds: float = 0.02
    rows_power: float = 1.0
    columns_power: float = 1.0
    weighs_pairs: bool = False
    settings: "OwnSettings | None" = None
    family: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def title(self) -> str:
        """Its name in the language of the window; `name` is what files say."""
        return tr(self.name)

    def build(self, columns: Sequence[str], seed: int) -> Any:
        """Return the unfitted pipeline."""
        return self.make(columns, seed)

    def build_probabilistic(self, columns: Sequence[str], seed: int) -> Any:
        """Return the unfitted pipeline with `predict_proba`: support vectors get Platt's sigmoid over inner folds."""
        return (self.make_sure or self.make)(columns, seed)


def _squeezed(classifier: Callable[[int], Any], _columns: Sequence[str], seed: int) -> Any:
    """Return a pipeline of the study's kind: every column scaled to 0 to 1."""
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import MinMaxScaler

    return Pipeline([("scale", MinMaxScaler()), ("classify", classifier(seed))])


def _musical(classifier: Callable[[int], Any], columns: Sequence[str], seed: int) -> Any:
    """Powers, frequencies and tempo as logarithms, then standardised."""
    from sklearn.pipeline import Pipeline

    from core.estimators.transformers import MusicScaler

    return Pipeline([("scale", MusicScaler(tuple(columns))), ("classify", classifier(seed))])


def _quantiles(classifier: Callable[[int], Any], _columns: Sequence[str], seed: int) -> Any:
    """Every column made normally distributed by its ranks."""
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import QuantileTransformer

    scaler = QuantileTransformer(n_quantiles=200, output_distribution="normal", random_state=seed)
    return Pipeline([("scale", scaler), ("classify", classifier(seed))])


def _neighbours(_seed: int) -> Any:
    from sklearn.neighbors import KNeighborsClassifier

    return KNeighborsClassifier(20)


def _support_vectors(_seed: int, *, sure: bool = False, **parameters: Any) -> Any:
    from sklearn.calibration import CalibratedClassifierCV
    from sklearn.svm import SVC

    plain = SVC(**parameters)
    return CalibratedClassifierCV(plain, ensemble=False) if sure else plain


def _tree(seed: int) -> Any:
    from sklearn.tree import DecisionTreeClassifier

    return DecisionTreeClassifier(max_depth=5, max_features="sqrt", random_state=seed)


def _forest(seed: int) -> Any:
    from sklearn.ensemble import RandomForestClassifier

    return RandomForestClassifier(
        max_depth=10, n_estimators=500, max_features="sqrt", min_samples_leaf=20, random_state=seed
    )


def _bayes(_seed: int) -> Any:
    from sklearn.naive_bayes import GaussianNB

    return GaussianNB()


def _logistic(_seed: int) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=0.1)


def _perceptron(seed: int) -> Any:
    from sklearn.neural_network import MLPClassifier

    return MLPClassifier((80, 40), batch_size=100, alpha=0.04, max_iter=2000, random_state=seed)


def _boosting(seed: int) -> Any:
    from sklearn.ensemble import GradientBoostingClassifier

    return GradientBoostingClassifier(
        n_estimators=700, max_features="sqrt", learning_rate=0.1, subsample=0.5, min_samples_leaf=20, random_state=seed
    )


def _discriminant(_seed: int) -> Any:
    from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

    return LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto")


def _histograms(seed: int) -> Any:
    from sklearn.ensemble import HistGradientBoostingClassifier

    return HistGradientBoostingClassifier(
        max_iter=150, learning_rate=0.1, max_leaf_nodes=15, max_features=0.3, early_stopping=False, random_state=seed
    )


def _extra_trees(seed: int) -> Any:
    from sklearn.ensemble import ExtraTreesClassifier

    return ExtraTreesClassifier(n_estimators=500, max_features="sqrt", random_state=seed)


def _kernel(columns: Sequence[str], seed: int) -> Any:
    from sklearn.pipeline import Pipeline

    from core.estimators.transformers import ArtistWhitener, KernelLogisticRegression, MusicScaler

    return Pipeline(
        [
            ("scale", MusicScaler(tuple(columns))),
            ("whiten", ArtistWhitener(shrinkage=0.4, between=0.5)),
            ("classify", KernelLogisticRegression(gamma=0.01, C=10.0, random_state=seed)),
        ]
    )


def _committee(columns: Sequence[str], _seed: int) -> Any:
    from core.estimators.candidates import committee_of

    return committee_of(tuple(columns))


def _svm(key: str, name: str, description: str, **parameters: Any) -> Baseline:
    return Baseline(
        key,
        name,
        description,
        partial(_squeezed, partial(_support_vectors, **parameters)),
        partial(_squeezed, partial(_support_vectors, sure=True, **parameters)),
        rows_power=2.0,
    )


_AUTO = 'max_features="auto" is now written "sqrt"'

NOTEBOOK: tuple[Baseline, ...] = (
    Baseline(
        "knn",
        "Nearest neighbours",
        "the classes of the 20 nearest rows vote",
        partial(_squeezed, _neighbours),
        can_be_saved=_NO_NEIGHBOURS,
        rows_power=1.5,  # for every row that is judged it looks at every row that was learned, but quickly
    ),
    _svm("svm-linear", "Linear SVM", "support vectors, linear, C 0.025", kernel="linear", C=0.025),
    _svm("svm-rbf", "RBF SVM", "support vectors, Gaussian kernel, gamma 0.1, C 1", gamma=0.1, C=1.0),
    _svm("svm-poly", "Polynomial SVM", "support vectors, degree 5, C 0.005", kernel="poly", C=0.005, degree=5),
    Baseline(
        "tree",
        "Decision tree",
        "one tree of depth 5",
        partial(_squeezed, _tree),
        modernised=(f"Decision tree: {_AUTO}",),
    ),
    Baseline(
        "forest",
        "Random forest",
        "500 trees of depth 10, at least 20 rows a leaf",
        partial(_squeezed, _forest),
        modernised=(f"Random forest: {_AUTO}",),
        seconds=1.1,
        columns_power=0.5,
    ),
    Baseline("bayes", "Naive Bayes", "a normal distribution for each column and class", partial(_squeezed, _bayes)),
    Baseline("logistic", "Logistic regression", "multinomial, C 0.1", partial(_squeezed, _logistic)),
    Baseline(
        "mlp", "Multilayer perceptron", "two layers of 80 and 40 units", partial(_squeezed, _perceptron), seconds=1.1
    ),
    Baseline(
        "boosting",
        "Gradient boosting",
        "700 rounds of trees of depth 3, half of the rows a round; the study's choice",
        partial(_squeezed, _boosting),
        modernised=(f"Gradient boosting: {_AUTO}",),
        seconds=6.7,
        columns_power=0.5,
    ),
)
"""The study's ten, in its order, on columns squeezed to 0 to 1."""

STRONGER: tuple[Baseline, ...] = (
    Baseline(
        "committee",
        "Committee",
        "as in the shipped model: eleven classifiers have the same vote, so that none has to be chosen",
        _committee,
        seconds=2.5,
        rows_power=2.0,
        weighs_pairs=True,
    ),
    Baseline(
        "kernel",
        "Kernel logistic regression",
        "musical scales, whitened within artists, logistic regression on a Gaussian kernel",
        _kernel,
        seconds=0.25,
        weighs_pairs=True,
    ),
    Baseline(
        "lda",
        "Linear discriminant analysis",
        "musical scales, shrunken covariance",
        partial(_musical, _discriminant),
        weighs_pairs=True,
    ),
    Baseline(
        "svm-quantile",
        "SVM on quantiles",
        "every column normally distributed by its ranks; support vectors, Gaussian kernel, gamma 0.01, C 10",
        partial(_quantiles, partial(_support_vectors, gamma=0.01, C=10.0)),
        partial(_quantiles, partial(_support_vectors, sure=True, gamma=0.01, C=10.0)),
        can_be_saved=_NO_QUANTILES,
        rows_power=2.0,
    ),
    Baseline(
        "extra-trees",
        "Extra trees",
        "500 trees with random thresholds",
        partial(_squeezed, _extra_trees),
        seconds=0.8,
        columns_power=0.5,
    ),
    Baseline(
        "hist-boosting",
        "Histogram boosting",
        "150 rounds of trees with 15 leaves, a third of the columns a split",
        partial(_squeezed, _histograms),
        can_be_saved=_NO_HISTOGRAMS,
        seconds=2.0,
    ),
)
"""What does better, or faster."""

BASELINES: tuple[Baseline, ...] = (*NOTEBOOK, *STRONGER)


def find_baselines(keys: Sequence[str]) -> tuple[Baseline, ...]:
    """Baselines by key, name, or "notebook", "stronger", "all"; ValueError, one line, for a word that is none."""
    found: dict[str, Baseline] = {}
    sets = {"notebook": NOTEBOOK, "stronger": STRONGER, "all": BASELINES}
    for key in keys:
        word = key.strip().casefold()
        matching = sets.get(word, tuple(one for one in BASELINES if word in (one.key, one.name.casefold())))
        if not matching:
            known = ", ".join([*(one.key for one in BASELINES), *sets])
            raise ValueError(f"there is no baseline “{key}”; choose among {known}")
        found |= {one.key: one for one in matching}
    return tuple(one for one in BASELINES if one.key in found)
