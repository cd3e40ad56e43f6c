"""The languages of the window: which there are, which one is meant, and where its texts and Qt's own come from."""

from collections.abc import Callable
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core.language import ENGLISH, Language, choose, chosen
from resources import resource_path

LANGUAGES: Final = {"en": "English", "de": "Deutsch", "es": "Español"}
"""Names of the languages, each in itself, by their codes."""


def language_for(choice: str) -> str:
    """Return the code of a language for a choice of the settings; "system" is the first of the system that is known."""
    if choice in LANGUAGES:
        return choice
    wanted = (name.replace("_", "-").split("-")[0].lower() for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in LANGUAGES), ENGLISH.code)


def choose_language(code: str) -> None:
    """Show every text of this process in a language, and type and read its numbers as that language writes them.

    Raises
    ------
    RuntimeError
        if a text was asked for before
    """
    locale = QLocale(code)
    QLocale.setDefault(locale)
    if code == ENGLISH.code:
        return
    choose(Language(code, _translations(code), locale.decimalPoint(), locale.groupSeparator()))


def install_texts_of_qt(app: QCoreApplication) -> None:
    """Have Qt's own dialogs and menus speak the language in use."""
    if chosen() is ENGLISH:
        return
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{chosen().code}", folder):
        app.installTranslator(translator)


def _translations(code: str) -> Callable[[str], str]:
    """Return what translates a text; it returns an empty one where there is no translation."""
    translator = QTranslator()
    translator.load(str(resource_path(f"languages/{code}.qm")))

    @cache
    def translate(text: str) -> str:
        return translator.translate("", text) or ""

    return translate
