"""What macOS wants of a program: an identity, and the documents that it opens."""

from typing import Any, Final

from core import __version__
from core.audio.files import AUDIO_EXTENSIONS

IDENTIFIER: Final = "io.github.groovescope.Groovescope"


def properties() -> dict[str, Any]:
    """Return the entries of Info.plist beside those that PyInstaller writes."""
    sounds = {
        "CFBundleTypeName": "Sound or video",
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",  # the player that a person has chosen stays the first
        "LSItemContentTypes": ["public.audio", "public.movie"],
    }
    unknown_to_the_system = {
        "CFBundleTypeName": "Sound or video",
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",
        "CFBundleTypeExtensions": sorted(ending.removeprefix(".") for ending in AUDIO_EXTENSIONS),
    }
    folders = {
        "CFBundleTypeName": "Folder of music",
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",
        "LSItemContentTypes": ["public.folder"],
    }
    return {
        "CFBundleDisplayName": "Groovescope",
        "CFBundleShortVersionString": __version__,
        "CFBundleDocumentTypes": [sounds, unknown_to_the_system, folders],
        "LSApplicationCategoryType": "public.app-category.music",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "Groovescope contributors; GPL-3.0-or-later as a whole, own code MIT",
    }
