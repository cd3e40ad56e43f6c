"""Keys as the window writes them, "B♭ minor"; files have "Bb minor"."""

from core.harmony.key_names import key_name


def key_text(name: str) -> str:
    """Return a key with the signs of notation; return any other text unchanged."""
    if key_name(name) != name:
        return name
    tonic, _, mode = name.partition(" ")
    return f"{tonic.replace('b', '♭').replace('#', '♯')} {mode}"
