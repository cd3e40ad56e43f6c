"""Lengths of time as text."""


def clock(seconds: float) -> str:
    """Return a length as 3:05, or 1:02:03 from an hour on."""
    whole = round(seconds)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}" if hours else f"{minutes}:{second:02d}"
