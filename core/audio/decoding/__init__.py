"""The decoders: bytes of any file to the analysis signal. `core.audio.clip` is the front."""
