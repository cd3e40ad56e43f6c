"""The arranger's styles: what each player plays in a bar, and how fast such music is notated.

What tells the metrical level is in the patterns. The back beat is on two and four of the notated beat, whatever
subdivides it: a ballad at 66 BPM with sixteenths on the hi-hat is not one at 132; the walking bass and the ride of
swing mark the quarters even at 220; a two-beat has the bass on every beat and the chord between; the one drop of reggae
is on three, the chords on two and four. Tempi are spread as
they are in real music of the style, with slow ones for busy patterns among them.
"""

from dataclasses import dataclass

Tempo = tuple[float, float, float, float]
"""Lowest, middle (median) and highest BPM, then the spread in octaves (standard deviation)."""


@dataclass(frozen=True)
class Style:
    """How a kind of music is played.

    Attributes
    ----------
    name : what it is called
    weight : how often it is drawn
    tempo : notated tempi
    beats_per_bar : the metre; the beat of a compound metre is the dotted note
    kick, snare, cymbal : alternatives for the line of each, one drawn for a piece
    extra : lines of other percussion: (MIDI drum note, line)
    bass, chords : alternatives for these players
    swing : range of the place of a swung note, and pairs to a beat
    colour : chords that are used
    drummed : share of the pieces that have drums
    kits, cymbals : kits of General MIDI, and the drum notes for the cymbal's line
    basses, comping, leads : programs of General MIDI
    rubato : how freely the tempo moves
    voiced : share of the pieces that are sung
    fills : share of the eight-bar periods that end with a fill
    is_held_out : never trained on, for validation only
    """

    name: str
    weight: float
    tempo: Tempo
    beats_per_bar: int = 4
    kick: tuple[str, ...] = ()
    snare: tuple[str, ...] = ()
    cymbal: tuple[str, ...] = ()
    extra: tuple[tuple[int, str], ...] = ()
    bass: tuple[str, ...] = ()
    chords: tuple[str, ...] = ()
    swing: tuple[float, float, int] = (0.5, 0.5, 1)
    colour: str = "plain"
    drummed: float = 1.0
    kits: tuple[int, ...] = (0, 0, 8, 16)
    cymbals: tuple[int, ...] = (42,)
    basses: tuple[int, ...] = (33, 33, 34, 32, 36)
    comping: tuple[int, ...] = (24, 25, 27, 0, 4, 16)
    leads: tuple[int, ...] = (26, 27, 29, 56, 65, 66, 80)
    rubato: float = 1.0
    voiced: float = 0.5
    fills: float = 0.6
    is_held_out: bool = False


_BACK = ("....X.......X...",)
_EIGHTHS, _SIXTEENTHS, _QUARTERS = "x.x.x.x.x.x.x.x.", "xxxxxxxxxxxxxxxx", "x...x...x...x..."
_ACCENTED = "X.x.X.x.X.x.X.x."
_OFF = "..o...o...o...o."
_ROCK_KICKS = (
    "X.......x.......", "X.......x.x.....", "X.....x.x.......", "X.x.....x.x.....", "X.....x...x.....",
    "X.......x.....x.", "X..x....x.......", "X.........x.....",
)  # fmt: skip
_FUNK_KICKS = ("X..x..x...x..x..", "X.x....x..x.....", "X......x.xx.....", "X..x..x..xx....x", "X.x...x....x..x.")
_SOFT = (0, 4, 24, 25, 46, 48, 11)
_GUITARS = (24, 25, 26, 27, 28)
_STRINGS = (48, 49, 50, 51, 40, 42, 44)

