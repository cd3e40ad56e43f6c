"""Texts of the window for those who translate: collected with Qt's `lupdate`, compiled with `lrelease`.

`python3 run.py languages` renews `resources/languages/*.ts` from the source, keeping what is translated, and makes the
`*.qm` beside them, which the program reads. A `.ts` file is edited with Qt Linguist or any editor.
"""

import ast
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.system import SetupError, say

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "languages"
ROOMS = ("core", "desktop")
LANGUAGES = ("de", "es")
APART = ("core/commandline", "core/benchmarks", "desktop/benchmarks")
"""What speaks English on a terminal."""


def main(arguments: Sequence[str]) -> int:
    """Renew the files of all languages; the exit code is 1 where a text has no translation."""
    if arguments:
        say("usage: python3 run.py languages")
        return 2
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder) / "tables.py"
        tables.write_text("".join(f"tr({text!r})\n" for text in sorted(texts_of_tables())), encoding="utf-8")
        listing = Path(folder) / "files.lst"
        listing.write_text("\n".join(map(str, [*sources(), tables])), encoding="utf-8")
        for language in LANGUAGES:
            _run(
                "lupdate", f"@{listing}", "-no-obsolete", "-locations", "none",
                "-sort-messages", "-source-language", "en", "-target-language", language,
                "-ts", str(FOLDER / f"{language}.ts"),
            )  # fmt: skip
    missing = 0
    for language in LANGUAGES:
        path = FOLDER / f"{language}.ts"
        _run("lrelease", "-silent", "-removeidentical", str(path), "-qm", str(path.with_suffix(".qm")))
        texts = dict(translations(path))
        left = sum(not text for text in texts.values())
        missing += left
        say(f"{language}: {len(texts):,} texts, {left:,} without a translation")
    return 1 if missing else 0


def translations(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each English text of a `.ts` file with its translation, empty where there is none."""
    for entry in ET.parse(path).getroot().iter("message"):  # noqa: S314  our own file
        translation = entry.find("translation")
        done = translation is not None and translation.get("type") != "unfinished"
        yield entry.findtext("source") or "", (translation.text or "") if done and translation is not None else ""


def sources() -> list[Path]:
    """Return the files whose texts a person reads in the window."""
    files = (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    return [path for path in files if not path.relative_to(ROOT).as_posix().startswith(APART)]


def texts_of_source() -> set[str]:
    """Return every text that the source gives to `tr`, read by Python itself."""
    found = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                text = node.args[0] if node.args else None
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    found.add(text.value)
    return found


def texts_of_tables() -> set[str]:
    """Return the texts that stand in tables of core and are translated where the window shows them."""
    from core.analysis.chording import CHORD, STRENGTH
    from core.doctor.examine import CHECKS, FROM_READING
    from core.estimators.baselines import BASELINES
    from core.estimators.grids import GRIDS
    from core.estimators.own import BALANCE_TITLES, SCALER_TITLES
    from core.explanation.column_groups import KINDS, MFCC_KINDS
    from core.features.columns import BAR_COLUMNS, BEAT_COLUMNS, SECTION_COLUMNS
    from core.features.words import WORDS
    from core.library import LIBRARY_COLUMNS
    from core.messages import table
    from core.messages.plural import Plural
    from core.search.plans import OPTIMISTIC

    found = {FROM_READING, OPTIMISTIC, *WORDS.values(), *BALANCE_TITLES.values(), *SCALER_TITLES.values()}
    for template in table().values():
        found |= {template.one, template.many} if isinstance(template, Plural) else {template}
    found |= {text for column in LIBRARY_COLUMNS for text in (column.title, column.definition)}
    found |= {
        text
        for column in (*BAR_COLUMNS, *BEAT_COLUMNS, *SECTION_COLUMNS, CHORD, STRENGTH)
        for text in (column.title, column.definition)
    }
    found |= {text for text, *_ in CHECKS} | {name for name, _ in KINDS} | {name for _, name in MFCC_KINDS}
    found |= {text for one in BASELINES for text in (one.name, one.description)} | {
        grid.base.description for grid in GRIDS.values()
    }
    return {text for text in found if any(letter.isalpha() for letter in text)}


def _run(program: str, *arguments: str) -> None:
    """Run one of Qt's tools, which PySide6 brings along."""
    path = shutil.which(f"pyside6-{program}", path=str(Path(sys.executable).parent)) or shutil.which(program)
    if path is None:
        raise SetupError(f"{program} is missing. It comes with PySide6: set the environment up again.")
    done = subprocess.run([path, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(f"{program} failed: {done.stderr.strip() or done.stdout.strip()}")
