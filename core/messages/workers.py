"""Texts about worker processes and clusters."""

from core.messages.plural import Texts

TEXTS: Texts = {
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
    "workers.all_died": "Every worker that tried it ended unexpectedly; perhaps memory ran out.",
    "workers.cluster_gone": (
        "The cluster at {address} went away ({reason}). What is finished is kept; start again to go on."
    ),
    "workers.time_limit": "It took longer than the {seconds:g} s that one file may take, and was stopped.",
    "workers.memory_limit": (
        "It needed more than the {gigabytes:.2g} GB of memory that one file may take, and was stopped."
    ),
    "workers.died": "The analysis process ended unexpectedly; perhaps memory ran out. Please try again.",
    "workers.other_version": (
        "A worker runs Groovescope {version} ({recipe}), this is {our_version} ({our_recipe}); install the same "
        "version on all machines."
    ),
}
