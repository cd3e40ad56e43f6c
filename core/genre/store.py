"""The genre models of this user: a folder of model files, listed, added to, removed from, and one of them in use.

A model in the store is known by its name, which is its file's without the suffix; the shipped model's name is empty.
Whatever lies in the folder is listed: a file that cannot be used is an entry with its reason.
"""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.atomic import replacing, temporary_beside
from core.errors import ModelError
from core.features.recipe import RECIPE, RECIPES
from core.file_names import numbered, safe_name
from core.language import tr
from core.messages import Note
from core.model_file.container import SUFFIX, write_model_file
from models import shipped_model_path

if TYPE_CHECKING:
    from core.genre.passport import Passport

SHIPPED: Final = ""
"""Name of the model that the program ships with."""

_REMOVED: Final = ".removed"
_REMOVED_STAYS: Final = 30 * 24 * 3600.0


@dataclass(frozen=True)
class StoredModel:
    """One file of the store.

    Attributes
    ----------
    path : the file
    name : what it is known by; `SHIPPED` for the shipped one
    passport : what it says of itself; None where it cannot be used at all
    problem : why it cannot be used, one line; empty where it can
    unfit : why it cannot judge clips, one line that says what to do; empty where it can
    since : when it was saved or added, seconds since 1970; 0 for the shipped one
    """

    path: Path
    name: str
    passport: "Passport | None" = None
    problem: str = ""
    unfit: str = ""
    since: float = 0.0

    @property
    def is_shipped(self) -> bool:
        """Whether it is part of the program."""
        return self.name == SHIPPED

    @property
    def title(self) -> str:
        """What a person calls it."""
        return (
            tr("{name} (shipped)", name=self.passport.name)
            if self.is_shipped and self.passport is not None
            else self.name
        )


def models_folder() -> Path:
    """Where the models of this user lie; it may not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("groovescope", appauthor=False) / "models"


def model_path(name: str, folder: Path | None = None) -> Path:
    """Return the file of a model that is known by its name or its file's name, whether or not it exists."""
    if name == SHIPPED:
        return shipped_model_path()
    plain = Path(name).name
    return (folder or models_folder()) / (plain if plain.casefold().endswith(SUFFIX) else f"{plain}{SUFFIX}")


def find_model(given: Path) -> Path:
    """Return the file that is meant: `given` itself, or else the model of the store that is called so."""
    named = model_path(str(given)) if given.parent == Path() and given.name else given
    return given if given.exists() or not named.exists() else named


def list_models(folder: Path | None = None) -> tuple[StoredModel, ...]:
    """Return the shipped model, then those of the folder, the latest first."""
    folder = folder or models_folder()
    try:
        files = [one for one in folder.iterdir() if one.suffix.casefold() == SUFFIX and not one.name.startswith(".")]
    except OSError:
        files = []
    found = [look_at(path) for path in files]
    return (look_at(shipped_model_path(), SHIPPED), *sorted(found, key=lambda one: (-one.since, one.name)))


def look_at(path: Path, name: str | None = None) -> StoredModel:
    """Return what a file is as a model; a file that is none is an entry with its reason, not an exception."""
    try:
        state = path.stat()
    except OSError as problem:
        note = Note("model.not_looked_at", name=path.name, reason=problem.strerror)
        return StoredModel(path, path.stem if name is None else name, problem=str(note))
    changed = 0.0 if name == SHIPPED else state.st_mtime
    return _looked_at(path, path.stem if name is None else name, changed, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=256)
def _looked_at(path: Path, name: str, since: float, _changed: int, _size: int) -> StoredModel:
    from core.genre.model import load_model

    try:
        passport = load_model(path, recipes=None).passport
    except ModelError as problem:
        return StoredModel(path, name, problem=str(problem), since=since)
    return StoredModel(path, name, passport, unfit=why_unfit(name or path.stem, passport), since=since)


