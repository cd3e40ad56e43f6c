"""The choice of features that are measured of audio: the 58 of the study, or more."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from core.features.recipe import GENRE_COLUMNS, RECIPE, RECIPE_2, RECIPES
from core.language import tr
from desktop.settings import FEATURES, Settings

TITLES: Final = {
    RECIPE: tr("{n} of the study", n=len(GENRE_COLUMNS)),
    RECIPE_2: tr("{n}, with rhythm and timbre", n=len(RECIPES[RECIPE_2])),
}
TIP: Final = tr(
    "More features: rhythm, modulation, tonality, and percentiles of timbre and level. A folder that was analysed "
    "without them is analysed again; tracks of the library that lack them are left out until they are analysed again."
)
_WORDS: Final = {RECIPE: "basic", RECIPE_2: "extended"}


class FeatureChoice(QComboBox):
    """A box with the two recipes."""

    recipe_chosen = Signal(str)
    """A recipe, chosen by a person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for recipe, title in TITLES.items():
            self.addItem(title, recipe)
        self.setAccessibleName(tr("Feature set"))
        self.setToolTip(TIP)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda: self.recipe_chosen.emit(self.recipe))

    @property
    def recipe(self) -> str:
        """The recipe that is shown."""
        return str(self.currentData())

    def show_recipe(self, recipe: str) -> None:
        """Show a recipe."""
        self.setCurrentIndex(list(TITLES).index(recipe))


def remembered_recipe(settings: Settings) -> str:
    """Return the recipe that was used last."""
    word = settings.get(FEATURES)
    return next(recipe for recipe, known in _WORDS.items() if known == word)


def remember_recipe(settings: Settings, recipe: str) -> None:
    """Use a recipe for the next data, too."""
    settings.put(FEATURES, _WORDS[recipe])
