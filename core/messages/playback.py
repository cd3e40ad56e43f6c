"""Texts about listening: a file or a device that cannot be played."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "playback.no_device": "No sound device found; playback is off.",
    "playback.no_library": "PortAudio library not found; playback is off.",
    "playback.not_playable": "{name} is no file that can be played.",
    "playback.gone": "{name} is no longer there; open it again from where it is now.",
    "playback.not_opened": "{name} cannot be opened: {reason}.",
    "playback.unknown_format": "{name} cannot be played: its format is not known.",
    "playback.no_sound": "{name} holds no sound that can be played.",
    "playback.broke_off": "{name} cannot be read any further: {reason}",
}
