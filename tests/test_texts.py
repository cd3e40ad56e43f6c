"""Texts of the window: each is given to `tr`, each is translated, and a translation says what the English text says."""

import ast
import re
import string
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QTranslator

from desktop.actions import Needs
from desktop.languages import LANGUAGES
from desktop.main_window import ALL_ACTIONS
from desktop.menus import MENUS, SUBMENUS
from tools.languages import FOLDER, texts_of_source, texts_of_tables, translations

ROOT = Path(__file__).resolve().parent.parent
TRANSLATED = [code for code in LANGUAGES if code != "en"]
SPOKEN_ON_A_TERMINAL = (
    "desktop/benchmarks/", "desktop/sheet/command.py", "desktop/script.py", "desktop/display.py", "desktop/__main__.py",
    "desktop/app.py",
)  # fmt: skip
STYLE = ("desktop/widgets/style.py",)
NOT_SHOWN = frozenset(
    [
        "tr",
        "getattr",
        "setattr",
        "get",
        "open",
        "startswith",
        "endswith",
        "replace",
        "split",
        "join",
        "partition",
        "removesuffix",
        "removeprefix",
        "strip",
        "Field",
        "Signal",
        "cast",
        "compile",
        "search",
        "sub",
        "fullmatch",
        "finditer",
        "setObjectName",
        "setProperty",
        "findChild",
        "themed_icon",
        "icon",
        "resource_path",
        "setStyleSheet",
        "QKeySequence",
        "debug",
        "info",
        "warning",
        "exception",
        "error",
        "log",
        "getLogger",
        "local_number",
        "with_name",
        "load",
        "column_of",
        "Literal",
        "TypeVar",
        "import_module",
        "text_of",
        "setStyle",
        "write_png",
        "write_pdf",
        "set_words",
        "strftime",
        "Formatter",
        "cast",
        "_log",
        "TypeAlias",
        "setCreator",
        "QColor",
        "QSettings",
        "setData",
        "hasFormat",
    ]
)
"""Functions whose texts no person reads: names, patterns, style sheets, the log."""

KEYS_OF_A_KEYBOARD = frozenset(
    ["Space", "Esc", "Del", "Ins", "Home", "End", "Left", "Right", "Up", "Down", "Backspace", "Return", "Enter"]
)
NAMES = frozenset(
    {
        "Groovescope",
        "English",
        "Deutsch",
        "Español",
        "night train",
        '"night train"',
        "library seen",
        "0 mean",
        "0 range",
        "Not handled",
        "Block",
        "Source",
    }
)
"""Names of programs, languages and abilities, and an example of a filter."""


def is_text(text: str) -> bool:
    """Whether a literal reads like something for a person: words, or one with a capital."""
    text = text.strip()
    if text in KEYS_OF_A_KEYBOARD | NAMES | set(get_args(Needs)) or not re.search(r"[A-Za-z]{2}", text):
        return False
    if re.search(r"[{};<>]|\[|^(label|genre|language|step|metre)[:_]", text):
        return False  # style sheets, types, and words of filters and of keys
    return " " in text or bool(re.fullmatch(r"&?[A-Z][a-z&]+([- ’'a-z]*)[…:.?]?", text))


