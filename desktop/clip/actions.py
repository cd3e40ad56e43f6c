"""What can be done in the clip tab, declared; a clip is opened and closed here as well."""

from typing import TYPE_CHECKING, Final

from core.language import tr
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
    ActionSpec("open", tr("&Open…"), lambda page: page.ask_for_files(), ("Ctrl+O",), "open"),
    ActionSpec("open_folder", tr("Open &folder…"), lambda page: page.ask_for_folder(), ("Ctrl+Shift+O",)),
    ActionSpec("demo", tr("Open &demo clip"), lambda page: page.open_demo()),
    ActionSpec("next", tr("&Next clip in queue"), lambda page: page.open_in_line(1), ("Ctrl+PgDown",), needs="queue"),
    ActionSpec(
        "previous", tr("&Previous clip in queue"), lambda page: page.open_in_line(-1), ("Ctrl+PgUp",), needs="queue"
    ),
    ActionSpec("reopen", tr("&Analyse clip again"), lambda page: page.reopen(), ("Ctrl+R",), needs="clip"),
    ActionSpec(
        "import_sections", tr("Import &sections…"), lambda page: page.files.ask_for_sections(), needs="analysis"
    ),
    ActionSpec("import_beats", tr("I&mport beats…"), lambda page: page.files.ask_for_beats(), needs="beats"),
    ActionSpec(
        "export_beats", tr("E&xport beats, sections…"), lambda page: page.files.ask_to_export_beats(), needs="beats"
    ),
    ActionSpec(
        "save_selection",
        tr("Sa&ve selection as audio…"),
        lambda page: page.files.ask_to_save_selection(),
        ("Ctrl+Shift+S",),
        needs="clip",
    ),
    ActionSpec("song_sheet", tr("Save son&g sheet…"), lambda page: page.files.ask_for_sheet(), needs="analysis"),
    ActionSpec("check", tr("Chec&k against librosa"), lambda page: page.check(), needs="analysis"),
    ActionSpec("close", tr("&Close clip"), lambda page: page.close_clip(), ("Ctrl+W",), needs="clip"),
    ActionSpec("to_start", tr("Go to &start"), lambda page: page.view.seek(0.0), ("Home",), "to-start", "clip"),
    ActionSpec(
        "play_on",
        tr("Play &on past selection"),
        lambda page: page.view.transport.play_on(),
        ("Shift+Space",),
        needs="clip",
    ),
    ActionSpec("slower", tr("Slo&wer"), lambda page: page.view.transport.speed_button.step(-1), ("[",), needs="clip"),
    ActionSpec("faster", tr("Fas&ter"), lambda page: page.view.transport.speed_button.step(1), ("]",), needs="clip"),
    ActionSpec(
        "as_recorded",
        tr("Speed as recor&ded"),
        lambda page: page.view.transport.speed_button.set_speed(1.0),
        ("\\",),
        needs="clip",
    ),
    ActionSpec(
        "loop",
        tr("&Loop selection"),
        lambda page: page.view.transport.toggle_loop(),
        ("L",),
        "loop",
        "clip",
        checkable=True,
    ),
    ActionSpec(
        "click",
        tr("Metronome &click"),
        lambda page: page.view.transport.toggle_clicks(),
        ("C",),
        "click",
        "analysis",
        checkable=True,
    ),
    ActionSpec(
        "mute",
        tr("&Mute"),
        lambda page: page.view.transport.toggle_mute(),
        ("M",),
        needs="clip",
        checkable=True,
    ),
    ActionSpec(
        "follow",
        tr("&Keep playhead in view"),
        lambda page: page.view.transport.toggle_follow(),
        ("K",),
        needs="clip",
        checkable=True,
    ),
    ActionSpec(
        "excerpt", tr("Play most c&haracteristic 30 s"), lambda page: page.view.play_excerpt(), ("X",), needs="analysis"
    ),
    ActionSpec("back_bar", tr("Back one b&ar"), lambda page: page.view.skip_bars(-1), ("Left",), needs="clip"),
    ActionSpec("forward_bar", tr("Forward one ba&r"), lambda page: page.view.skip_bars(1), ("Right",), needs="clip"),
    ActionSpec(
        "zoom_in", tr("Zoom &in"), lambda page: page.view.zoom(ZOOM_STEP), ("+", "=", "Ctrl++"), "zoom-in", "clip"
    ),
    ActionSpec(
        "zoom_out", tr("Zoom &out"), lambda page: page.view.zoom(1 / ZOOM_STEP), ("-", "Ctrl+-"), "zoom-out", "clip"
    ),
    ActionSpec(
        "zoom_selection", tr("Zoom to &selection"), lambda page: page.view.zoom_to_selection(), ("S",), needs="clip"
    ),
    ActionSpec("show_all", tr("Show &all"), lambda page: page.view.timeline.show_all(), ("A", "Ctrl+0"), needs="clip"),
    *map(_of_beats, BEAT_ACTIONS),
)
"""Each is called with the clip page, which is in front by then."""
