"""How texts are compared: without case and accents."""

import unicodedata


def fold(text: str) -> str:
    """`text` without case and accents, so that "Björk" is found by "bjork"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def printable(text: str) -> str:
    """`text` as a database can hold it: what is no valid Unicode (a name on disk may hold any bytes) is replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")
