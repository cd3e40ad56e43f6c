"""Rules about the code that no linter knows: errors and notes have codes, and nothing decides by a text.

Each rule is a function from the syntax tree of a file to what is wrong in it, so that it is tried on a few lines here
and then on the whole program.
"""

import ast
import importlib
import pkgutil
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import core.errors
import core.messages
from core.errors import ProgramError
from core.messages import Plural, Texts

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("core", "desktop", "tools")
UNCHECKED = {"core/errors.py", "core/messages/__init__.py"}
"""They pass on the codes that others name."""

BY_VARIABLE = {
    "core/audio/decoding/imposters.py": "the codes stand in its table of how files begin; none takes an argument",
}
"""Files in which a code may stand in a variable, with the reason."""


@dataclass(frozen=True)
class Source:
    """One file of the program."""

    name: str
    tree: ast.Module


@cache
def program() -> tuple[Source, ...]:
    """Return every file of the program, parsed."""
    paths = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    return tuple(Source(path.relative_to(ROOT).as_posix(), ast.parse(path.read_bytes())) for path in paths)


# --- codes and their templates ----------------------------------------------------------------------------------------


@cache
def kinds() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return by name the classes that take a code, with the fields added elsewhere and the arguments not shown."""
    none: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    found = {"Note": none}
    for name, kind in vars(core.errors).items():
        if isinstance(kind, type) and issubclass(kind, ProgramError):
            found[name] = (kind.added, kind.beside)
    while True:  # until no class derives from one that is known
        derived = {
            node.name
            for source in program()
            for node in ast.walk(source.tree)
            if isinstance(node, ast.ClassDef) and any(_name(base) in found for base in node.bases)
        }
        if derived <= set(found):
            return found
        found |= dict.fromkeys(derived - set(found), none)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def kinds_in(source: Source) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return `kinds()` as a file means them: one about music may have a `Note` of its own."""
    is_music = any(
        (isinstance(node, ast.ClassDef) and node.name == "Note")
        or (
            isinstance(node, ast.ImportFrom)
            and node.module != "core.messages"
            and any(alias.name == "Note" for alias in node.names)
        )
        for node in ast.walk(source.tree)
    )
    return {name: kind for name, kind in kinds().items() if not (is_music and name == "Note")}


def fields(template: str | Plural) -> frozenset[str]:
    """Return the names of the fields of a template."""
    if isinstance(template, Plural):
        return fields(template.one) | fields(template.many) | {template.by}
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)


def wrong_codes(source: Source, table: Texts) -> Iterator[str]:
    """Yield every error or note whose code is not in the table, or whose arguments are not those of its template."""
    known = kinds_in(source)
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or _name(node.func) not in known:
            continue
        where, given = f"{source.name}:{node.lineno}", {keyword.arg for keyword in node.keywords}
        if len(node.args) != 1 or None in given:
            yield f"{where}: give one code, and each argument by name"
            continue
        codes = list(constants(node.args[0]))
        added, beside = known[_name(node.func)]
        if not codes and source.name not in BY_VARIABLE:
            yield f"{where}: the code is not written out"
        for code in codes:
            if code not in table:
                yield f"{where}: core.messages has no “{code}”"
            elif given != (fields(table[code]) - added) | beside:
                yield f"{where}: “{code}” takes {sorted(fields(table[code]))}, not {sorted(map(str, given))}"


def constants(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an argument can be: one, or either of a conditional expression."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


def used_codes(source: Source) -> Iterator[str]:
    """Yield the codes that a file names where it makes an error or a note."""
    known = kinds_in(source)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and _name(node.func) in known and node.args:
            yield from constants(node.args[0])
        elif source.name in BY_VARIABLE and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def parsed(text: str) -> Source:
    """Return lines of code as a file of the program."""
    return Source("core/some.py", ast.parse(text))


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('AudioError("audio.empty", name=name)', ""),
        ('errors.AudioError("audio.empty" if n else "audio.no_samples", name=name)', ""),
        ('UnreadableError("audio.empty")', ""),
        ('AudioError(f"{name} is empty.")', "not written out"),
        ('AudioError("is empty")', "has no “is empty”"),
        ('AudioError("audio.empty")', "takes ['name'], not []"),
        ('AudioError("audio.empty", name=name, size=0)', "takes ['name'], not ['name', 'size']"),
        ('UnreadableError("audio.empty", name=name)', "takes ['name'], not ['name']"),
        ('AudioError("audio.empty" if n else "audio.nothing", name=name)', "has no “audio.nothing”"),
        ('AudioError("audio.empty", **arguments)', "each argument by name"),
        ('Note("audio.not_finite", n=3)', "takes ['count'], not ['n']"),
    ],
)
def test_the_rule_finds_codes_and_arguments_that_do_not_fit(line: str, complaint: str) -> None:
    found = list(wrong_codes(parsed(line), core.messages.table()))
    assert len(found) == bool(complaint) and all(complaint in one for one in found)


