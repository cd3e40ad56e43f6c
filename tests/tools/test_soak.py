from tools.soak import entries

LOG = """2026-11-29 00:57:47,821 CRITICAL groovescope: Not handled
Traceback (most recent call last):
  File "a.py", line 1, in f
ValueError: 3
2026-11-29 00:58:00,000 INFO groovescope: Opened
"""


def test_an_entry_of_the_log_has_its_traceback() -> None:
    first, second = entries(LOG)
    assert first.splitlines()[0].endswith("Not handled")
    assert first.splitlines()[-1] == "ValueError: 3"
    assert second == "2026-11-29 00:58:00,000 INFO groovescope: Opened"


def test_an_empty_log_has_no_entries() -> None:
    assert entries("") == []
