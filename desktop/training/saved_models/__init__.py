"""The Models step: saving, comparing and describing genre models."""
