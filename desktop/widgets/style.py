"""A `Theme` as Qt has it: a palette and one style sheet over Fusion, and the choice between light and dark."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.widgets.theme import DARK, LIGHT, Theme
from resources import resource_path

THEME_CHOICES = ("system", "light", "dark")


def palette(theme: Theme) -> QPalette:
    """Return the palette that Fusion paints everything with."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.surface_raised,
        role.Text: theme.text,
        role.PlaceholderText: theme.text_muted,
        role.Button: theme.surface_raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.ToolTipBase: theme.surface_raised,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Link: theme.accent,
        role.Accent: theme.accent,
        role.Mid: theme.border,
        role.Midlight: theme.surface_raised,
        role.Light: theme.surface,
        role.Dark: theme.border,
    }
    result = QPalette()
    for key, colour in colours.items():
        result.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, key, _mix(theme.text_muted, theme.surface, 0.55))
    return result


def _mix(foreground: str, background: str, share: float) -> QColor:
    front, back = QColor(foreground), QColor(background)

    def mix(a: float, b: float) -> float:
        return share * a + (1 - share) * b

    return QColor.fromRgbF(
        mix(front.redF(), back.redF()), mix(front.greenF(), back.greenF()), mix(front.blueF(), back.blueF())
    )


def mixed(foreground: str, background: str, share: float) -> str:
    """Return `share` of `foreground` mixed over `background`, as a hex string."""
    return _mix(foreground, background, share).name()


def _translucent(colour: str, opacity: float) -> str:
    made = QColor(colour)
    return f"rgba({made.red()}, {made.green()}, {made.blue()}, {round(255 * opacity)})"


