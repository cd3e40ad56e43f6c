"""What can be done to beats, declared: the menu, the tool bar and the keys are made from this."""

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from core.language import tr
from desktop.actions import ActionSpec

if TYPE_CHECKING:
    from desktop.clip.beats.desk import BeatDesk

NUDGE_MS: Final = 10
FINE_NUDGE_MS: Final = 1
METRES: Final = range(2, 8)


def _metre(beats: int, from_here: bool) -> ActionSpec["BeatDesk"]:
    key = f"metre_{beats}_here" if from_here else f"metre_{beats}"
    return ActionSpec(
        key,
        tr("&{beats} beats", beats=beats),
        lambda desk: desk.marks.set_metre(beats, from_here),
        needs="editing beats",
    )


BEAT_ACTIONS: Final[tuple[ActionSpec["BeatDesk"], ...]] = (
    ActionSpec("beat_history", tr("&History"), lambda desk: desk.toggle_history(), needs="editing beats"),
    ActionSpec(
        "edit_beats", tr("&Edit beats"), lambda desk: desk.toggle_editing(), ("B",), "beats", "beats", checkable=True
    ),
    ActionSpec("tap", tr("&Tap along"), lambda desk: desk.tap(), ("T",), needs="beats"),
    ActionSpec("halve", tr("×½ (&half)"), lambda desk: desk.scale(Fraction(1, 2)), ("/",), needs="editing beats"),
    ActionSpec("double", tr("×2 (&double)"), lambda desk: desk.scale(Fraction(2)), ("*",), needs="editing beats"),
    ActionSpec("two_thirds", tr("×⅔ (&two thirds)"), lambda desk: desk.scale(Fraction(2, 3)), needs="editing beats"),
    ActionSpec(
        "three_halves", tr("×3\u20442 (three &halves)"), lambda desk: desk.scale(Fraction(3, 2)), needs="editing beats"
    ),
    ActionSpec("type_tempo", tr("Type &BPM"), lambda desk: desk.type_tempo(), ("P",), needs="editing beats"),
    ActionSpec("tempo_here", tr("Tempo &changes here"), lambda desk: desk.change_tempo(), needs="editing beats"),
    ActionSpec(
        "downbeat", tr("This is the &one"), lambda desk: desk.marks.make_downbeat(), ("1", "D"), needs="editing beats"
    ),
    ActionSpec(
        "half_later",
        tr("Shift &half a beat later"),
        lambda desk: desk.marks.shift_half(True),
        ("H",),
        needs="editing beats",
    ),
    ActionSpec(
        "half_earlier",
        tr("Shift half a beat &earlier"),
        lambda desk: desk.marks.shift_half(False),
        ("Shift+H",),
        needs="editing beats",
    ),
    ActionSpec(
        "nudge_earlier",
        tr("Nudge {ms} ms ea&rlier", ms=NUDGE_MS),
        lambda desk: desk.marks.nudge(-NUDGE_MS),
        ("Alt+Left", ","),
        needs="editing beats",
    ),
    ActionSpec(
        "nudge_later",
        tr("Nudge {ms} ms &later", ms=NUDGE_MS),
        lambda desk: desk.marks.nudge(NUDGE_MS),
        ("Alt+Right", "."),
        needs="editing beats",
    ),
    ActionSpec(
        "nudge_1_earlier",
        tr("Nudge {ms} ms earlier", ms=FINE_NUDGE_MS),
        lambda desk: desk.marks.nudge(-FINE_NUDGE_MS),
        ("Alt+Shift+Left",),
        needs="editing beats",
    ),
    ActionSpec(
        "nudge_1_later",
        tr("Nudge {ms} ms later", ms=FINE_NUDGE_MS),
        lambda desk: desk.marks.nudge(FINE_NUDGE_MS),
        ("Alt+Shift+Right",),
        needs="editing beats",
    ),
    ActionSpec(
        "previous_beat",
        tr("Select previo&us beat"),
        lambda desk: desk.marks.step_beats(-1),
        ("Up",),
        needs="editing beats",
    ),
    ActionSpec(
        "next_beat", tr("Select &next beat"), lambda desk: desk.marks.step_beats(1), ("Down",), needs="editing beats"
    ),
    ActionSpec(
        "add_beat", tr("&Add beat at playhead"), lambda desk: desk.marks.add_beat(), ("Ins", "N"), needs="editing beats"
    ),
    ActionSpec(
        "remove_beats",
        tr("Remo&ve selected beats"),
        lambda desk: desk.marks.remove_selected(),
        ("Del", "Backspace"),
        needs="editing beats",
    ),
    *(_metre(beats, from_here=False) for beats in METRES),
    *(_metre(beats, from_here=True) for beats in METRES),
    ActionSpec(
        "no_beats", tr("No &beats in selection"), lambda desk: desk.marks.clear_selection(), needs="editing beats"
    ),
    ActionSpec("lock_beats", tr("Loc&k selection"), lambda desk: desk.marks.lock_selection(), needs="editing beats"),
    ActionSpec(
        "unlock_beats", tr("Un&lock selection"), lambda desk: desk.marks.unlock_selection(), needs="editing beats"
    ),
    ActionSpec("accept", tr("A&ccept proposal"), lambda desk: desk.accept(), ("Return", "Enter"), needs="proposal"),
    ActionSpec("refuse", tr("Refu&se proposal"), lambda desk: desk.refuse(), needs="proposal"),
    ActionSpec("reset_beats", tr("&Reset beats"), lambda desk: desk.reset(), needs="edited beats"),
)
"""Each is called with the desk of the clip that is open."""

METRE_MENU: Final = tuple(f"metre_{beats}" for beats in METRES)
METRE_HERE_MENU: Final = tuple(f"metre_{beats}_here" for beats in METRES)
"""Keys of the actions that set the metre."""

UNDO_ACTIONS: Final[tuple[ActionSpec["BeatDesk"], ...]] = (
    ActionSpec("undo", tr("&Undo"), lambda desk: desk.undo(), ("Ctrl+Z",), "undo", "undo"),
    ActionSpec("redo", tr("&Redo"), lambda desk: desk.redo(), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "redo"),
)
"""What the tool bar has; in menus and for keys the window has its own, which undo in the tab that is in front."""

BEAT_SPECS: Final = {spec.key: spec for spec in (*BEAT_ACTIONS, *UNDO_ACTIONS)}
