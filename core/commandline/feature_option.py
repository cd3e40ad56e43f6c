"""The option `--features`: which of the recipes is measured of audio."""

from enum import StrEnum
from typing import Annotated

import typer


class FeatureChoice(StrEnum):
    """What is measured of a piece for a genre model; see `core.features.recipe.RECIPE_OF`."""

    basic = "basic"
    extended = "extended"


FeatureSet = Annotated[
    FeatureChoice,
    typer.Option(
        "--features",
        help="Features of audio: the 58 of the study, or extended by rhythm, modulation, tonality and timbre.",
    ),
]
