"""Texts about what was not foreseen."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "program.fault": "Internal error. Try again; if it returns, report it with the log file {log}.",
    "program.updates_unreachable": (
        "It is not known whether there is a newer version: {reason}. Check the network and try again."
    ),
    "program.updates_unreadable": (
        "It is not known whether there is a newer version: the answer cannot be read. Try again later."
    ),
    "program.no_memory": "There is not enough memory. Close other programs, or choose less.",
}
