"""What can be wrong with a model file."""


class ModelError(Exception):
    """A model that cannot be used; its text is one line for a person: what is wrong, what to do."""


def printable(text: str, length: int) -> str:
    """At most `length` characters of a text that a stranger wrote, safe for a terminal and on one line."""
    return "".join(character if character.isprintable() else "�" for character in text[:length])
