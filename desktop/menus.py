"""The menus of the window: titles, and keys of actions in their order."""

from typing import Final

from core.language import tr
from desktop.actions import Menus, Submenus
from desktop.clip.beats.actions import METRE_HERE_MENU, METRE_MENU
from desktop.languages import LANGUAGES
from desktop.training.actions import STEP_TITLES

MENUS: Final[Menus] = {
    tr("&File"): (
        "open", "open_folder", "recent", "demo", None, "previous", "next", None, "reopen", "export", "check", None,
        "import_beats", "import_sections", "export_beats", "save_selection", "song_sheet", None,
        "close", "quit",
    ),
    tr("&Edit"): ("undo", "redo", "beat_history"),
    tr("&Playback"): ("play", "play_on", "to_start", "back", "forward", "back_bar", "forward_bar", "excerpt", None,
        "loop", "click", "mute", "follow", None, "slower", "faster", "as_recorded", None,
        "output",
    ),
    tr("&Beats"): (
        "edit_beats", None, "tap", "tempo", "downbeat", "metre", "metre_here", "shift_beats", None,
        "previous_beat", "next_beat", "add_beat", "remove_beats", None,
        "no_beats", "lock_beats", "unlock_beats", None, "accept", "refuse", "reset_beats",
    ),
    tr("&Library"): (
        "add_folder", "add_files", None, "filter", "open_track", "similar", "labels", "edit", "analyse_again", None,
        "write_tags", "restore_tags", None, "copy_rows", "show_folder", "remove", None, "details", "failures", None,
        "missing", "locate", "locate_folder", "batch", "other_library",
    ),
    tr("&Training"): tuple(f"step_{key}" for key, _ in STEP_TITLES),
    tr("&View"): (
        "show_clip", "show_library", "show_training", None,
        "zoom_in", "zoom_out", "zoom_selection", "show_all", None, "lanes", "theme", "language",
        None, "notices",
    ),
    tr("&Help"): ("guide", "keys", None, "log", "licences", "updates", "about"),
}  # fmt: skip
SUBMENUS: Final[Submenus] = {
    "recent": (tr("Open &recent"), ()),
    "tempo": (tr("Tem&po"), ("type_tempo", "tempo_here", "halve", "double", "two_thirds", "three_halves")),
    "shift_beats": (
        tr("Sh&ift"),
        ("half_later", "half_earlier", "nudge_earlier", "nudge_later", "nudge_1_earlier", "nudge_1_later"),
    ),
    "metre": (tr("&Metre"), METRE_MENU),
    "metre_here": (tr("Metre &from here on"), METRE_HERE_MENU),
    "output": (tr("O&utput device"), ()),
    "lanes": (tr("&Lanes"), ()),
    "theme": (tr("&Theme"), ("theme_system", "theme_light", "theme_dark")),
    "language": (tr("Lang&uage"), ("language_system", *(f"language_{code}" for code in LANGUAGES))),
}
"""Titles and keys of menus within menus; those without keys are filled while the program runs."""
