"""Widgets and looks that every tab uses."""
