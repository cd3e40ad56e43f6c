"""Whole songs with their annotations, rendered to judge keys, chords and sections by."""
