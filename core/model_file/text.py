"""Text that a stranger wrote into a model file."""


def printable(text: str, length: int) -> str:
    """Return at most `length` characters of a text that a stranger wrote, safe for a terminal and on one line."""
    return "".join(character if character.isprintable() else "�" for character in text[:length])
