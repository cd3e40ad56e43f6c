"""What can be wrong with a library; the text of each is one line for a person: what is wrong, what to do."""


class CatalogueError(Exception):
    """The catalogue cannot be opened, read or written."""


class FilterError(ValueError):
    """A filter text that cannot be understood."""
