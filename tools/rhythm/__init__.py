"""Developers' commands for the beat net: render training music, train on it, write the model file."""
