"""Texts about searches: settings, folders, trials."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "search.other_data": "The search in {run} was made with other data; give the table, groups and columns it had.",
    "search.incomplete": "The search in {run} is not complete: {missing:,} of {wanted:,} fits are missing.",
    "search.not_read": "{path} cannot be read: {reason}.",
    "search.no_json": "{path} is not JSON ({reason}); write an object such as {example}.",
    "search.no_grid": "{path} contains no grid; write an object of lists such as {example}.",
    "search.unknown_parameter": "{path}: there is no parameter “{name}”; choose among {known}.",
    "search.own_parameter": "{path}: “{name}” is set by the search; leave it out.",
    "search.object_value": "{path}: a value of “{name}” is an object; write numbers, texts or lists of numbers.",
    "search.value_refused": "{path}: “{name}” cannot be “{value}”; it must be {rule}.",
    "search.many_combinations": "{path} makes {count:,} combinations; {most:,} can be searched.",
    "search.grid_refused": "The grid cannot be searched: {reason}",
    "search.not_writable": "{folder} cannot be written to: {reason}; choose another folder.",
    "search.in_use": "Another window or run is searching into {folder}; wait for it, or use another folder.",
    "search.trials_unusable": "{path} cannot be used ({reason}); free some space or start in another folder.",
    "search.none_in_folder": "{folder} contains no search; name the folder of one.",
    "search.state_not_read": "{path} cannot be read ({reason}).",
    "search.there_already": "{folder} already contains a search; resume it or use another folder.",
    "search.other_settings": (
        "The search in {folder} has other settings ({names}); resume it with those or use another folder."
    ),
}
