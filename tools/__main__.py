"""`python -m tools VERB [ARGUMENT ...]`: what developers run; `python3 run.py VERB` sets its environment up first.

Each verb is a module with `main(arguments)`, imported only when it is asked for.
"""

import importlib
import sys

from tools.system import SetupError, say

VERBS = {
    "lint": "tools.lint",
    "test": "tools.suite",
    "build": "tools.build",
    "frozen-test": "tools.frozen_test",
    "release": "tools.release.command",
    "lock": "tools.lock",
    "screenshots": "tools.screenshots",
    "start-times": "tools.start_times",
    "soak": "tools.soak",
    "rhythm-levels": "tools.rhythm.levels",
    "onset-lag": "tools.onset_lag",
    "rhythm": "tools.rhythm.command",
    "pop909": "tools.pop909",
    "languages": "tools.languages",
    "window-texts": "tools.window_texts",
}


def main(arguments: list[str]) -> int:
    """Run one verb; return its exit code."""
    if not arguments or arguments[0] not in VERBS:
        say(f"usage: python -m tools {{{','.join(VERBS)}}} [ARGUMENT ...]")
        return 2
    verb, *rest = arguments
    try:
        return int(importlib.import_module(VERBS[verb]).main(rest))
    except SetupError as error:
        say(f"error: {error}")
        return 2
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
