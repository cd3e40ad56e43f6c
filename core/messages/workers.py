"""Texts about worker processes and clusters."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "workers.no_dask": (
        "Work on a cluster needs Dask, which this program is installed without; the guide says how to add it "
        "(pip install 'groovescope[cluster]')."
    ),
    "workers.no_scheduler": "There is no Dask scheduler at {address}: {reason}. Start one, or check the address.",
    "workers.none_at_scheduler": (
        "The scheduler at {address} has no workers; start some with: dask worker {address} --nthreads 1"
    ),
    "workers.cannot_run": "The workers at {address} cannot run this program: {reason}",
    "workers.no_answer": "Workers at {address} do not answer: {reason}.",
    "workers.lacks_program": (
        "A worker cannot import {package}; install this version of Groovescope on all machines and start the "
        "workers from where Python finds it."
    ),
    "workers.all_died": "Every worker that tried it ended unexpectedly, possibly out of memory.",
    "workers.cluster_gone": (
        "The cluster at {address} was lost ({reason}). Finished work is kept; start again to continue."
    ),
    "workers.time_limit": "Stopped: it took longer than {seconds:g} s, the time limit per file.",
    "workers.memory_limit": ("Stopped: it needed more than {gigabytes:.2g} GB, the memory limit per file."),
    "workers.died": "The analysis process ended unexpectedly, possibly out of memory. Try again.",
    "workers.other_version": (
        "A worker runs Groovescope {version} ({recipe}), this is {our_version} ({our_recipe}); install the same "
        "version on all machines."
    ),
}
