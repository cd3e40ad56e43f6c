"""Harmony: the key of a piece."""