class TextsOutsideTr(ast.NodeVisitor):
    """Collects the literals of a module that read like a text and are not given to `tr`."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # a docstring
            self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for one in [*node.args.defaults, *node.args.kw_defaults, *node.body]:
            if one is not None:
                self.visit(one)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)

    def visit_Compare(self, node: ast.Compare) -> None:
        for one in (node.left, *node.comparators):
            if not isinstance(one, ast.Constant | ast.Tuple):
                self.visit(one)

    def visit_Dict(self, node: ast.Dict) -> None:
        for value in node.values:
            self.visit(value)

    def visit_Raise(self, node: ast.Raise) -> None:
        """A mistake of ours goes to the log."""

    def visit_Assert(self, node: ast.Assert) -> None:
        """The same."""

    def visit_match_case(self, node: ast.match_case) -> None:
        for one in node.body:
            self.visit(one)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        self.visit(node.func)
        for one in [*node.args, *(keyword.value for keyword in node.keywords)]:
            if not (name in NOT_SHOWN and isinstance(one, ast.Constant | ast.JoinedStr)):
                self.visit(one)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        text = "".join(str(one.value) if isinstance(one, ast.Constant) else "0" for one in node.values)
        letters = " ".join(str(one.value) for one in node.values if isinstance(one, ast.Constant))
        if re.search(r"[A-Za-z]{2}", letters) and is_text(text):
            self.found.append((node.lineno, text))
        for one in node.values:
            if isinstance(one, ast.FormattedValue):
                self.visit(one.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and is_text(node.value):
            self.found.append((node.lineno, node.value))


def texts_outside_tr(source: str) -> list[str]:
    """Return the texts of a module that are not given to `tr`."""
    visitor = TextsOutsideTr()
    visitor.visit(ast.parse(source))
    return [text for _, text in visitor.found]


@pytest.mark.parametrize(
    "line",
    [
        'button.setText("Open folder…")',
        'label = QLabel("Tempo")',
        'box.setToolTip(f"{n} rows of {name}")',
        'TITLES = {"a": "Nothing found"}',
        'text = tr("Open") if done else "Not yet"',
    ],
)
def test_the_rule_finds_texts_outside_tr(line: str) -> None:
    assert len(texts_outside_tr(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        '"""Docstring of a module."""',
        'button.setText(tr("Open folder…"))',
        'widget.setObjectName("A Name")',
        'if key == "Some Key": pass',
        'raise ValueError("Not a text for a person")',
        'x: "list[Some Type]" = []',
    ],
)
def test_the_rule_leaves_names_alone(line: str) -> None:
    assert texts_outside_tr(line) == []


def test_every_text_of_the_window_is_given_to_tr() -> None:
    found = []
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith((*SPOKEN_ON_A_TERMINAL, *STYLE)):
            found += [f"{name}: {text}" for text in texts_outside_tr(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_is_collected_and_translated(code: str) -> None:
    known = dict(translations(FOLDER / f"{code}.ts"))
    wanted = texts_of_source() | texts_of_tables()
    assert wanted - set(known) == set(), "run: python3 run.py languages"
    assert [text for text in wanted if not known[text]] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_compiled_file_says_what_the_other_says(code: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"{code}.qm"))
    wrong = [
        text
        for text, translation in translations(FOLDER / f"{code}.ts")
        if (translator.translate("", text) or text) != translation
    ]
    assert wrong == [], "run: python3 run.py languages"


def fields(text: str) -> Counter[tuple[str, str]]:
    return Counter((name, spec or "") for _, name, spec, _ in string.Formatter().parse(text) if name is not None)


def edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_has_the_fields_the_edges_and_the_access_key_of_the_text(code: str) -> None:
    wrong: list[str] = []
    for text, translation in translations(FOLDER / f"{code}.ts"):
        if set(fields(text)) != set(fields(translation)) or edges(text) != edges(translation):
            wrong.append(text)
        if len(access_keys(text)) != len(access_keys(translation)):
            wrong.append(text)
    assert wrong == []


def access_keys(text: str) -> list[str]:
    return re.findall(r"&(\w)", text)


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_menu_entry_of_a_translation_can_be_reached_by_a_letter_of_its_own(code: str) -> None:
    said = dict(translations(FOLDER / f"{code}.ts"))
    texts = {spec.key: spec.text for spec in ALL_ACTIONS} | {key: title for key, (title, _) in SUBMENUS.items()}
    menus = {**MENUS, "bar": ()}
    wrong = []
    for title, keys in menus.items():
        entries = [texts[key] for key in keys if key is not None] if keys else list(MENUS)
        # An entry with a number inside is made from a text with a field, which has no other letter.
        letters = Counter(letter.lower() for text in entries if text in said for letter in access_keys(said[text]))
        wrong += [f"{title}: {letter}" for letter, count in letters.items() if count > 1]
    assert wrong == []
