"""Rows of features with labels to learn from: read from a table or folders, examined, mended on record."""

from core.dataset.dataset import Dataset, DatasetSource, Remedy
from core.dataset.loading import load_table
from core.dataset.remedies import apply
from core.errors import DatasetError

__all__ = ["Dataset", "DatasetError", "DatasetSource", "Remedy", "apply", "load_table"]