def why_unfit(name: str, passport: "Passport") -> str:
    """Why a sound model cannot judge clips, one line that says what to do; empty where it can."""
    foreign = [column for column in passport.columns if column not in RECIPES.get(passport.recipe, RECIPES[RECIPE])]
    if foreign:
        return str(Note("model.unfit_column", name=name, column=foreign[0]))
    if passport.recipe not in RECIPES:
        return str(Note("model.unfit_recipe", name=name, recipe=passport.recipe[:60], measured=RECIPE))
    return ""


# --- the one in use ---------------------------------------------------------------------------------------------------


def usable_model(path: Path | None) -> tuple[Path | None, Note | None]:
    """Return the model to ask about clips (None: the shipped one), and a note where it is not the one chosen."""
    if path is None:
        return None, None
    found = look_at(path)
    if not found.problem and not found.unfit:
        return path, None
    reason = found.problem or found.unfit if path.exists() else Note("genre.gone", name=found.name)
    return None, Note("genre.substituted", reason=reason)


# --- adding, removing, sharing ----------------------------------------------------------------------------------------


def add_model(file: Path, folder: Path | None = None) -> StoredModel:
    """Take a model file into the store: checked first, then written from what was checked, whole or not at all.

    Raises
    ------
    ModelError : one line, where it is no sound model, or the store cannot be written
    """
    from core.genre.model import load_model

    model = load_model(file, recipes=None)
    text = model.passport.to_json()
    return look_at(keep(file.stem, lambda part: write_model_file(part, text, model.graph), folder))


def keep(name: str, write: Callable[[Path], object], folder: Path | None = None) -> Path:
    """Have `write` write a model to a hidden file, then give it `name` in the store, or the next that is free.

    Raises
    ------
    ModelError : where the store cannot be written
    Whatever `write` raises; nothing is in the store then
    """
    folder = folder or models_folder()
    plain = safe_name(name, "model")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with temporary_beside(folder / plain) as part:
            write(part)
            return part.replace(_claimed(folder, plain))
    except OSError as problem:
        raise ModelError("model.not_saved", folder=folder, reason=problem.strerror) from None


def remove_model(path: Path) -> Path:
    """Put a model of the store aside, for a month at least; returns where, for `restore_model`.

    Raises
    ------
    ModelError : one line
    """
    if path == shipped_model_path():
        raise ModelError("model.is_shipped")
    aside = path.parent / _REMOVED
    try:
        aside.mkdir(exist_ok=True)
        _forget_removed(aside)
        target = _claimed(aside, path.stem)
        path.replace(target)
        target.touch()
    except OSError as problem:
        raise ModelError("model.not_removed", name=path.name, reason=problem.strerror) from None
    return target


def restore_model(removed: Path, path: Path) -> Path:
    """Undo `remove_model`; returns where the model is now: `path`, or beside it where that was taken meanwhile."""
    try:
        target = _claimed(path.parent, path.stem)
        return removed.replace(target)
    except OSError as problem:
        raise ModelError("model.not_restored", name=path.name, reason=problem.strerror) from None


def share_model(path: Path, target: Path) -> None:
    """Copy a model to a file of its own, whole or not at all.

    Raises
    ------
    ModelError : one line
    """
    try:
        if target.exists() and target.samefile(path):
            raise ModelError("model.is_itself")
        with replacing(target) as part:
            shutil.copyfile(path, part)
    except OSError as problem:
        raise ModelError("model.not_written", name=target.name, reason=problem.strerror) from None


def _claimed(folder: Path, name: str) -> Path:
    """Make an empty file `name`, or `name 2`, `name 3` … where that is taken, to be replaced at once."""
    names = numbered(name)
    while True:
        path = folder / f"{next(names)}{SUFFIX}"
        try:
            path.open("x").close()
        except FileExistsError:
            continue
        return path


def _forget_removed(aside: Path) -> None:
    for old in aside.glob(f"*{SUFFIX}"):
        if time.time() - old.stat().st_mtime > _REMOVED_STAYS:
            old.unlink(missing_ok=True)
