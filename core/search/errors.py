"""What can be wrong with a search before it begins."""


class SearchError(Exception):
    """A search that cannot be done; the text is one line for a person: what is wrong, what to do."""
