"""Containers as libav opens them, for the analysis and for the player: which ones, which stream, its frames."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.audio.decoding.imposters import is_no_sound
from core.audio.decoding.native_file import NativeFile
from core.errors import UnreadableError

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.format import ContainerFormat

# Only formats that hold sound themselves: no playlists, which would open other files or addresses, nothing that takes
# a text or a picture for a medium, and no raw samples, which state neither rate nor depth.
_MUSIC = (
    "aa,aac,ac3,aea,aiff,amr,amrnb,amrwb,apac,ape,asf,ast,au,avr,bonk,caf,codec2,daud,dfpwm,dsf,dss,dts,dtshd,eac3,"
    "flac,gsm,hcom,iff,ilbc,ircam,laf,loas,mlp,mmf,mp3,mpc,mpc8,nistsphere,oga,ogg,oma,osq,paf,pvf,qcp,qoa,rka,rso,"
    "s337m,sds,shn,sln,sox,spdif,spx,tak,truehd,tta,voc,vqf,w64,wav,wavarc,wsd,wv,wve,xwma"
)
_VIDEO = (
    "avi,dhav,dv,dxa,film_cpk,flv,gxf,ivr,kux,lxf,matroska,mov,mpeg,mpegts,mxf,nsv,nut,nuv,pva,r3d,rm,smjpeg,swf,ty,"
    "vivo,wtv"
)
_GAMES = (
    "3dostr,4xm,acm,act,adp,ads,adx,afc,aix,alp,apc,apm,argo_asf,argo_brp,argo_cvg,bethsoftvid,bfi,bfstm,bink,binka,"
    "bmv,boa,brstm,c93,dcstr,derf,dsicin,ea,fsb,fwse,gdv,genh,hca,idcin,ipmovie,iss,jv,kvag,lvf,mca,mgsts,mods,moflex,"
    "msf,mtaf,musx,mvi,nsp,pp_bnk,psxstr,redspark,rl2,roq,rpl,rsd,scd,sdns,sdx,siff,smk,smush,sol,svag,svs,thp,"
    "tiertexseq,usm,vag,vividas,vmd,vpk,wady,wc3movie,wsaud,wsvqa,xa,xmd,xmv,xvag,yop"
)
FORMATS = f"{_MUSIC},{_VIDEO},{_GAMES}"

_EASILY_MISTAKEN = frozenset((*_GAMES.split(","), "aea", "dfpwm", "loas", "s337m", "spdif"))
_OTHER_SUFFIXES = {
    "adx": ("adx",),
    "ast": ("ast",),
    "ea": ("asf", "as4", "wve", "uv", "uv2", "cmv", "tgq", "tgv", "mad", "mpc"),
    "loas": ("aac", "latm", "m4a"),
    "spdif": ("spdif", "wav", "dts", "ac3"),
    "s337m": ("302", "wav", "dts", "ac3"),
    "wsaud": ("aud",),
    "wsvqa": ("vqa",),
    "xa": ("xa", "xai", "xaj"),
}
"""Suffixes that libav does not know of a format."""

_GUESSED_LENGTH = frozenset(
    {"aac", "ac3", "adx", "amrnb", "amrwb", "daud", "dfpwm", "dts", "dtshd", "eac3", "gsm", "loas", "mlp", "mp3"}
    | {"mpeg", "mpegts", "swf", "truehd", "wtv"}
)
_KNOWN_BY_NAME_ALONE = frozenset({"daud", "dfpwm", "gsm", "sln"})  # anything so called is taken for sound
_LONGEST_STATED = 30 * 24 * 3600.0
_HOPELESS = 2000  # packets without a single decoded frame


def open_container(file: NativeFile) -> "InputContainer":
    """Open the container in `file`, a file object rather than a name, which could be taken for an address."""
    import av

    try:
        container = av.open(file, "r", container_options={"format_whitelist": FORMATS}, metadata_errors="replace")
    except (av.FFmpegError, ValueError) as error:
        raise UnreadableError("audio.unknown_kind") from error
    if not _agrees(container.format, Path(file.name)):
        container.close()
        raise UnreadableError("audio.headerless")
    if container.format.name in _KNOWN_BY_NAME_ALONE and is_no_sound(Path(file.name)):
        container.close()
        raise UnreadableError("audio.unknown_kind")
    return container


def _agrees(kind: "ContainerFormat", path: Path) -> bool:
    """Whether a format of games, or one that has hardly a header, is the one that the file's name says.

    Samples without a header look like one of them sooner or later, and come out as noise. A mark of four letters at
    the beginning is no accident.
    """
    names = kind.name.split(",")
    if not set(names) & _EASILY_MISTAKEN:
        return True
    suffix = path.suffix.lower().removeprefix(".")
    if suffix in kind.extensions or suffix in names or suffix in _OTHER_SUFFIXES.get(names[0], ()):
        return True
    with path.open("rb") as file:
        mark = file.read(4)
    return len(mark) == 4 and mark.isalnum()


def audio_stream(container: "InputContainer") -> "AudioStream":
    """Return the audio stream that is marked as default, the first one without such a mark, as far as it has a decoder.

    The others are not even read where that is allowed.

    Raises
    ------
    UnreadableError : where there is none
    """
    from av.stream import Discard, Disposition

    if not container.streams.audio:
        raise UnreadableError("audio.no_track")
    decodable = [stream for stream in container.streams.audio if has_decoder(stream)]
    if not decodable:
        raise UnreadableError("audio.no_decoder")
    stream = next((one for one in decodable if one.disposition & Disposition.default), decodable[0])
    for other in container.streams:
        if other.index != stream.index:
            other.discard = Discard.all
    return stream


def has_decoder(stream: "AudioStream") -> bool:
    """Whether the sound can be decoded; PyAV has no context for a codec that libav does not know."""
    context: object = stream.codec_context
    return context is not None


class Frames:
    """Iterates over every frame that can be decoded; packets that cannot are left out.

    Attributes
    ----------
    n_decoded : frames that came
    n_damaged : packets that could not be decoded
    broke_off : whether the container itself could not be read to its end
    """

    def __init__(self, container: "InputContainer", stream: "AudioStream") -> None:
        self._packets = container.demux(stream)
        self.n_decoded = self.n_damaged = 0
        self.broke_off = False

    def __iter__(self) -> Iterator["AudioFrame"]:
        import av

        while True:
            try:
                packet = next(self._packets, None)
            except (av.FFmpegError, OSError, IndexError):  # IndexError: a stream that was not there at the start
                self.broke_off = True
                return
            if packet is None:
                return
            try:
                frames = packet.decode()
            except (av.FFmpegError, ValueError):
                self.n_damaged += 1
                if self.n_decoded == 0 and self.n_damaged > _HOPELESS:
                    return
                continue
            self.n_decoded += len(frames)
            yield from frames

    @property
    def are_hopeless(self) -> bool:
        """Whether hardly anything could be decoded."""
        return self.n_damaged > 10 * self.n_decoded


def stated_length(container: "InputContainer", stream: "AudioStream") -> float | None:
    """Seconds of sound that the file states; None where libav would only guess from the bit rate, and for nonsense."""
    seconds = _stated_length(container, stream)
    return seconds if seconds is not None and 0 <= seconds <= _LONGEST_STATED else None


def _stated_length(container: "InputContainer", stream: "AudioStream") -> float | None:
    if _GUESSED_LENGTH.intersection(container.format.name.split(",")):
        return None
    if container.format.name == "wav" and not stream.codec_context.name.startswith("pcm"):
        return None
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    if hours_minutes_seconds := re.fullmatch(r"(\d+):(\d+):(\d+\.?\d*)", stream.metadata.get("DURATION", "")):
        hours, minutes, seconds = hours_minutes_seconds.groups()
        end = int(hours) * 3600 + int(minutes) * 60 + float(seconds)  # Matroska's tag tells when the last sound ends
        return max(0.0, end - float((stream.start_time or 0) * (stream.time_base or 0)))
    if container.duration and len(container.streams) == 1:
        return float(container.duration / 1e6)
    return None
