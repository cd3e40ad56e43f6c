"""How a piece is built along time: its sections, and its loudness."""
