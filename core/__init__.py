"""What a piece of music is made of: decoding, analysis, genre. Nothing in here imports Qt."""

import os

# onnxruntime sends usage data to its maker from the moment it is imported, unless told otherwise before.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__version__ = "0.1.0"
