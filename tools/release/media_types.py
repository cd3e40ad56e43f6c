"""The names that desktops of Linux have for the kinds of files that the program opens."""

from typing import Final

TYPES: Final = {
    "wav wave bwf rf64": "audio/x-wav audio/wav audio/vnd.wave",
    "w64": "audio/x-w64",
    "flac": "audio/flac audio/x-flac",
    "mp3 mpga mp2 mp1": "audio/mpeg audio/mp2",
    "ogg oga": "audio/ogg audio/x-vorbis+ogg audio/x-flac+ogg application/ogg",
    "opus": "audio/x-opus+ogg audio/opus",
    "spx": "audio/x-speex+ogg audio/x-speex",
    "aif aiff aifc": "audio/x-aiff audio/aiff audio/x-aifc",
    "caf": "audio/x-caf",
    "au snd": "audio/basic",
    "voc": "audio/x-voc",
    "sf sph": "audio/x-nist",
    "m4a m4b m4r": "audio/mp4 audio/x-m4a audio/x-m4b audio/x-m4r",
    "aac latm": "audio/aac",
    "wma asf": "audio/x-ms-wma application/vnd.ms-asf audio/x-ms-asf video/x-ms-asf",
    "ape": "audio/x-ape",
    "wv": "audio/x-wavpack",
    "mpc": "audio/x-musepack",
    "tta": "audio/x-tta",
    "tak": "audio/x-tak",
    "shn": "application/x-shorten",
    "dsf": "audio/x-dsf",
    "ac3 eac3": "audio/ac3 audio/eac3",
    "dts dtshd": "audio/vnd.dts audio/vnd.dts.hd",
    "mlp thd": "audio/vnd.dolby.mlp",
    "amr": "audio/AMR audio/AMR-WB",
    "ra rm": "audio/vnd.rn-realaudio application/vnd.rn-realmedia",
    "oma": "audio/x-atrac3",
    "adx": "audio/x-adx",
    "gsm": "audio/x-gsm",
    "mka": "audio/x-matroska",
    "mkv": "video/x-matroska",
    "webm": "video/webm audio/webm",
    "mp4 m4v": "video/mp4 video/x-m4v",
    "mov": "video/quicktime",
    "avi": "video/vnd.avi video/x-msvideo",
    "flv": "video/x-flv",
    "3gp 3g2": "video/3gpp video/3gpp2 audio/3gpp",
    "mpg mpeg vob": "video/mpeg",
    "wmv": "video/x-ms-wmv",
    "ogv ogm": "video/ogg video/x-ogm+ogg",
    "m2ts": "video/mp2t",
    "mxf gxf": "application/mxf",
    "dv": "video/dv",
    "nut wtv": "video/x-nut",
}
"""Endings, and the names of their kinds."""

MODEL: Final = "application/x-groovescope-model"


def media_types() -> list[str]:
    """Return all names, each once."""
    names = [name for one in TYPES.values() for name in one.split()]
    return [*dict.fromkeys(names), MODEL]
