"""Texts about files of sound: why one cannot be read, and what was noticed while it was."""

from core.messages.plural import Plural, Texts

TEXTS: Texts = {
    "audio.not_analysed": "{name} could not be analysed: {reason}",
    "audio.worker_died": "{name}: {reason}",
    # Errors
    "audio.gone": "{name} cannot be found; it may have been moved or renamed. Open it from where it is now.",
    "audio.is_folder": "{name} is a folder; open the files in it.",
    "audio.is_device": "{name} is not a file but a device or a pipe; choose a file with music in it.",
    "audio.empty": "{name} is empty: it has 0 bytes. Copy or download it again.",
    "audio.no_samples": "{name} contains no audio: 0 samples. Record or export it again.",
    "audio.unknown_length": "{name} is not audio that can be read; choose another file.",
    "audio.no_track": "{name} has no audio track; choose a file with sound in it.",
    "audio.no_decoder": (
        "{name} is encoded in a way that cannot be decoded here; it may be copy-protected. Convert it to WAV or FLAC."
    ),
    "audio.hopeless": (
        "{name} cannot be decoded: it is damaged or copy-protected. Try another copy or convert it to WAV."
    ),
    "audio.unlikely_rate": ("{name} states a sampling rate of {sr} Hz: its header is damaged. Try another copy."),
    "audio.too_long": "{name} lasts more than {hours} hours; cut it into shorter pieces.",
    "audio.no_memory": "{name} is too long for the free memory; cut it into shorter pieces.",
    "audio.forbidden": (
        "{name} may not be read: permission denied. Change its permissions or ask its owner for a copy."
    ),
    "audio.link_loop": "{name} is a link that leads back to itself; open the file that it should lead to.",
    "audio.name_too_long": "{name} has a name that is too long for this system; rename it.",
    "audio.disk": "{name} cannot be read: {reason}. Copy it to another disk and try again.",
    "audio.disk_error": "{name} cannot be read: the disk reports an error. Copy it to another disk and try again.",
    "audio.is_archive": "{name} is an archive, not audio; unpack it and open the files in it.",
    "audio.is_picture": "{name} is a picture, not audio; choose the music itself.",
    "audio.is_document": "{name} is a document, not audio; choose the music itself.",
    "audio.is_program": "{name} is a program, not audio; choose the music itself.",
    "audio.is_database": "{name} is a database, not audio; choose the music itself.",
    "audio.is_midi": "{name} holds notes (MIDI), not sound; play it with instruments and export that as WAV.",
    "audio.is_zeros": ("{name} begins with zeros only: the copy or download is incomplete. Copy or download it again."),
    "audio.lacks_index": (
        "{name} lacks its index: the recording or download is incomplete. Copy or download it again."
    ),
    "audio.encrypted": "{name} is encrypted; get a copy without protection.",
    "audio.headerless": (
        "{name} has no header of the kind that its name says; it may hold bare samples. Import it as raw data in an "
        "audio editor and save it as WAV."
    ),
    "audio.is_web_page": "{name} is a web page, not audio; the download failed. Download the file again.",
    "audio.is_text": "{name} is a text file, not audio; choose the music itself.",
    "audio.unknown_kind": (
        "{name} cannot be read as audio: it is damaged, incomplete or of an unknown kind. If it plays elsewhere, "
        "convert it to WAV or FLAC; if not, copy or download it again."
    ),
    "audio.changed": "{name} changed while it was read; try again when it is complete.",
    # Addresses
    "audio.no_such_address": "There is no file {address}; check the address.",
    "audio.needs_package": "{address} needs a package that is not installed ({package}).",
    "audio.no_address": "{address} is not a readable address: {reason}",
    "audio.not_fetched": "{address} could not be fetched: {reason}",
    # Notes
    "audio.ends_early": "The file ends early: {read:.1f} s of {stated:.1f} s could be read.",
    "audio.damaged": "The file is damaged or ends early: {read:.1f} s could be read.",
    "audio.longer_than_stated": "The file states a length of {stated:.1f} s; all {read:.1f} s were read.",
    "audio.damaged_pieces": Plural(
        "1 damaged piece of the file could not be decoded and left no sound.",
        "{count:,} damaged pieces of the file could not be decoded and left no sound.",
    ),
    "audio.not_finite": Plural(
        "1 sample is not a finite number and is taken as silence.",
        "{count:,} samples are not finite numbers and are taken as silence.",
    ),
    "audio.several_tracks": "The file has {count} audio tracks; track {track} was read.",
    "audio.opposite_phase": (
        "The channels are in opposite phase and cancel each other out; only channel {channel} was analysed."
    ),
    "audio.loud": "Samples reach {peak:,.1f} times full scale; levels are given as they are.",
}
