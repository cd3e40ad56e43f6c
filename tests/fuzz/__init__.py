"""Thousands of mutated files through the project's own workers: `python -m tests.fuzz --files 2000 --seed 1`."""