STYLES: tuple[Style, ...] = (
    Style(
        "rock", 7, (88, 122, 182, 0.24), kick=_ROCK_KICKS, snare=_BACK,
        cymbal=(_EIGHTHS, _ACCENTED, _EIGHTHS, _QUARTERS), cymbals=(42, 42, 46, 51, 49),
        bass=("r.r.r.r.r.r.r.r.", "r-----r-r---r-f-", "r---r---r---r-a-", "rrrrrrrrrrrrrrrr"),
        chords=("x-x-x-x-x-x-x-x-", "x---x-x---x-x-x-", "x---------------", "x.....x.x.....x."),
        colour="plain", comping=(27, 29, 30, 28, 16, 0), leads=(29, 30, 27, 65), voiced=0.6,
    ),
    Style(
        "slow rock", 6, (56, 72, 94, 0.2), kick=_ROCK_KICKS, snare=_BACK,
        cymbal=(_EIGHTHS, _SIXTEENTHS, _SIXTEENTHS, "x.xxx.xxx.xxx.xx"), cymbals=(42, 42, 51, 46),
        bass=("r-------r-----f-", "r-----r-r-----a-", "r.r.r.r.r.r.r.r.", "r---------r-r---"),
        chords=("x---------------", "0-1-2-3-2-1-2-1-", "0123432101234321", "x-x-x-x-x-x-x-x-", "xxxxxxxxxxxxxxxx"),
        comping=(0, 4, 24, 25, 27, 29, 16, 48), leads=(29, 30, 65, 40), voiced=0.7,
    ),
    Style(
        "pop", 6, (84, 112, 150, 0.2), kick=(*_ROCK_KICKS, "X...x...X...x...", "X..x..x.X..x..x."),
        snare=_BACK, cymbal=(_EIGHTHS, _SIXTEENTHS, _OFF, _EIGHTHS), extra=((54, _EIGHTHS), (70, _SIXTEENTHS), (39, _BACK[0])),
        bass=("r.r.r.r.r.r.r.r.", "r-----r---r-r---", "r..r..r.r..r..r.", "r---o---r---o---"),
        chords=("x---------------", "..x...x...x...x.", "x..x..x.x..x..x.", "0-1-2-1-0-1-2-1-", "x...x...x...x..."),
        kits=(0, 8, 16, 24, 25), basses=(33, 36, 38, 39), comping=(0, 2, 4, 5, 27, 50, 51, 62, 81, 88, 90),
        leads=(80, 81, 53, 65, 73, 12), voiced=0.75,
    ),
    Style(
        "pop ballad", 6, (54, 70, 92, 0.2), kick=_ROCK_KICKS, snare=(*_BACK, *_BACK, "........X......."),
        cymbal=(_EIGHTHS, _SIXTEENTHS, "x.xxx.xxx.xxx.xx"), extra=((70, _SIXTEENTHS), (37, _BACK[0])),
        bass=("r-------r-------", "r-----r-r-----f-", "r---------------"),
        chords=("0-1-2-3-2-1-2-1-", "0123210101232101", "x---x---x---x---", "x-x-x-x-x-x-x-x-", "l-0-1-2-l-0-1-2-"),
        drummed=0.7, kits=(0, 8, 25), comping=(0, 0, 1, 4, 5, 24, 25, 46, 88, 89), leads=(40, 73, 65, 68, 11, 52),
        voiced=0.8, rubato=1.5,
    ),
    Style(
        "disco", 7, (102, 118, 138, 0.11), kick=("X...X...X...X...",), snare=(*_BACK, *_BACK, "................"),
        cymbal=(_OFF, "x.o.x.o.x.o.x.o.", "xxoxxxoxxxoxxxox", _SIXTEENTHS, _EIGHTHS),
        extra=((54, _SIXTEENTHS), (63, "..x..x.x..x..x.x"), (39, _BACK[0]), (70, _SIXTEENTHS)),
        bass=("r.o.r.o.r.o.r.o.", "r..rr.o.r..rr.o.", "r.r.r.r.r.r.r.r.", "r---..r-o---..a-", "..r...r...r...r."),
        chords=("..x...x...x...x.", "x---------------", "x.xxx.x.x.xxx.x.", "..xx..xx..xx..xx", "...x..x....x..x."),
        colour="jazz", kits=(0, 8, 25), basses=(33, 36, 38), comping=(27, 28, 4, 48, 50, 61, 62), leads=(48, 56, 61, 65, 73),
        voiced=0.7,
    ),
    Style(
        "house", 3, (116, 126, 142, 0.08), kick=("X...X...X...X...",), snare=(*_BACK, "................"),
        cymbal=(_OFF, _OFF, _SIXTEENTHS, "..xx..xx..xx..xx"), extra=((39, _BACK[0]), (70, _SIXTEENTHS)),
        bass=("..r...r...r...r.", "r.rr.rr.r.rr.rr.", "rrrrrrrrrrrrrrrr", "r--r--r-r--r--r-"),
        chords=("x--x--x---x--x--", "x---------------", "..x...x...x...x.", "0123012301230123"), kits=(24, 25),
        basses=(38, 39, 87), comping=(81, 90, 50, 62, 0, 16), leads=(80, 81, 87), voiced=0.35, fills=0.3,
    ),
    Style(
        "drum and bass", 1.5, (160, 172, 180, 0.03), kick=("X.........x.....", "X.....x...x....."),
        snare=("....X.......X...", "....X..g.g..X..g"), cymbal=(_EIGHTHS, _SIXTEENTHS, "x..xx.x.x..xx.x."),
        bass=("r---------------|--------r-------", "r-----r---------"), chords=("x---------------", "....x-------x---"),
        kits=(24, 25, 0), basses=(38, 39, 87), comping=(88, 90, 50, 4), leads=(80, 81, 4), voiced=0.4,
    ),
    Style(
        "funk", 6, (84, 102, 124, 0.13), kick=_FUNK_KICKS, snare=("....X.......X...", "....X..g.g..X..g", "....X.g..g.gX..."),
        cymbal=(_SIXTEENTHS, _EIGHTHS, "x.xxx.xxx.xxx.xx", "xxoxxxxxxxoxxxxx"),
        extra=((63, "..x..x.x..x..x.x"), (54, _EIGHTHS)),
        bass=("r..r..o...r..fo.", "r.....rr..a.r.o.", "r-.r..r.f.o...a.", "r..ro..r..r.f.a."),
        chords=("..xx..x...xx..x.", "....x..x....x..x", "x.............x.", "xxx.xxx.x.xxx.x."), colour="jazz",
        swing=(0.5, 0.58, 2), comping=(27, 28, 7, 4, 16, 61), leads=(56, 57, 65, 66, 67), voiced=0.5, basses=(36, 37, 33),
    ),
    Style(
        "soul", 4, (60, 84, 112, 0.22), kick=(*_ROCK_KICKS, *_FUNK_KICKS), snare=("....X.......X...", "....X..g....X..g"),
        cymbal=(_EIGHTHS, _SIXTEENTHS, _ACCENTED), extra=((54, _BACK[0]), (37, _BACK[0])),
        bass=("r-----rf..r.o-a-", "r---..rrf---..a-", "r..r..r-r.....f."),
        chords=("x-------..x-----", "..x...x...x...x.", "x---x---x---x---", "....x.......x..."), colour="jazz",
        swing=(0.5, 0.6, 2), comping=(4, 5, 16, 27, 0, 61), leads=(65, 66, 56, 11), voiced=0.8,
    ),
    Style(
        "hip hop", 7, (72, 91, 108, 0.13),
        kick=("X.....x...x.....", "X..x....x.x.....", "X......x..x....x", "X.x.......x..x..", "X.........xx...."), snare=_BACK,
        cymbal=(_EIGHTHS, _EIGHTHS, _SIXTEENTHS, "x.xxx.x.x.xxx.x."), extra=((39, _BACK[0]), (70, _SIXTEENTHS)),
        bass=("r-----r---r-----", "r-------..r-..a-", "r..r......r-..f-"),
        chords=("x---------------", "x.......x.......", "x-----x---------", "0-2-1-2-0-2-1-3-", "...x......x....."),
        swing=(0.5, 0.64, 2), kits=(0, 8, 25, 24), basses=(33, 38, 39, 32), comping=(0, 4, 11, 48, 46, 88, 5, 61),
        leads=(73, 11, 4, 80, 56), voiced=0.75, fills=0.3,
    ),
    Style(
        "trap", 2, (60, 70, 80, 0.08), kick=("X.....x...x.....", "X..x......x..x..", "X.......x....x.x"), snare=_BACK,
        cymbal=(_SIXTEENTHS, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "x.x.x.x.xxxxx.x.x.x.x.xxx.x.xxxx"),
        extra=((39, _BACK[0]),), bass=("r---------r-----", "r-----r-------a-"), chords=("x---------------", "0-2-1-2-0-2-1-3-"),
        kits=(25,), basses=(38, 39), comping=(88, 10, 11, 0, 4), leads=(80, 75, 11), voiced=0.7, fills=0.3,
    ),
    Style(
        "reggae", 7, (116, 146, 188, 0.14),
        kick=("........X.......", "........X.......", "X.......X.......", "X...............|X.......X.......", "X...X...X...X..."),
        snare=("........x.......", "........X.......", "........x.....g.|....g...x......."), cymbal=(_QUARTERS, _EIGHTHS, "X...x...X...x...", "x...x.x.x...x.x."),
        extra=((63, "....x.....x...x."), (37, "........x.......")),
        bass=(
            "r---..r---f---..|..r---f---t---..", "....r---r---....|....f---r-------", "r---....r---r---|o---....f-------",
            "r-----------....|r---f---t---....", "........r---r---|f-------a-------",
        ),
        chords=("....x.......x...", "....x.......x...", "....x.x.....x.x.", "....x...x...x..."), swing=(0.5, 0.62, 1),
        comping=(27, 28, 16, 17, 0), leads=(56, 65, 57, 22), basses=(33, 34, 32), voiced=0.8,
    ),
    Style(
        "reggae steppers", 2, (116, 132, 152, 0.08), kick=("X...X...X...X...",), snare=("........X.......", "....x.......x..."),
        cymbal=(_EIGHTHS, _ACCENTED), bass=("r---r-f-r---t---", "r-----r-f-----a-"), chords=("..x...x...x...x.", "....x.......x..."),
        comping=(27, 16, 0), leads=(56, 22), voiced=0.7,
    ),
    Style(
        "country", 5, (72, 104, 140, 0.24), kick=("X.......X.......", "X.......X.x....."), snare=(*_BACK, "....x..x....x..x"),
        cymbal=(_EIGHTHS, _QUARTERS, "................"), bass=("r-------f-------", "r-------f---a-a-", "r---.---f---.---"),
        chords=("l...x...l...x...", "l...x.x.l...x.x.", "l---x-x-l---x-xx", "0-1-2-1-3-1-2-1-"), comping=(24, 25, 27, 0, 105),
        leads=(40, 22, 105, 26, 110), voiced=0.8, swing=(0.5, 0.6, 1), colour="plain",
    ),
    Style(
        "two-beat", 4, (82, 104, 138, 0.16), kick=("X...X...X...X...", "X...X...X...X...", "................"),
        snare=("..x...x...x...x.", "..X...X...X...X.", "..xx..xx..xx..xx", "................"), cymbal=("................", _EIGHTHS),
        bass=("r---f---r---f---", "r---f---r---f-a-"),
        chords=("l.x.l.x.l.x.l.x.", "..x...x...x...x.", "l.xxl.xxl.xxl.xx", "0121012101210121"), comping=(25, 24, 105, 21, 0),
        leads=(40, 105, 110, 22, 25), voiced=0.6, fills=0.3, drummed=0.75,
    ),
    Style(
        "train beat", 3, (92, 112, 140, 0.13), kick=("X...X...X...X...", "X.......X......."),
        snare=("x.Xxx.Xxx.Xxx.Xx", "xxXxxxXxxxXxxxXx", "xxxxXxxxxxxxXxxx"), cymbal=("................",),
        bass=("r---f---r---f---", "r-------f-------", "r---r---f---f---"), chords=("l.x.l.x.l.x.l.x.", "l.xxl.xxl.xxl.xx", "....x.......x..."),
        kits=(40, 0, 16), comping=(25, 24, 27), leads=(40, 22, 26, 110), voiced=0.8,
    ),
    Style(
        "metal", 6, (90, 132, 205, 0.3),
        kick=("xxxxxxxxxxxxxxxx", "x.x.x.x.x.x.x.x.", "X..xX..xX..xX..x", "X.xxX.xxX.xxX.xx", "X.......x.x....."), snare=_BACK,
        cymbal=(_QUARTERS, _EIGHTHS), cymbals=(49, 46, 51, 42, 52),
        bass=("rrrrrrrrrrrrrrrr", "r.r.r.r.r.r.r.r.", "r.rrr.rrr.rrr.rr", "r-------r-------"),
        chords=("llxxllllllxxllll", "l.l.x.l.l.l.x.l.", "l.lll.lll.llx-x-", "x---------------", "x-------x-x-----"),
        colour="power", kits=(16, 0), basses=(34, 33), comping=(29, 30, 30), leads=(29, 30), voiced=0.5,
    ),
    Style(
        "thrash", 2, (150, 182, 226, 0.13), kick=("X.......X.......", "X.....x.X.....x.", "x.x.x.x.x.x.x.x."), snare=_BACK,
        cymbal=(_EIGHTHS, _QUARTERS), cymbals=(42, 46, 49), bass=("r.r.r.r.r.r.r.r.",), chords=("l.l.l.l.l.l.x.x.", "x.x.x.x.x.x.x.x."),
        colour="power", kits=(16, 0), basses=(34,), comping=(29, 30), leads=(30, 29), voiced=0.5,
    ),
    Style(
        "blast", 1, (110, 130, 160, 0.12), kick=("xxxxxxxxxxxxxxxx", "x.x.x.x.x.x.x.x."), snare=("..x...x...x...x.", ".x.x.x.x.x.x.x.x"),
        cymbal=(_EIGHTHS, _QUARTERS), cymbals=(49, 46, 42), bass=("rrrrrrrrrrrrrrrr",), chords=("xxxxxxxxxxxxxxxx", "x---x---x---x---"),
        colour="power", kits=(16, 0), basses=(34,), comping=(30, 29), leads=(30,), voiced=0.3,
    ),
    Style(
        "heavy half time", 2, (60, 76, 98, 0.15), kick=("X..xx...x.x.....", "X.x.....x.xx..x.", "xxxxxxxxxxxxxxxx"), snare=_BACK,
        cymbal=(_QUARTERS, _EIGHTHS), cymbals=(49, 46, 51), bass=("r..rr...r.rr....", "r-------r-------"),
        chords=("l..ll...l.ll....", "x-------x---x---", "x---------------"), colour="power", kits=(16, 0), basses=(34,), comping=(30, 29),
        leads=(30, 29), voiced=0.5,
    ),
    Style(
        "punk", 2, (145, 170, 205, 0.12), kick=_ROCK_KICKS, snare=_BACK, cymbal=(_EIGHTHS, _QUARTERS), cymbals=(42, 46, 51),
        bass=("r.r.r.r.r.r.r.r.",), chords=("x.x.x.x.x.x.x.x.", "x-x-x-x-x-x-x-x-"), colour="power", kits=(16, 0), basses=(34, 33),
        comping=(29, 30, 27), leads=(30, 29), voiced=0.8,
    ),
    Style(
        "shuffle", 4, (84, 118, 156, 0.2), kick=("X.....x.....", "X..x..x..x..", "X.....x..x.."), snare=("...X.....X..",),
        cymbal=("x.xx.xx.xx.x", "x..x..x..x..", "x.xx.xx.xx.x"), cymbals=(42, 51),
        bass=("r..t..f..t..", "r.rr.rr.rr.r", "r.rf.fr.rf.f", "r..f..o..f.."), chords=("x.xx.xx.xx.x", "l.lx.xl.lx.x", "...x.....x..", "x-----------"),
        colour="blues", comping=(26, 27, 29, 0, 16), leads=(26, 27, 29, 22, 65), voiced=0.6,
    ),
    Style(
        "slow blues", 6, (44, 60, 86, 0.22), kick=("X.....x.....", "X....xx....x", "X..x..x..x.."), snare=("...X.....X..",),
        cymbal=("xxxxxxxxxxxx", "xxxxxxxxxxxx", "x.xx.xx.xx.x"), cymbals=(42, 51),
        bass=("r..t..f..t..", "r--..rr--f-a", "r-----f-----", "r..f..o..f.."),
        chords=("xxxxxxxxxxxx", "...x.....x..", "x-----------", "x--..x---..x", "012321012321"), colour="blues", comping=(0, 1, 26, 27, 16),
        leads=(26, 27, 29, 22, 65, 66), voiced=0.6, rubato=1.3, drummed=0.85,
    ),
    Style(
        "acoustic blues", 3, (66, 92, 128, 0.25), bass=("r-.-r-.-r-.-r-.-", "r---f---r---f---", "r---r---r---r---"),
        chords=("l.x.l.x.l.x.l.x.", "l-01l-21l-01l-21", "l..xl..xl..xl..x", "x...x..xx...x..x"), swing=(0.5, 0.68, 1), colour="blues",
        drummed=0.0, basses=(25, 24, 32), comping=(24, 25, 25, 0), leads=(22, 25, 24), voiced=0.7, rubato=2.0,
    ),
    Style(
        "rock and roll", 3, (128, 158, 188, 0.14), kick=("X.......X.......", "X...X...X...X..."), snare=(*_BACK, "....X.......X.x."),
        cymbal=(_EIGHTHS, _QUARTERS), cymbals=(42, 51), bass=("r---t---f---w---", "r-r-t-t-f-f-t-t-"),
        chords=("x.x.x.x.x.x.x.x.", "....x.......x...", "..x...x...x...x."), swing=(0.5, 0.64, 1), colour="blues", comping=(0, 3, 26, 27),
        leads=(66, 26, 27, 0), voiced=0.8,
    ),
    Style(
        "doo-wop", 3, (52, 66, 88, 0.18), kick=("X.....x.....", "X..x..x..x..", "X....xx....."), snare=("...X.....X..",),
        cymbal=("xxxxxxxxxxxx", "x..x..x..x.."), bass=("r-----f-----", "r-----r--f-a", "r..r..r..r.."), chords=("xxxxxxxxxxxx", "012321012321", "x-----------"),
        comping=(0, 24, 27, 4, 48), leads=(65, 52, 53, 11), voiced=0.9, drummed=0.85,
    ),
    Style(
        "swing", 8, (104, 158, 240, 0.3), kick=("............", "x...........", "x..x..x..x..", "............"),
        snare=("............", "........g...", ".....g......"),
        cymbal=("x..x.xx..x.x", "x..x.xx..x.x", "x..x..x..x..", "x..x.xx..x.."), cymbals=(51, 51, 59, 53), extra=((44, "...x.....x.."),),
        bass=("r..w..w..a..", "r..t..f..a..", "r..w..f..a..", "r-----f-----"),
        chords=("x----x------", "...x.....x..", ".....x.....x", "x-----------", "x..x..x..x.."), colour="jazz", kits=(32, 0, 40, 32),
        basses=(32, 32, 32, 35), comping=(0, 0, 26, 4, 11), leads=(56, 57, 59, 64, 65, 66, 71, 11, 0, 26), voiced=0.15, drummed=0.88,
        fills=0.35,
    ),
    Style(
        "jazz ballad", 4, (50, 66, 92, 0.2), kick=("............", "x.....x....."), snare=("x-----x-----",), cymbal=("x..x.xx..x.x", "x..x..x..x.."),
        cymbals=(51, 44), extra=((44, "...x.....x.."),), bass=("r-----f-----", "r..w..f..a..", "r-------f..a"),
        chords=("x-----------", "x-----x-----", "x----x-----x", "...x.....x.."), colour="jazz", kits=(40, 40, 32), basses=(32, 35),
        comping=(0, 0, 26, 4), leads=(56, 65, 66, 64, 0, 71), voiced=0.25, drummed=0.7, rubato=2.0, fills=0.1,
    ),
    Style(
        "bossa", 4, (104, 134, 168, 0.15), kick=("x.....x.x.....x.",), snare=("x.....x.....x...", "..x...x.....x...", "x.....x...x....."),
        cymbal=(_EIGHTHS, _EIGHTHS), cymbals=(42, 70, 51), bass=("r-----f-f-----r-", "r-----f-r-----f-"),
        chords=("x...x.x.....x.x.", "x-----x---x-----", "..x...x...x...x.", "l-x-..x-l-..x-x-"), colour="jazz", kits=(32, 40, 0), basses=(32, 32),
        comping=(24, 24, 0, 4, 26), leads=(65, 73, 64, 11, 24), voiced=0.5,
    ),
    Style(
        "jazz waltz", 2, (96, 140, 190, 0.24), 3, kick=("x........", "........."), snare=(".........", "....g...."),
        cymbal=("x..x.xx..", "x..x..x.."), cymbals=(51, 53), extra=((44, "...x..x.."),), bass=("r..w..a..", "r--------", "r-----f.."),
        chords=("x---x----", "...x..x..", "x--------"), colour="jazz", kits=(32, 40), basses=(32,), comping=(0, 26, 4), leads=(56, 65, 71, 73),
        voiced=0.15,
    ),
    Style(
        "waltz", 4, (78, 118, 186, 0.3), 3, kick=("X...........",), snare=("....x...x...", "............", "........x..."),
        cymbal=("x...x...x...", "x.x.x.x.x.x.", "............"), bass=("r-----------", "r---f---f---", "r-----------|f-----------"),
        chords=("l...x...x...", "....x...x...", "0-1-2-1-2-1-", "x-----------"), drummed=0.5, comping=(0, 24, 25, 21, 48), leads=_STRINGS + (22, 71, 73),
        voiced=0.5, rubato=1.7, fills=0.3,
    ),
    Style(
        "march", 2, (92, 114, 138, 0.12), 2, kick=("X...X...", "X......."), snare=("..x...x.", "x.xxx.xx", "..X...Xx"),
        cymbal=("........", "x...x..."), cymbals=(49, 57), bass=("r---f---",), chords=("..x...x.", "l.x.l.x.", "x---x---"), basses=(58, 32, 43),
        comping=(61, 60, 21, 48, 57), leads=(56, 57, 72, 71, 60), voiced=0.1, drummed=0.8,
    ),
    Style(
        "compound", 4, (40, 58, 84, 0.22), 2, kick=("X.....x.....", "X...........", "X...x.x....."), snare=("......X.....",),
        cymbal=("x.x.x.x.x.x.", "x.....x....."), cymbals=(42, 51), bass=("r-----r-----", "r-----------", "r-----f---a-"),
        chords=("0-1-2-3-2-1-", "x-----x-----", "x-x-x-x-x-x-", "l.x.x.l.x.x."), comping=(0, 24, 25, 27, 48), leads=(29, 40, 65, 73), voiced=0.7,
        drummed=0.7,
    ),
    Style(
        "five", 2, (84, 132, 184, 0.25), 5, kick=("X.....x.....x.......", "X...........x.......",), snare=("....X...........X...", "........X.......X..."),
        cymbal=("x.x.x.x.x.x.x.x.x.x.", "x...x...x...x...x..."), cymbals=(42, 51), bass=("r-----f-----r---f---", "r-----------r-------"),
        chords=("x-----x-----x---x---", "l...x...x...l...x...", "x-------------------"), comping=(0, 4, 27, 26), leads=(65, 64, 80), voiced=0.3,
    ),
    Style(
        "seven", 2, (150, 196, 250, 0.2), 7, kick=("X...x...x.....", "X...X...X....."), snare=("..X...X...X...", "....X.....X..."),
        cymbal=("x.x.x.x.x.x.x.", "xxxxxxxxxxxxxx"), cymbals=(42, 51), bass=("r---r---r-----", "r---f---r-f-a-"), chords=("x---x---x-----", "x-------------", "0-1-2-1-2-1-2-"),
        comping=(0, 27, 24, 29), leads=(65, 80, 29, 40), voiced=0.3,
    ),
    Style(
        "alberti", 4, (58, 104, 156, 0.36), bass=("r---------------", "r-------f-------"), chords=("0-2-1-2-0-2-1-2-", "0212021202120212", "0-2-1-2-0-2-1-2-"),
        drummed=0.0, basses=(42, 43, 0, 70), comping=(0, 6, 48, 46, 0), leads=(0, 40, 73, 68, 71, 6), voiced=0.03, rubato=2.5,
    ),
    Style(
        "adagio", 4, (42, 58, 78, 0.2), bass=("r-------f-------", "r---------------", "r---r---r---r---"),
        chords=("x---------------", "x-x-x-x-x-x-x-x-", "0121012101210121", "0-1-2-1-0-1-2-1-", "x---x---x---x---", "xxxxxxxxxxxx"), drummed=0.0,
        basses=(43, 42, 70), comping=_STRINGS + (0, 46, 19), leads=(40, 42, 68, 71, 73, 60, 0), voiced=0.08, rubato=3.0,
    ),
    Style(
        "allegro", 3, (104, 130, 168, 0.17), bass=("r-r-r-r-r-r-r-r-", "r---r---r---r---", "r---f---r---a---"),
        chords=("xxxxxxxxxxxxxxxx", "x-x-x-x-x-x-x-x-", "0123210101232101", "x-----x-x---x---", "..x...x...x...x."), drummed=0.0, basses=(43, 42, 70),
        comping=(48, 44, 40, 6, 0), leads=(40, 73, 68, 71, 56, 6), voiced=0.02, rubato=1.7,
    ),
    Style(
        "minuet", 3, (84, 116, 150, 0.2), 3, bass=("r---r---r---", "r-----------", "r---f---o---"),
        chords=("x---x---x---", "0-1-2-1-2-1-", "....x...x...", "012101210121"), drummed=0.0, basses=(43, 42, 6), comping=(48, 6, 0, 46, 24),
        leads=(40, 73, 68, 6, 0), voiced=0.02, rubato=2.0,
    ),
    Style(
        "chorale", 2, (52, 76, 104, 0.2), bass=("r---t---f---a---", "r-------f---a---", "r-r-f-f-t-t-a-a-"), chords=("x---x---x---x---", "x-------x-------"),
        drummed=0.0, basses=(43, 19, 70), comping=(19, 48, 52, 61, 60), leads=(52, 19, 48, 56), voiced=0.3, rubato=2.0,
    ),
    Style(
        "romantic piano", 4, (48, 70, 110, 0.25), bass=("r---------------", "r-------r-------"),
        chords=("0-1-2-3-2-1-2-1-", "012321012321", "l-x-x-x-l-x-x-x-", "l---x---x---x---", "0123454301234543"), drummed=0.0, basses=(0,), comping=(0, 0, 1),
        leads=(0, 0, 40, 42), voiced=0.02, rubato=4.0,
    ),
    Style(
        "slow three", 2, (50, 70, 96, 0.2), 3, bass=("r-----------", "r-------f---"), chords=("0-1-2-3-2-1-", "x-----------", "l-x-x-l-x-x-", "l...x...x..."),
        drummed=0.15, kick=("X...........",), snare=("........x...",), cymbal=("x.x.x.x.x.x.",), basses=(43, 32, 0), comping=(0, 48, 24, 46),
        leads=(40, 73, 0, 68), voiced=0.3, rubato=3.0,
    ),
    Style(
        "acoustic song", 4, (70, 98, 140, 0.25), bass=("r---f---r---f---", "r-------r-----f-", "................"),
        chords=("x---x-x-..x-x-x-", "x-xxx-xxx-xxx-xx", "l-1-2-1-l-1-2-1-", "l.x.l.x.l.x.l.x.", "0121312101213121"), drummed=0.15,
        kick=("X.......x.......",), snare=_BACK, cymbal=(_EIGHTHS,), extra=((54, _BACK[0]),), comping=(24, 25, 25, 0), leads=(73, 40, 22, 24), voiced=0.9,
        rubato=1.5,
    ),
    Style(
        "ska", 1, (120, 146, 176, 0.12), kick=("....X.......X...", "X.......X......."), snare=("....X.......X...",), cymbal=(_EIGHTHS, _QUARTERS),
        bass=("r---t---f---t---",), chords=("..x...x...x...x.",), comping=(27, 16, 0), leads=(56, 57, 65), voiced=0.7, is_held_out=True,
    ),
    Style(
        "tango", 1, (104, 122, 140, 0.1), kick=("X..x..x.X..x..x.", "................"), snare=("..............xx",), cymbal=("................",),
        bass=("r---r---r---r---", "r--r--r-r---r---"), chords=("x...x...x...x.xx", "l..x..x.l...x..."), drummed=0.4, comping=(21, 0, 48), leads=(40, 21, 23),
        voiced=0.4, rubato=2.0, is_held_out=True,
    ),
    Style(
        "samba", 1, (88, 104, 124, 0.1), 2, kick=("x..xX..x",), snare=("x.xx.x.x", "..x..x.x"), cymbal=("xxxxxxxx",), extra=((70, "xxxxxxxx"), (67, "x.x..x.x")),
        bass=("r--fo--f", "r---o-.f"), chords=("x.x.xx.x", "..x..x.x"), colour="jazz", comping=(24, 0, 25), leads=(73, 65, 56), voiced=0.6, is_held_out=True,
    ),
    Style(
        "breakbeat ballad", 1, (62, 78, 98, 0.15), kick=("X.x......xx..x..", "X......x..x..x.."), snare=("....X..g.g..X..g",), cymbal=(_SIXTEENTHS, "x.xxx.xx"),
        bass=("r---------r-----",), chords=("x---------------", "0-1-2-3-2-1-2-1-"), comping=(4, 88, 0, 48), leads=(73, 80, 52), voiced=0.8,
        kits=(24, 25, 0), is_held_out=True,
    ),
)  # fmt: skip
"""All styles, held-out ones among them."""


def style_named(name: str) -> Style:
    """Return a style by its name."""
    return next(style for style in STYLES if style.name == name)
