"""What can be done in the library tab, declared."""

from typing import TYPE_CHECKING, Final

from core.language import tr
from desktop.actions import ActionSpec

if TYPE_CHECKING:
    from desktop.library.page import LibraryPage

LIBRARY_ACTIONS: Final[tuple[ActionSpec["LibraryPage"], ...]] = (
    ActionSpec("add_folder", tr("Add &folder…"), lambda page: page.ask_for_folder(), ("Ctrl+Shift+A",), "add"),
    ActionSpec("add_files", tr("Add f&iles…"), lambda page: page.ask_for_files()),
    ActionSpec("filter", tr("Fil&ter"), lambda page: page.commands.focus_filter(), ("Ctrl+F",), "search", "library"),
    ActionSpec("open_track", tr("&Open in clip tab"), lambda page: page.commands.open_selected(), needs="track"),
    ActionSpec(
        "similar", tr("Find &similar"), lambda page: page.commands.find_similar(), ("Ctrl+Shift+F",), needs="track"
    ),
    ActionSpec(
        "labels", tr("La&bels…"), lambda page: page.commands.edit_labels(), ("Ctrl+L",), needs="tracks editable"
    ),
    ActionSpec(
        "edit", tr("&Edit title, BPM, key…"), lambda page: page.commands.edit_fields(), ("F2",), needs="tracks editable"
    ),
    ActionSpec(
        "analyse_again",
        tr("Anal&yse again"),
        lambda page: page.commands.analyse_again(),
        ("F5",),
        needs="tracks editable",
    ),
    ActionSpec("write_tags", tr("&Write tags…"), lambda page: page.write_tags(), needs="tracks editable"),
    ActionSpec("restore_tags", tr("Restore ta&gs"), lambda page: page.tags.restore(), needs="library editable"),
    ActionSpec("copy_rows", tr("&Copy rows"), lambda page: page.commands.copy_rows(), ("Ctrl+C",), needs="tracks"),
    ActionSpec("show_folder", tr("Show in fol&der"), lambda page: page.commands.show_in_folder(), needs="track"),
    ActionSpec(
        "remove", tr("Remo&ve from library"), lambda page: page.commands.remove(), ("Del",), needs="tracks editable"
    ),
    ActionSpec(
        "details",
        tr("Details &panel"),
        lambda page: page.commands.toggle_details(),
        ("Ctrl+I",),
        needs="library",
        checkable=True,
    ),
    ActionSpec(
        "failures", tr("F&ailed files"), lambda page: page.commands.toggle_failures(), needs="library", checkable=True
    ),
    ActionSpec(
        "missing", tr("Find &missing files"), lambda page: page.commands.look_for_missing(), needs="library editable"
    ),
    ActionSpec("locate", tr("Locate fi&le…"), lambda page: page.finder.ask_for_file(), needs="tracks editable"),
    ActionSpec(
        "locate_folder",
        tr("Locate missing files in folde&r…"),
        lambda page: page.finder.ask_for_folder(),
        needs="library editable",
    ),
    ActionSpec("batch", tr("Batc&h settings…"), lambda page: page.open_batch_settings(), needs="library"),
    ActionSpec("other_library", tr("Open a&nother library…"), lambda page: page.ask_for_library()),
)
"""Each is called with the library page, which is in front by then."""

TRACK_MENU: Final = (
    "open_track", "play", "similar", None, "labels", "edit", "write_tags", "analyse_again", None,
    "copy_rows", "show_folder", "locate", "remove",
)  # fmt: skip
"""Keys of what a right click on tracks offers."""