def style_sheet(theme: Theme) -> str:
    """Return the one style sheet of the window; distances are multiples of 4 pixels."""
    hover = mixed(theme.text, theme.surface_raised, 0.07)
    pressed = mixed(theme.text, theme.surface_raised, 0.13)
    chosen = mixed(theme.accent, theme.surface, 0.16)
    accent_hover = mixed(theme.accent, theme.text, 0.86)
    arrow = resource_path("icons/down.svg").as_posix()
    shade = "dark" if theme.is_dark else "light"
    tick, part = (resource_path(f"icons/{name}-{shade}.svg").as_posix() for name in ("tick", "part"))
    edge = mixed(theme.text_muted, theme.surface, 0.6)
    return f"""
    QToolTip {{ background: {theme.surface_raised}; color: {theme.text}; border: 1px solid {theme.border};
        padding: 4px 8px; }}
    QMenuBar {{ background: {theme.window}; padding: 2px 8px; }}
    QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {pressed}; }}
    QMenu {{ background: {theme.surface}; border: 1px solid {theme.border}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {chosen}; color: {theme.text}; }}
    QMenu::item:disabled {{ color: {mixed(theme.text_muted, theme.surface, 0.6)}; }}
    QMenu::separator {{ height: 1px; background: {theme.border}; margin: 4px 8px; }}
    QMenu::icon {{ padding-left: 8px; }}

    QPushButton, QToolButton {{ background: {theme.surface_raised}; color: {theme.text};
        border: 1px solid {theme.border}; border-radius: 6px; padding: 4px 12px; min-height: 20px; }}
    QToolButton {{ background: transparent; border-color: transparent; padding: 4px; }}
    QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {pressed}; }}
    QToolButton:checked {{ background: {chosen}; color: {theme.text}; }}
    QToolButton#step-button {{ min-height: 46px; }}
    QPushButton:focus, QToolButton:focus {{ border-color: {theme.accent}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {mixed(theme.text_muted, theme.surface, 0.55)}; }}
    QPushButton#primary {{ background: {theme.accent}; color: {theme.accent_text}; border-color: {theme.accent};
        padding: 8px 24px; font-weight: 600; }}
    QPushButton#primary:disabled {{ background: {mixed(theme.accent, theme.surface, 0.35)};
        color: {mixed(theme.accent_text, theme.surface, 0.8)}; border-color: transparent; }}
    QPushButton#primary:hover {{ background: {accent_hover}; }}
    QPushButton#primary:focus {{ border: 2px solid {theme.text}; padding: 7px 23px; }}
    QPushButton#link {{ background: transparent; border-color: transparent; color: {theme.accent}; padding: 4px 8px;
        text-align: left; }}
    QPushButton#link:disabled {{ color: {mixed(theme.text_muted, theme.surface, 0.55)}; }}
    QPushButton#link:hover {{ background: {chosen}; }}
    QPushButton#link:focus {{ border-color: {theme.accent}; }}

    QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {{ background: {theme.surface}; border: 1px solid {theme.border};
        border-radius: 6px; padding: 3px 8px; min-height: 20px; selection-background-color: {theme.accent};
        selection-color: {theme.accent_text}; }}
    QSpinBox QLineEdit, QDoubleSpinBox QLineEdit {{ border: none; padding: 0; min-height: 0; background: transparent; }}
    QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{
        subcontrol-origin: border; width: 0px; border: none; }}
    QCheckBox::indicator, QTreeView::indicator {{ width: 13px; height: 13px; border-radius: 3px;
        border: 1px solid {mixed(theme.text_muted, theme.surface, 0.8)}; background: {theme.surface}; }}
    QCheckBox::indicator:checked, QTreeView::indicator:checked {{ border-color: {theme.accent};
        background: {theme.accent}; image: url("{tick}"); }}
    QCheckBox::indicator:indeterminate, QTreeView::indicator:indeterminate {{ border-color: {theme.accent};
        background: {theme.accent}; image: url("{part}"); }}
    QTreeView::item {{ padding: 3px 0; }}
    QCheckBox::indicator:disabled, QTreeView::indicator:disabled {{
        border-color: {mixed(theme.text_muted, theme.surface, 0.4)}; }}
    QCheckBox::indicator:checked:disabled {{ background: {mixed(theme.text_muted, theme.surface, 0.4)}; }}
    QRadioButton::indicator {{ width: 13px; height: 13px; border-radius: 7px;
        border: 1px solid {mixed(theme.text_muted, theme.surface, 0.8)}; background: {theme.surface}; }}
    QRadioButton::indicator:checked {{ width: 7px; height: 7px; border: 4px solid {theme.accent};
        background: {theme.accent_text}; }}
    QRadioButton:focus, QCheckBox:focus {{ color: {theme.accent}; }}
    QComboBox QAbstractItemView {{ background: {theme.surface}; border: 1px solid {theme.border}; padding: 4px;
        selection-background-color: {chosen}; selection-color: {theme.text}; outline: none; }}
    QComboBox QAbstractItemView::item {{ min-height: 22px; padding: 0 4px; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QComboBox::drop-down {{ border: none; width: 24px; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
    QPushButton#step {{ padding: 4px 0; }}
    QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {{ border-color: {theme.accent}; }}

    QTableView, QTreeView, QListView {{ background: {theme.surface}; alternate-background-color: {theme.surface_raised};
        border: 1px solid transparent; gridline-color: transparent; selection-background-color: {chosen};
        selection-color: {theme.text}; outline: none; }}
    QTableView:focus, QTreeView:focus {{ border-color: {theme.accent}; }}
    QListView#completions {{ border: 1px solid {theme.border}; padding: 4px; }}
    QListView#completions::item {{ padding: 4px 8px; border-radius: 4px; }}
    QListView#completions::item:selected {{ background: {chosen}; color: {theme.text}; }}
    QHeaderView {{ background: {theme.surface}; }}
    QHeaderView::section {{ background: {theme.surface}; color: {theme.text_muted}; border: none;
        border-bottom: 1px solid {theme.border}; padding: 4px 8px; }}
    QHeaderView::section:vertical {{ border: none; padding: 0 6px; }}
    QTableCornerButton::section {{ background: {theme.surface}; border: none; }}

    QTabWidget::pane {{ border: none; }}
    QTabBar {{ background: transparent; }}
    QTabBar::tab {{ background: transparent; color: {theme.text_muted}; padding: 6px 12px; border: none;
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {theme.text}; border-bottom-color: {theme.accent}; }}
    QTabBar::tab:hover {{ color: {theme.text}; }}
    QTabBar::tab:focus {{ background: {chosen}; }}
    QTabBar#pages::tab {{ font-weight: 600; padding: 8px 16px; }}
    #tabRow {{ background: {theme.window}; }}

    QSplitter::handle {{ background: {theme.window}; }}
    QSplitter::handle:hover {{ background: {theme.border}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {mixed(theme.text_muted, theme.surface, 0.4)}; border-radius: 4px; margin: 2px;
        min-width: 24px; min-height: 24px; }}
    QScrollBar::handle:hover {{ background: {theme.text_muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {theme.border}; }}
    QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {theme.accent}; }}
    QSlider::handle:horizontal {{ width: 12px; height: 12px; margin: -4px 0; border-radius: 6px;
        background: {theme.accent}; }}
    QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {{
        background: {mixed(theme.text_muted, theme.surface, 0.45)}; }}
    QSlider::handle:horizontal:focus {{ border: 2px solid {theme.text}; width: 8px; height: 8px; }}
    QProgressBar {{ background: {theme.border}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
    QScrollArea {{ background: transparent; border: none; }}

    #panel {{ background: {theme.surface}; border: 1px solid {theme.border}; border-radius: 8px; }}
    #panel[editing="true"] {{ border: 2px solid {theme.accent}; }}
    #editTools {{ background: {mixed(theme.accent, theme.surface, 0.07)}; border-top: 1px solid {theme.accent}; }}
    #editTools QToolButton {{ border-color: {theme.border}; background: {theme.surface}; padding: 0px 5px; }}
    #editTools QPushButton, #beatNotice QPushButton {{ padding: 1px 10px; }}
    #editTools QDoubleSpinBox {{ padding: 0px 2px; }}
    #editTools QToolButton:checked {{ background: {chosen}; border-color: {theme.accent}; }}
    #editTools QToolButton:hover {{ background: {hover}; }}
    #editTools QToolButton::menu-indicator {{ image: none; }}
    #editTitle {{ color: {theme.accent}; font-weight: 600; }}
    #beatNotice {{ background: {theme.surface_raised}; border: 1px solid {theme.accent}; border-radius: 6px; }}
    #popup, #column-chooser {{ background: {theme.surface_raised}; border: 1px solid {edge}; }}
    #title {{ font-size: 22px; font-weight: 600; }}
    #clipName {{ font-size: 15px; font-weight: 600; }}
    #heading {{ color: {theme.text_muted}; font-weight: 600; }}
    #provenance {{ color: {theme.text_muted}; padding: 6px 10px 0 10px; }}
    #provenance[kind="warning"] {{ color: {theme.warning}; }}
    #muted {{ color: {theme.text_muted}; }}
    #strip {{ background: {theme.window}; }}
    #notice {{ background: {theme.surface_raised}; border: 1px solid {theme.border}; border-radius: 6px; }}
    #notice[kind="error"] {{ border-color: {mixed(theme.error, theme.surface, 0.45)};
        background: {mixed(theme.error, theme.surface, 0.08)}; }}
    #notice[kind="warning"] {{ border-color: {mixed(theme.warning, theme.surface, 0.45)};
        background: {mixed(theme.warning, theme.surface, 0.08)}; }}
    #dropOverlay {{ background: {_translucent(mixed(theme.accent, theme.window, 0.12), 0.88)};
        border: 2px dashed {theme.accent}; border-radius: 12px; }}
    #dropOverlay QLabel {{ background: {theme.accent}; color: {theme.accent_text}; font-size: 20px; font-weight: 600;
        border-radius: 8px; padding: 16px 32px; }}
    #dropTarget {{ background: {theme.surface}; border: 2px dashed {theme.border}; border-radius: 12px; }}
    """


class ThemeSwitch(QObject):
    """Which theme is in force: the system's, followed live, or the one chosen."""

    changed = Signal(object)

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        hints = QGuiApplication.styleHints()
        self._system = hints.colorScheme()
        hints.colorSchemeChanged.connect(self._follow_system)
        self.theme = self._wanted()
        self._paint()

    @property
    def choice(self) -> str:
        """One of `THEME_CHOICES`."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Follow the system or stay with one theme."""
        self._choice = choice
        self._apply()

    def _wanted(self) -> Theme:
        if self._choice == "system":
            return DARK if self._system == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        self._system = scheme
        self._apply()

    def _apply(self) -> None:
        wanted = self._wanted()
        if wanted != self.theme:
            self.theme = wanted
            self._paint()
            self.changed.emit(wanted)

    def _paint(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(palette(self.theme))
        app.setStyleSheet(style_sheet(self.theme))
