"""What a decoder hands over."""

from dataclasses import dataclass, field

from core.audio.decoding.analysis_signal import SAMPLING_RATES, SignalBuilder
from core.audio.decoding.source import SourceFormat
from core.messages import Note

ALLOWANCE = 0.25
"""Seconds by which a header's length may differ from what was decoded without anyone being told."""


@dataclass
class Reading:
    """One decoder's harvest.

    Attributes
    ----------
    source : what the file is
    tags : what the file says about the music, as `clean_tags` leaves it
    signal : the samples
    seconds_claimed : the length that a header states; None where none does, or only a guess
    gave_up : the decoder stopped at damage; another one may get further
    has_more : the decoder stopped at the stated length although sound follows
    lacks_end : the container's last piece is missing, whatever length there was
    n_damaged : pieces that could not be decoded and were left out
    seconds_of_container : how long a file of several streams is by its header; its sound may rightly be shorter
    notes : what else a person should know
    """

    source: SourceFormat
    tags: dict[str, str] = field(default_factory=dict)
    signal: SignalBuilder = field(default_factory=SignalBuilder)
    seconds_claimed: float | None = None
    gave_up: bool = False
    has_more: bool = False
    lacks_end: bool = False
    n_damaged: int = 0
    seconds_of_container: float | None = None
    notes: list[Note] = field(default_factory=list)

    @property
    def is_short(self) -> bool:
        """Whether less came than the header states."""
        return self.seconds_claimed is not None and self.signal.seconds < self.seconds_claimed - ALLOWANCE

    @property
    def is_doubtful(self) -> bool:
        """Whether another decoder might get more out of the file."""
        return self.gave_up or self.has_more or self.signal.n_frames == 0


def is_sampling_rate(sr: int) -> bool:
    """Whether sound may have this rate; a damaged header would otherwise blow a few bytes up to hours."""
    lowest, highest = SAMPLING_RATES
    return lowest <= sr <= highest
