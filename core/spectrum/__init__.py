"""The shared spectral pass: STFT, mel, chroma, harmonic-percussive separation and constant-Q transform."""