def test_a_note_of_music_is_no_message() -> None:
    table = core.messages.table()
    assert list(wrong_codes(parsed("Note(60, 1.0)"), table))
    assert not list(wrong_codes(parsed("from tools.rhythm.score import Note\nNote(60, 1.0)"), table))


def test_every_error_and_note_has_a_code_of_the_table_and_just_its_arguments() -> None:
    table = core.messages.table()
    assert not [one for source in program() if source.name not in UNCHECKED for one in wrong_codes(source, table)]


def test_every_template_is_used() -> None:
    used = {code for source in program() for code in used_codes(source)}
    assert not set(core.messages.table()) - used


def test_the_table_holds_every_room_and_each_code_begins_with_its_room() -> None:
    rooms = {module.name for module in pkgutil.iter_modules(core.messages.__path__)} - {"plural"}
    of_rooms = {room: importlib.import_module(f"core.messages.{room}").TEXTS for room in rooms}
    assert all(code.startswith(f"{room}.") for room, texts in of_rooms.items() for code in texts)
    assert set(core.messages.table()) == {code for texts in of_rooms.values() for code in texts}


# --- nothing decides by a text ----------------------------------------------------------------------------------------

TEXTS_FOR_PEOPLE = {"busy_with", "caption", "explanation", "message", "note", "problem", "reason", "remark", "title"}
"""Names of what is shown to a person, and therefore tells a program nothing."""

BY_TEXT = {
    "tools/studio.py": "waits until the picture no longer shows a state",
}
"""Files that may look into a text, with the reason."""

DECIDING_METHODS = {"startswith", "endswith", "find", "index", "count"}


def is_text_for_people(node: ast.expr) -> bool:
    """Whether an expression is the text of something, or of an error, that a person reads."""
    if isinstance(node, ast.Call):
        called = _name(node.func)
        if called == "str" and node.args:  # the text of an error or a note; numbers and paths have other names
            return _name(node.args[0]) in {"error", "problem", "exception", "note", "trouble", "exc", "e"}
        if isinstance(node.func, ast.Attribute) and called in {"lower", "casefold", "strip", "format_message"}:
            return called == "format_message" or is_text_for_people(node.func.value)
        return False
    return _name(node) in TEXTS_FOR_PEOPLE


def is_class_name(node: ast.expr) -> bool:
    """Whether an expression is the name of a class, `type(error).__name__`."""
    return isinstance(node, ast.Attribute) and node.attr in {"__name__", "__qualname__"}


