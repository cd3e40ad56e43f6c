import pytest
from PySide6.QtCore import QLocale

from desktop.languages import LANGUAGES, language_for
from desktop.settings import LANGUAGE


class System:
    """The system's languages, in the order in which a person wants them."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)

    def uiLanguages(self) -> list[str]:
        return self.names


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("de-AT", "en-GB"), "de"),
        (("de_CH",), "de"),
        (("fr-FR", "es-MX", "en"), "es"),
        (("fr-FR",), "en"),
        ((), "en"),
        (("C",), "en"),
    ],
)
def test_the_first_language_of_the_system_that_is_known_is_taken(
    monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], code: str
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: System(*names)))
    assert language_for("system") == code


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_choice_of_the_settings_comes_before_the_system(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: System("de-DE")))
    assert language_for(code) == code
    assert LANGUAGE.read(code) == code
