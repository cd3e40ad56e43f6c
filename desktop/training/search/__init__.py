"""The Search step: the grid, its board and its progress."""
