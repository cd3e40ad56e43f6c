"""A batch in a process of its own, to be killed: `python -m tests.core.library.batch_process LIBRARY FOLDER`."""

import sys
from pathlib import Path


def main() -> None:
    from core.jobs.clip import prepare_analysis
    from core.library import Catalogue
    from core.library.batch import analyse_files
    from core.workers.pool import WorkerPool

    library, folder = map(Path, sys.argv[1:])
    pool = WorkerPool(2, initializer=prepare_analysis, threads_per_worker=1)
    with pool, Catalogue.open(library) as catalogue:
        result = analyse_files(catalogue, [folder], pool, on_stored=lambda track: print(track, flush=True))
    sys.exit(0 if result.problem is None else 1)


if __name__ == "__main__":
    main()