def decisions_by_text(source: Source) -> Iterator[str]:
    """Yield every place that looks into a text for a person, or compares the name of a class."""
    named = {  # names that stand for the name of a class in the same file
        target.id
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Assign) and is_class_name(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(source.tree):
        where = f"{source.name}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in DECIDING_METHODS:
            if is_text_for_people(node.func.value):
                yield f"{where}: .{node.func.attr}() looks into a text for a person"
        elif isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if isinstance(node.ops[0], ast.In | ast.NotIn):
                if is_text_for_people(sides[1]) or (_name(sides[1]) == "text" and _is_word(sides[0])):
                    yield f"{where}: “in” looks into a text for a person"
            elif any(is_text_for_people(one) for one in sides) and any(_is_words(one) for one in sides):
                yield f"{where}: a text for a person is compared"
            literal = any(isinstance(one, ast.Constant | ast.Tuple | ast.Set | ast.List) for one in sides)
            by_name = any(is_class_name(one) or _name(one) in named for one in sides)
            if by_name and literal and not _is_main(node):
                yield f"{where}: a class is recognised by its name"


def _is_main(node: ast.Compare) -> bool:
    return isinstance(node.left, ast.Name) and node.left.id == "__name__"


def _is_word(node: ast.expr) -> bool:
    """Whether a constant is a word of a language, not a sign that is looked for in any kind of text."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) > 2


def _is_words(node: ast.expr) -> bool:
    """Whether a constant is a sentence or a heading; the empty text is how a text is absent."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(node.value)
    return isinstance(node, ast.Name) and node.id.isupper()


@pytest.mark.parametrize(
    "line",
    [
        'if "damaged" in str(error): pass',
        'if "damaged" in text: pass',
        "notes = [note for note in notes if any(word in note.lower() for word in TELLING)]",
        'if "No module named" in str(problem): pass',
        'if "no difference" not in self.explanation: pass',
        'if session.busy_with.startswith("Reading"): pass',
        'if reason.startswith(("Leave out", "Left out")): pass',
        'if str(error).lower().startswith("no space"): pass',
        'if type(error).__name__ == "FilterError": pass',
        'kind = type(problem).__name__\nif kind in ("KilledWorker", "CommClosedError"): pass',
        'kinds = [base for base in kind.__mro__ if base.__name__ == "ClickException"]',
        "others = [one for one in remedies if one.title != BY_HAND]",
        'wanted = problem.message == "disk full"',
    ],
)
def test_the_rule_finds_decisions_by_a_text(line: str) -> None:
    assert len(list(decisions_by_text(parsed(line)))) == 1


@pytest.mark.parametrize(
    "line",
    [
        'if error.code == "library.damaged": pass',
        "if isinstance(error, FilterError): pass",
        'if name.startswith("mfcc"): pass',
        'if reason == "" or not title: pass',
        "text = str(error) or type(error).__name__",
        'log = logging.getLogger(__name__)\nif __name__ == "__main__": pass',
        'if ".wav" in path.name: pass',
        "if name in text or '=' in text: pass",
    ],
)
def test_the_rule_leaves_codes_names_and_absent_texts_alone(line: str) -> None:
    assert not list(decisions_by_text(parsed(line)))


def test_nothing_decides_by_a_text_for_a_person_or_by_the_name_of_a_class() -> None:
    found = {source.name: list(decisions_by_text(source)) for source in program()}
    assert not [one for name, places in found.items() if name not in BY_TEXT for one in places]
    assert not [name for name in BY_TEXT if not found[name]], "needs no exception any more"


# --- unforeseen errors ------------------------------------------------------------------------------------------------

RAW = {"core/workers/process.py": "an exception that cannot be sent is sent as its name and text, to be logged"}
"""Files that may put class and text of an exception together, with the reason."""


def raw_texts(source: Source) -> Iterator[str]:
    """Yield where the text of any exception is shown, which `core.errors.reason_for` makes into one for a person.

    Found are the name of an exception's class in a text, and slots of a task's failure that show what they get.
    """
    for node in ast.walk(source.tree):
        if isinstance(node, ast.JoinedStr):
            yield from (f"{source.name}:{node.lineno}" for part in node.values if _is_class_name(part))
        elif isinstance(node, ast.Call) and _is_failure_slot(node.func):
            for slot in (one for one in node.args if isinstance(one, ast.Lambda) and one.args.args):
                name = slot.args.args[0].arg
                yield from (f"{source.name}:{node.lineno}" for part in ast.walk(slot.body) if _shows(part, name))


def _is_class_name(part: ast.expr) -> bool:
    """Return whether a part of a text is `type(problem).__name__`."""
    value = part.value if isinstance(part, ast.FormattedValue) else None
    return (
        isinstance(value, ast.Attribute)
        and value.attr == "__name__"
        and isinstance(value.value, ast.Call)
        and _name(value.value.func) == "type"
    )


def _is_failure_slot(function: ast.expr) -> bool:
    """Return whether a call is `task.failed.connect(…)`."""
    return isinstance(function, ast.Attribute) and function.attr == "connect" and _name(function.value) == "failed"


def _shows(part: ast.AST, name: str) -> bool:
    if isinstance(part, ast.FormattedValue):
        return _is_named(part.value, name)
    return isinstance(part, ast.Call) and _name(part.func) == "str" and any(_is_named(one, name) for one in part.args)


def _is_named(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ('reason = f"it failed ({type(problem).__name__}: {problem})"', 1),
        ('task.failed.connect(lambda error: show(f"Not saved: {error}"))', 1),
        ("task.failed.connect(lambda error: show(str(error)))", 1),
        ('task.failed.connect(lambda error: show_failure("Not saved", error))', 0),
        ("task.failed.connect(lambda error: show(reason_for(error)))", 0),
        ('shown = f"{type(self).__name__} of {n}"', 1),
        ('task.succeeded.connect(lambda path: show(f"Saved as {path}"))', 0),
    ],
)
def test_the_rule_finds_texts_of_any_exception(line: str, count: int) -> None:
    assert len(list(raw_texts(parsed(line)))) == count


def test_no_text_of_an_exception_that_was_not_foreseen_is_shown() -> None:
    found = {source.name: list(raw_texts(source)) for source in program()}
    assert not [one for name, places in found.items() if name not in RAW for one in places]
    assert not [name for name in RAW if not found[name]], "needs no exception any more"
