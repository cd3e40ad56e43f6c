"""What can be done to beats, declared: the menu, the tool bar and the keys are made from this."""

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from desktop.actions import ActionSpec

if TYPE_CHECKING:
    from desktop.clip.beats.desk import BeatDesk

NUDGE_MS: Final = 10
FINE_NUDGE_MS: Final = 1
METRES: Final = range(2, 8)


def _metre(beats: int, from_here: bool) -> ActionSpec["BeatDesk"]:
    key = f"metre_{beats}_here" if from_here else f"metre_{beats}"
    return ActionSpec(
        key, f"&{beats} beats", lambda desk: desk.marks.set_metre(beats, from_here), needs="editing beats"
    )


BEAT_ACTIONS: Final[tuple[ActionSpec["BeatDesk"], ...]] = (
    ActionSpec("beat_history", "&History", lambda desk: desk.toggle_history(), needs="editing beats"),
    ActionSpec(
        "edit_beats", "&Edit beats", lambda desk: desk.toggle_editing(), ("B",), "beats", "beats", checkable=True
    ),
    ActionSpec("tap", "&Tap along", lambda desk: desk.tap(), ("T",), needs="beats"),
    ActionSpec("halve", "×½ (&half)", lambda desk: desk.scale(Fraction(1, 2)), ("/",), needs="editing beats"),
    ActionSpec("double", "×2 (&double)", lambda desk: desk.scale(Fraction(2)), ("*",), needs="editing beats"),
    ActionSpec("two_thirds", "×⅔ (&two thirds)", lambda desk: desk.scale(Fraction(2, 3)), needs="editing beats"),
    ActionSpec("three_halves", "×3⁄2 (three &halves)", lambda desk: desk.scale(Fraction(3, 2)), needs="editing beats"),
    ActionSpec("type_tempo", "Type &BPM", lambda desk: desk.type_tempo(), ("P",), needs="editing beats"),
    ActionSpec("tempo_here", "Tempo &changes here", lambda desk: desk.change_tempo(), needs="editing beats"),
    ActionSpec(
        "downbeat", "This is the &one", lambda desk: desk.marks.make_downbeat(), ("1", "D"), needs="editing beats"
    ),
    ActionSpec(
        "half_later",
        "Shift &half a beat later",
        lambda desk: desk.marks.shift_half(True),
        ("H",),
        needs="editing beats",
    ),
    ActionSpec(
        "half_earlier",
        "Shift half a beat &earlier",
        lambda desk: desk.marks.shift_half(False),
        ("Shift+H",),
        needs="editing beats",
    ),
    ActionSpec(
        "nudge_earlier",
        f"Nudge {NUDGE_MS} ms ea&rlier",
        lambda desk: desk.marks.nudge(-NUDGE_MS),
        ("Alt+Left", ","),
        needs="editing beats",
    ),
    ActionSpec(
        "nudge_later",
        f"Nudge {NUDGE_MS} ms &later",
        lambda desk: desk.marks.nudge(NUDGE_MS),
        ("Alt+Right", "."),
        needs="editing beats",
    ),
    ActionSpec(
        "nudge_1_earlier",
        f"Nudge {FINE_NUDGE_MS} ms earlier",
        lambda desk: desk.marks.nudge(-FINE_NUDGE_MS),
        ("Alt+Shift+Left",),
        needs="editing beats",
    ),
    ActionSpec(
        "nudge_1_later",
        f"Nudge {FINE_NUDGE_MS} ms later",
        lambda desk: desk.marks.nudge(FINE_NUDGE_MS),
        ("Alt+Shift+Right",),
        needs="editing beats",
    ),
    ActionSpec(
        "previous_beat", "Select previo&us beat", lambda desk: desk.marks.step_beats(-1), ("Up",), needs="editing beats"
    ),
    ActionSpec(
        "next_beat", "Select &next beat", lambda desk: desk.marks.step_beats(1), ("Down",), needs="editing beats"
    ),
    ActionSpec(
        "add_beat", "&Add beat at playhead", lambda desk: desk.marks.add_beat(), ("Ins", "N"), needs="editing beats"
    ),
    ActionSpec(
        "remove_beats",
        "Remo&ve selected beats",
        lambda desk: desk.marks.remove_selected(),
        ("Del", "Backspace"),
        needs="editing beats",
    ),
    *(_metre(beats, from_here=False) for beats in METRES),
    *(_metre(beats, from_here=True) for beats in METRES),
    ActionSpec("no_beats", "No &beats in selection", lambda desk: desk.marks.clear_selection(), needs="editing beats"),
    ActionSpec("lock_beats", "Loc&k selection", lambda desk: desk.marks.lock_selection(), needs="editing beats"),
    ActionSpec("unlock_beats", "Un&lock selection", lambda desk: desk.marks.unlock_selection(), needs="editing beats"),
    ActionSpec("accept", "A&ccept proposal", lambda desk: desk.accept(), ("Return", "Enter"), needs="proposal"),
    ActionSpec("refuse", "Refu&se proposal", lambda desk: desk.refuse(), needs="proposal"),
    ActionSpec("reset_beats", "&Reset beats", lambda desk: desk.reset(), needs="edited beats"),
)
"""Each is called with the desk of the clip that is open."""

METRE_MENU: Final = tuple(f"metre_{beats}" for beats in METRES)
METRE_HERE_MENU: Final = tuple(f"metre_{beats}_here" for beats in METRES)
"""Keys of the actions that set the metre."""

UNDO_ACTIONS: Final[tuple[ActionSpec["BeatDesk"], ...]] = (
    ActionSpec("undo", "&Undo", lambda desk: desk.undo(), ("Ctrl+Z",), "undo", "undo"),
    ActionSpec("redo", "&Redo", lambda desk: desk.redo(), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", "redo"),
)
"""What the tool bar has; in menus and for keys the window has its own, which undo in the tab that is in front."""

BEAT_SPECS: Final = {spec.key: spec for spec in (*BEAT_ACTIONS, *UNDO_ACTIONS)}
