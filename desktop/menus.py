"""The menus of the window: titles, and keys of actions in their order."""

from typing import Final

from desktop.actions import Menus, Submenus
from desktop.clip.beats.actions import METRE_HERE_MENU, METRE_MENU
from desktop.training.actions import STEP_TITLES

MENUS: Final[Menus] = {
    "&File": (
        "open", "open_folder", "recent", "demo", None, "previous", "next", None, "reopen", "export", "check", None,
        "import_beats", "import_sections", "export_beats", "save_selection", "song_sheet", None,
        "close", "quit",
    ),
    "&Edit": ("undo", "redo", "beat_history"),
    "&Playback": ("play", "play_on", "to_start", "back", "forward", "back_bar", "forward_bar", "excerpt", None,
        "loop", "click", "mute", "follow", None, "slower", "faster", "as_recorded", None,
        "output",
    ),
    "&Beats": (
        "edit_beats", None, "tap", "tempo", "downbeat", "metre", "metre_here", "shift_beats", None,
        "previous_beat", "next_beat", "add_beat", "remove_beats", None,
        "no_beats", "lock_beats", "unlock_beats", None, "accept", "refuse", "reset_beats",
    ),
    "&Library": (
        "add_folder", "add_files", None, "filter", "open_track", "similar", "labels", "edit", "analyse_again", None,
        "write_tags", "restore_tags", None, "copy_rows", "show_folder", "remove", None, "details", "failures", None,
        "missing", "locate", "locate_folder", "batch", "other_library",
    ),
    "&Training": tuple(f"step_{key}" for key, _ in STEP_TITLES),
    "&View": (
        "show_clip", "show_library", "show_training", None,
        "zoom_in", "zoom_out", "zoom_selection", "show_all", None, "lanes", "theme",
        None, "notices",
    ),
    "&Help": ("guide", "keys", None, "log", "licences", "about"),
}  # fmt: skip
SUBMENUS: Final[Submenus] = {
    "recent": ("Open &recent", ()),
    "tempo": ("Tem&po", ("type_tempo", "tempo_here", "halve", "double", "two_thirds", "three_halves")),
    "shift_beats": (
        "Sh&ift",
        ("half_later", "half_earlier", "nudge_earlier", "nudge_later", "nudge_1_earlier", "nudge_1_later"),
    ),
    "metre": ("&Metre", METRE_MENU),
    "metre_here": ("Metre &from here on", METRE_HERE_MENU),
    "output": ("O&utput device", ()),
    "lanes": ("&Lanes", ()),
    "theme": ("&Theme", ("theme_system", "theme_light", "theme_dark")),
}
"""Titles and keys of menus within menus; those without keys are filled while the program runs."""
