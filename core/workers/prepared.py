"""Imported first in the process that workers are forked from (`core.workers.starting`), before any numeric library.

These read the number of their threads when they are imported, and a process with threads must not be forked.
"""

import os

from core.workers.process import behave_in_the_background

behave_in_the_background(threads=1)
# The allocator of Arrow, which pandas imports, starts a thread of its own unless it is told not to.
os.environ.setdefault("JE_ARROW_MALLOC_CONF", "background_thread:false")
