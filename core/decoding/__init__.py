"""The decoders: bytes of any file to the analysis signal. `core.audio` is the front; nothing here runs on import."""
