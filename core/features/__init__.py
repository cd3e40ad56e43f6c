"""The feature tables: their columns, the passages that are their rows, and the numbers in them."""
