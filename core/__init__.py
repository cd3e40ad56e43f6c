"""What a piece of music is made of: decoding, analysis, genre. Nothing in here imports Qt."""

__version__ = "0.1.0"
