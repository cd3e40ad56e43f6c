"""Audio files: finding them, fetching them, decoding them, and the waveform they show."""
