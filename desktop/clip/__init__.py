"""The clip tab: one piece of music, its picture, its tables and its genres."""
