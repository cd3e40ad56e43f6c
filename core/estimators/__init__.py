"""Named ways of classifying rows of features, each a pipeline with its scaler inside.

`core.estimators.candidates` holds those that the shipped model was chosen from, `baselines` what a person trains
first, `grids` what can be searched.
"""

from core.estimators.candidates import (
    ALL_COLUMNS,
    BROAD,
    CANDIDATES,
    COMMITTEE,
    MEMBERS,
    OFFERED,
    REFERENCES,
    SEED,
    WITHOUT_OFFSETS,
    Candidate,
    ColumnSet,
)

__all__ = [
    "ALL_COLUMNS",
    "BROAD",
    "CANDIDATES",
    "COMMITTEE",
    "MEMBERS",
    "OFFERED",
    "REFERENCES",
    "SEED",
    "WITHOUT_OFFSETS",
    "Candidate",
    "ColumnSet",
]
