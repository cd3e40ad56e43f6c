"""The made-up styles of the synthesised clips: what each instrument plays, as patterns a drummer would read.

A pattern has one character for each quarter of a beat: `-` rest, `.` ghost, `o` soft, `x` normal, `X` accent.
Bass patterns name the note instead: `R` root, `5` fifth, `8` octave, `3` third, `l` the tone below the next root.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from core.synthesis import voices
from core.synthesis.mix import Channel

VELOCITIES = {".": 0.22, "o": 0.5, "x": 0.75, "X": 1.0}

Melody = tuple[tuple[float, int, float], ...]
"""Of one bar: onset in beats, degree of the scale (0 = tonic), length in beats."""


@dataclass(frozen=True)
class Style:
    """A way to play: tempo, metre, harmony, and what every instrument does in a bar.

    Attributes
    ----------
    progression : degree of each bar's chord, 1 = tonic
    grooves : drum patterns for the sections "groove" and "full" (and "break"), by instrument
    comping : when the chord instrument strikes; `intro_comping` while no drums play
    swing : how late every second quarter of a beat comes, as a share of its length
    """

    name: str
    tempo: float
    meter: int
    key: str
    progression: tuple[int, ...]
    grooves: Mapping[str, Mapping[str, str]]
    comping: str
    bass: str
    chord_voice: Callable[[float, float, float, int], voices.Signal] = voices.electric_piano
    lead_voice: Callable[[float, float, float, int], voices.Signal] = voices.lead
    melody: tuple[Melody, ...] = ()
    swing: float = 0.0
    intro_comping: str = "X---x---x---x-.-"
    pad_level: float = 1.0
    parts: frozenset[str] = field(default=frozenset({"drums", "bass", "chords", "pad", "lead", "arpeggio"}))


CHANNELS: Mapping[str, Channel] = {
    "kick": Channel(0.8, room=0.015),
    "snare": Channel(0.78, pan=-0.05, room=0.16),
    "clap": Channel(0.5, pan=0.08, room=0.22),
    "brush": Channel(0.7, pan=-0.1, room=0.16),
    "hat": Channel(0.34, pan=0.34, room=0.03),
    "open_hat": Channel(0.27, pan=0.34, room=0.05),
    "shaker": Channel(0.34, pan=-0.46, room=0.05),
    "rim": Channel(0.45, pan=-0.32, room=0.2, echo=0.12),
    "tom": Channel(0.6, pan=-0.2, room=0.14),
    "crash": Channel(0.3, pan=-0.28, room=0.2),
    "bass": Channel(0.33, room=0.0, ducked=True),
    "chords": Channel(0.22, room=0.2, echo=0.07, ducked=True),
    "pad": Channel(0.085, room=0.35, ducked=True),
    "lead": Channel(0.25, pan=0.1, room=0.24, echo=0.2),
    "arpeggio": Channel(0.34, pan=-0.2, room=0.3, echo=0.42),
}

DRUMS: Mapping[str, Callable[..., voices.Signal]] = {
    name: getattr(voices, name)
    for name in ("kick", "snare", "clap", "brush", "hat", "open_hat", "shaker", "rim", "tom", "crash")
}

_STROLL: tuple[Melody, ...] = (
    ((0.0, 4, 0.5), (0.5, 5, 0.5), (1.0, 7, 1.5), (3.0, 5, 0.5), (3.5, 4, 0.5)),
    ((0.0, 2, 1.0), (1.5, 4, 0.5), (2.0, 7, 1.0), (3.0, 5, 1.0)),
    ((0.0, 5, 1.0), (1.5, 4, 0.5), (2.0, 3, 1.0), (3.0, 2, 0.5), (3.5, 3, 0.5)),
    ((0.0, 4, 1.5), (2.0, 3, 0.5), (2.5, 2, 0.5), (3.0, 1, 1.0)),
)
_TURN: tuple[Melody, ...] = (
    ((0.0, 7, 1.5), (1.5, 6, 0.5), (2.0, 4, 1.0)),
    ((0.0, 5, 1.0), (1.0, 7, 1.0), (2.0, 5, 1.0)),
    ((0.0, 3, 1.5), (1.5, 4, 0.5), (2.0, 5, 1.0)),
    ((0.0, 4, 2.0), (2.0, 1, 1.0)),
)

STROLL = Style(
    name="stroll",
    tempo=112.0,
    meter=4,
    key="D major",
    progression=(1, 6, 4, 5),
    grooves={
        "groove": {
            "kick": "X-----o---X-----",
            "snare": "----X----.--X---",
            "hat": "x-o-x-o-x-o-x-o-",
            "rim": "-------o------o-",
        },
        "full": {
            "kick": "X-----x---X--o--",
            "snare": "----X--.-.--X--.",
            "clap": "----o-------x---",
            "hat": "x.o.x.o.x.o.x---",
            "open_hat": "--------------x-",
            "shaker": "xoxoxoxoxoxoxoxo",
        },
        "break": {"hat": "--o---o---o---o-", "rim": "x---x---x---x---", "shaker": "o-o-o-o-o-o-o-o-"},
        "outro": {"kick": "X-------o-------", "hat": "x-o-x-o-x-o-x-o-", "rim": "----x-------x---"},
    },
    comping="X--o--x---o-x-.-",
    bass="R--R--5-R--8-5l-",
    melody=_STROLL,
    swing=0.16,
)

SWAY = Style(
    name="sway",
    tempo=102.0,
    meter=3,
    key="G major",
    progression=(1, 6, 2, 5),
    grooves={
        "groove": {"kick": "X-----------", "brush": "----x---x--.", "hat": "x---o---o---"},
        "full": {"kick": "X-----o-----", "brush": "--.-x-.-x-..", "hat": "x-o-x-o-x-o-", "rim": "--------o---"},
        "break": {"hat": "o---o---o---", "rim": "x-----------"},
    },
    comping="X---x---x-o-",
    bass="R-------5-l-",
    chord_voice=voices.pluck,
    lead_voice=voices.electric_piano,
    melody=_TURN,
    swing=0.08,
    pad_level=0.6,
)

STOMP = Style(
    name="stomp",
    tempo=124.0,
    meter=4,
    key="A minor",
    progression=(1, 6, 4, 5),
    grooves={
        "groove": {"kick": "X---X---X---X---", "clap": "----x-------x---", "open_hat": "--x---x---x---x-"},
        "full": {
            "kick": "X---X---X---X---",
            "clap": "----X-------X---",
            "open_hat": "--x---x---x---x-",
            "hat": "o.-.o.-.o.-.o.-.",
            "shaker": "oooooooooooooooo",
        },
        "break": {"clap": "----x-------x---", "shaker": "o-o-o-o-o-o-o-o-"},
    },
    comping="x--x--x---x-x---",
    bass="R-R8R-R8R-R8R-R5",
    chord_voice=voices.organ,
    melody=_STROLL,
    pad_level=1.3,
)

DRIFT = Style(
    name="drift",
    tempo=72.0,
    meter=4,
    key="E major",
    progression=(1, 5, 6, 4),
    grooves={"groove": {"rim": "--------o-------", "shaker": "..o...o...o...o."}, "full": {}, "break": {}},
    comping="o-----------.---",
    bass="R---------------",
    melody=_TURN,
    pad_level=3.2,
    parts=frozenset({"drums", "bass", "chords", "pad", "arpeggio"}),
)

RUSH = Style(
    name="rush",
    tempo=168.0,
    meter=4,
    key="C minor",
    progression=(1, 1, 6, 7),
    grooves={
        "groove": {"kick": "X---------X-----", "snare": "----X-------X---", "hat": "x-x-x-x-x-x-x-x-"},
        "full": {
            "kick": "X-o-------X---o-",
            "snare": "----X--o-o--X--.",
            "hat": "xoxoxoxoxoxoxoxo",
            "open_hat": "--------------o-",
            "tom": "-------------o--",
        },
        "break": {"hat": "o-o-o-o-o-o-o-o-", "snare": "----------------"},
    },
    comping="X-----------x---",
    bass="R--R--R-R--R--8-",
    lead_voice=voices.pluck,
    melody=_STROLL,
    pad_level=1.6,
)

STYLES: Mapping[str, Style] = {style.name: style for style in (STROLL, SWAY, STOMP, DRIFT, RUSH)}
