"""What can be done in the clip tab, declared; a clip is opened and closed here as well."""

from typing import TYPE_CHECKING, Final

from desktop.actions import ActionSpec
from desktop.clip.beats.actions import BEAT_ACTIONS

if TYPE_CHECKING:
    from desktop.clip.beats.desk import BeatDesk
    from desktop.clip.page import ClipPage

ZOOM_STEP: Final = 1.6


def _of_beats(spec: ActionSpec["BeatDesk"]) -> ActionSpec["ClipPage"]:
    """Return an action of the beats as one of the page."""
    return ActionSpec(
        spec.key,
        spec.text,
        lambda page: spec.callback(page.view.beats),
        spec.shortcuts,
        spec.icon,
        spec.needs,
        spec.checkable,
    )


CLIP_ACTIONS: Final[tuple[ActionSpec["ClipPage"], ...]] = (
    ActionSpec("open", "&Open…", lambda page: page.ask_for_files(), ("Ctrl+O",), "open"),
    ActionSpec("open_folder", "Open &folder…", lambda page: page.ask_for_folder(), ("Ctrl+Shift+O",)),
    ActionSpec("demo", "Open &demo clip", lambda page: page.open_demo()),
    ActionSpec("next", "&Next clip in queue", lambda page: page.open_in_line(1), ("Ctrl+PgDown",), needs="queue"),
    ActionSpec(
        "previous", "&Previous clip in queue", lambda page: page.open_in_line(-1), ("Ctrl+PgUp",), needs="queue"
    ),
    ActionSpec("reopen", "&Analyse clip again", lambda page: page.reopen(), ("Ctrl+R",), needs="clip"),
    ActionSpec("import_sections", "Import &sections…", lambda page: page.files.ask_for_sections(), needs="analysis"),
    ActionSpec("import_beats", "I&mport beats…", lambda page: page.files.ask_for_beats(), needs="beats"),
    ActionSpec(
        "export_beats", "E&xport beats, sections…", lambda page: page.files.ask_to_export_beats(), needs="beats"
    ),
    ActionSpec(
        "save_selection",
        "Sa&ve selection as audio…",
        lambda page: page.files.ask_to_save_selection(),
        ("Ctrl+Shift+S",),
        needs="clip",
    ),
    ActionSpec("song_sheet", "Save son&g sheet…", lambda page: page.files.ask_for_sheet(), needs="analysis"),
    ActionSpec("check", "Chec&k against librosa", lambda page: page.check(), needs="analysis"),
    ActionSpec("close", "&Close clip", lambda page: page.close_clip(), ("Ctrl+W",), needs="clip"),
    ActionSpec("to_start", "Go to &start", lambda page: page.view.seek(0.0), ("Home",), "to-start", "clip"),
    ActionSpec(
        "play_on", "Play &on past selection", lambda page: page.view.transport.play_on(), ("Shift+Space",), needs="clip"
    ),
    ActionSpec("slower", "Slo&wer", lambda page: page.view.transport.speed_button.step(-1), ("[",), needs="clip"),
    ActionSpec("faster", "Fas&ter", lambda page: page.view.transport.speed_button.step(1), ("]",), needs="clip"),
    ActionSpec(
        "as_recorded",
        "Speed as recor&ded",
        lambda page: page.view.transport.speed_button.set_speed(1.0),
        ("\\",),
        needs="clip",
    ),
    ActionSpec(
        "loop",
        "&Loop selection",
        lambda page: page.view.transport.toggle_loop(),
        ("L",),
        "loop",
        "clip",
        checkable=True,
    ),
    ActionSpec(
        "click",
        "Metronome &click",
        lambda page: page.view.transport.toggle_clicks(),
        ("C",),
        "click",
        "analysis",
        checkable=True,
    ),
    ActionSpec(
        "mute",
        "&Mute",
        lambda page: page.view.transport.toggle_mute(),
        ("M",),
        needs="clip",
        checkable=True,
    ),
    ActionSpec(
        "follow",
        "&Keep playhead in view",
        lambda page: page.view.transport.toggle_follow(),
        ("K",),
        needs="clip",
        checkable=True,
    ),
    ActionSpec(
        "excerpt", "Play most c&haracteristic 30 s", lambda page: page.view.play_excerpt(), ("X",), needs="analysis"
    ),
    ActionSpec("back_bar", "Back one b&ar", lambda page: page.view.skip_bars(-1), ("Left",), needs="clip"),
    ActionSpec("forward_bar", "Forward one ba&r", lambda page: page.view.skip_bars(1), ("Right",), needs="clip"),
    ActionSpec("zoom_in", "Zoom &in", lambda page: page.view.zoom(ZOOM_STEP), ("+", "=", "Ctrl++"), "zoom-in", "clip"),
    ActionSpec(
        "zoom_out", "Zoom &out", lambda page: page.view.zoom(1 / ZOOM_STEP), ("-", "Ctrl+-"), "zoom-out", "clip"
    ),
    ActionSpec(
        "zoom_selection", "Zoom to &selection", lambda page: page.view.zoom_to_selection(), ("S",), needs="clip"
    ),
    ActionSpec("show_all", "Show &all", lambda page: page.view.timeline.show_all(), ("A", "Ctrl+0"), needs="clip"),
    *map(_of_beats, BEAT_ACTIONS),
)
"""Each is called with the clip page, which is in front by then."""
