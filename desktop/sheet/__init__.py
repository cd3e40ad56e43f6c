"""Song sheets: one printed page for each piece, as PDF or PNG, with or without a window."""
