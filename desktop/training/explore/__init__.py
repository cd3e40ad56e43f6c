"""The Explore step: columns by class, and the map of the songs."""
