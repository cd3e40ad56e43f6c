"""Why a classifier says what it says: which groups of columns matter, reasons for one song, single trees."""

from core.explanation.column_groups import ColumnGroup, column_groups
from core.explanation.importance import Importance, importances
from core.explanation.reasons import Reasons, reasons_for
from core.explanation.trees import Tree, TreeNode, tree_of, trees_in

__all__ = [
    "ColumnGroup",
    "Importance",
    "Reasons",
    "Tree",
    "TreeNode",
    "column_groups",
    "importances",
    "reasons_for",
    "tree_of",
    "trees_in",
]
