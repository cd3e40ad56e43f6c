"""The tables of the clip tab."""
