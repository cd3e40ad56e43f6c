"""Sections in the clip tab: their lane, their edits, and where these are kept."""
