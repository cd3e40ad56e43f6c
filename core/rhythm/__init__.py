"""Rhythm: onset strength, tempo, beats and downbeats."""
