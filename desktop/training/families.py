"""Names of the families of estimators that have a grid to search."""

from typing import Final

from core.language import tr

FAMILIES: Final = {
    "forest": tr("Random forest"),
    "boosting": tr("Gradient boosting"),
    "mlp": tr("Multilayer perceptron"),
}
"""By the key of the family."""
