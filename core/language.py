"""The language of what a person reads in the window: texts translated, numbers written as that language writes them.

Texts are English in the source, inside `tr`, where they are used. The command line and worker processes stay
English, since `choose` is called in the process of the window alone. A worker's text, such as its progress, is made
again in the language in use when it arrives in the window: see `Text`.
"""

import multiprocessing
import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from numbers import Real


@dataclass(frozen=True)
class Language:
    """A language that texts are shown in.

    Attributes
    ----------
    code : of ISO 639, such as "de"
    translate : returns the translation of an English text, or an empty text where there is none
    decimal_point, group_separator : of numbers
    """

    code: str
    translate: Callable[[str], str]
    decimal_point: str = "."
    group_separator: str = ","

    @property
    def separators(self) -> Mapping[int, str]:
        """What stands in place of the two signs of Python's numbers, for `str.translate`."""
        return {ord("."): self.decimal_point, ord(","): self.group_separator}


ENGLISH = Language("en", str)


class _Choice:
    """The language in use, and whether a text was asked for already."""

    language = ENGLISH
    is_used = False


def choose(language: Language) -> None:
    """Show every text in this language from now on.

    Some texts are read once, when their module is imported. The choice therefore comes before the first text.

    Raises
    ------
    RuntimeError
        if a text was asked for before
    """
    if _Choice.is_used:
        raise RuntimeError("a text was asked for before the language was chosen: choose it before importing views")
    _Choice.language = language


def chosen() -> Language:
    """Return the language in use."""
    return _Choice.language


class Text(str):
    """An English text of a worker process that another process, which receives it, makes in its own language.

    Attributes
    ----------
    template, values : what it was made of
    """

    template: str
    values: Mapping[str, object]

    __slots__ = ("template", "values")

    def __reduce__(self) -> tuple[object, ...]:
        return _received, (self.template, dict(self.values))


def _received(template: str, values: dict[str, object]) -> str:
    return tr(template, **values)


def _made(text: str, template: str, values: Mapping[str, object]) -> str:
    if multiprocessing.parent_process() is None:
        return text
    made = Text(text)
    made.template = template
    made.values = {name: one if isinstance(one, (str, Real)) else str(one) for name, one in values.items()}
    return made


def tr(text: str, /, **values: object) -> str:
    """Return a text in the language in use, in English where it has no translation, and fill in its fields.

    Parameters
    ----------
    text : English text, a literal wherever it is to be collected for translation
    values : what its fields stand for, as in `str.format`; without any, the text is returned as it is

    Examples
    --------
    >>> tr("{n_bars:,} bars of {interval:.2f} s", n_bars=1200, interval=2.5)
    '1,200 bars of 2.50 s'
    """
    _Choice.is_used = True
    language = _Choice.language
    if language is ENGLISH:
        return _made(text.format_map(values) if values else text, text, values)
    translation = language.translate(text) or text
    return filled(translation, values) if values else translation


def filled(template: str, values: Mapping[str, object]) -> str:
    """Fill the fields of a template that is in the language in use already."""
    if _Choice.language is ENGLISH:
        return template.format_map(values)
    return _WRITER.vformat(template, (), values)


def local_number(value: float, spec: str = "") -> str:
    """Return a number as the language in use writes it; `spec` as in `format`."""
    written = format(value, spec)
    if _Choice.language is ENGLISH:
        return _made(written, f"{{value:{spec}}}", {"value": value})
    return written.translate(_Choice.language.separators)


def joined(texts: Sequence[str], separator: str = ", ") -> str:
    """Return texts in a row; those of a worker are still made in the language of the window."""
    fields = {f"text_{place}": text for place, text in enumerate(texts)}
    return _made(separator.join(texts), separator.join(f"{{{name}}}" for name in fields), fields)


class _Writer(string.Formatter):
    """Fills in numbers as the language in use writes them."""

    def format_field(self, value: object, format_spec: str) -> str:
        written = str(super().format_field(value, format_spec))
        is_number = isinstance(value, Real) and not isinstance(value, bool)
        return written.translate(_Choice.language.separators) if is_number else written


_WRITER = _Writer()
