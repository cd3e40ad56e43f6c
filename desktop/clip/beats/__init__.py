"""Correcting beats: the beat bar, the edit mode with its tools and gestures, taps, proposals."""
