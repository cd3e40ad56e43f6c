"""Every sentence that the errors and notes of the program can say, found by its code.

The sentences stand in one module a room, each a mapping from a code ("audio.empty") to a `str.format` template, and
nowhere else: what raises an error names the code and its arguments, what decides something compares codes. They are
English here and translated when a text is made.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from numbers import Integral, Real
from pathlib import Path, PurePath

from core.language import filled, tr
from core.messages.plural import Plural, Texts


class Message:
    """Code and arguments of something to be told; its text is made from them when it is asked for.

    Attributes
    ----------
    code : dotted, room first ("audio.empty"); what decides something looks at this, never at the text
    arguments : what the template's fields stand for; plain values, which can be sent to another process
    """

    code: str
    arguments: dict[str, object]

    def __str__(self) -> str:
        return text_of(self.code, self.arguments)

    def as_note(self) -> "Note":
        """Return code and arguments alone: of an error, without its traceback and what that keeps alive."""
        return Note(self.code, **self.arguments)


class Note(Message):
    """Something that a person should know about a clip, a data set, a prediction or a batch.

    Notes are immutable, equal when code and arguments are, and are sent between processes as they are.

    Parameters
    ----------
    code : dotted, room first
    arguments : values of the template's fields, by name
    """

    def __init__(self, code: str, /, **arguments: object) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "arguments", plain(arguments))

    def __setattr__(self, name: str, _value: object) -> None:
        raise AttributeError(f"a note's {name} cannot be changed")

    def __reduce__(self) -> tuple[object, ...]:
        return note_of, (self.code, self.arguments)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Note) and (self.code, self.arguments) == (other.code, other.arguments)

    def __hash__(self) -> int:
        return hash(self.code)

    def __repr__(self) -> str:
        return f"Note({self.code!r}, {self.arguments!r})"


def note_of(code: str, arguments: Mapping[str, object]) -> Note:
    """Return a note that was stored or sent as its code and its arguments."""
    return Note(code, **arguments)


def text_of(code: str, arguments: Mapping[str, object]) -> str:
    """Return the sentence of `code` with its arguments filled in.

    A code or an argument that the table does not know, as a worker of another version may send it, is shown as it is:
    telling of an error must not end in another one.
    """
    template = table().get(code)
    if isinstance(template, Plural):
        template = template.one if arguments.get(template.by) == 1 else template.many
    try:
        if template is not None:
            if not arguments:
                filled(template, arguments)  # raises where the template has fields
            return tr(template, **arguments)
    except (KeyError, ValueError, TypeError):
        pass
    values = ", ".join(f"{name}: {value}" for name, value in arguments.items())
    return f"{code} ({values})" if values else code


@lru_cache(maxsize=1)
def table() -> Texts:
    """Return all templates by code; read when the first text is made, not with the first import."""
    from core.messages import (
        audio,
        command,
        dataset,
        estimator,
        export,
        genre,
        library,
        model,
        playback,
        program,
        reference,
        rhythm,
        search,
        tags,
        training,
        workers,
    )

    rooms = (
        audio, command, dataset, estimator, export, genre, library, model, playback, program, reference, rhythm, search,
        tags, training, workers,
    )  # fmt: skip
    return {code: template for room in rooms for code, template in room.TEXTS.items()}


def plain(arguments: Mapping[str, object]) -> dict[str, object]:
    """Return arguments as plain values: texts, numbers, paths, messages and tuples of them; anything else as its text.

    A number of NumPy becomes Python's, since a template formats it, and the exception of a library its text, since it
    may not survive the way to another process.
    """
    return {name: _plain(value) for name, value in arguments.items()}


def _plain(value: object) -> object:
    match value:
        case None | bool():
            return value
        case Message():
            return value.as_note()
        case Integral():
            return int(value)
        case Real():
            return float(value)
        case PurePath():
            return Path(value)
        case str():
            return str(value)
        case list() | tuple():
            return tuple(_plain(one) for one in value)
    return str(value)


def texts(messages: Iterable[Message]) -> list[str]:
    """Return the text of each message."""
    return [str(message) for message in messages]
