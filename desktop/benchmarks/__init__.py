"""Benchmarks of the window: command ."""
