"""Texts about listening: a file or a device that cannot be played."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "playback.no_device": "No sound device found; playback is off.",
    "playback.lost_device": "Sound device lost; press play to search again.",
    "playback.device_gone": "“{name}” is not there; playing through the system's default device.",
    "playback.no_library": "PortAudio library not found; playback is off.",
    "playback.not_playable": "{name} is not a playable file.",
    "playback.gone": "{name} no longer exists. Open it from its new location.",
    "playback.not_opened": "{name} cannot be opened: {reason}.",
    "playback.unknown_format": "{name} cannot be played: unknown format.",
    "playback.no_sound": "{name} contains no playable audio.",
    "playback.failed": "Playback failed: {reason}",
    "playback.ended_early": "{name} ended early: it was changed, or taken away, while it was playing.",
    "playback.broke_off": "{name} cannot be read further: {reason}",
}
