"""Texts about what was not foreseen."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "program.fault": "Internal error. Try again; if it returns, report it with the log file {log}.",
    "program.no_memory": "There is not enough memory. Close other programs, or choose less.",
}
