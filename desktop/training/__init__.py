"""The training tab: from a table or folders of songs to a classifier that one can believe."""
