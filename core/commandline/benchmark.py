"""Adds `groovescope benchmark extraction`, `rhythm`, `key`, `sections`, `novelty`, `recipes` … to the command line."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from core.commandline.app import benchmark_app
from core.commandline.terminal import ALL_WELL, SOME_FAILED, progress, say
from core.errors import CommandError, ProgramError, ReferenceMissingError
from resources import resource_path

if TYPE_CHECKING:
    from core.benchmarks.harmony import Scored
    from core.benchmarks.rhythm_annotations import Piece
    from core.dataset.dataset import Dataset

T = TypeVar("T")
DEMO = "demo.flac"


@benchmark_app.command("extraction")
def extraction(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH ...]", help="Audio files or folders; default: the demo clip."),
    ] = None,
) -> int:
    """How many times faster than by librosa's calls the tables are made, on one core, and whether the numbers agree."""
    from core.commandline.files import expand_files
    from core.reference.check import require_librosa

    files, failures = expand_files(paths or [resource_path(DEMO)])
    for failure in failures:
        say(f"error: {failure.reason}")
    if not files:
        raise CommandError("command.no_music")
    try:
        require_librosa()
    except ReferenceMissingError as problem:
        raise CommandError("command.failed", reason=problem) from None
    from threadpoolctl import threadpool_limits

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from core.benchmarks.extraction import run

    with threadpool_limits(1):
        for line in run(files):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return SOME_FAILED if failures else ALL_WELL


@benchmark_app.command("rhythm")
def rhythm(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of audio files with .beats files beside them.")],
    beats: Annotated[
        Path | None, typer.Option("--beats", metavar="DIR", help="Where the .beats files are.", show_default=False)
    ] = None,
    csv: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", help="Also write all figures here.", show_default=False)
    ] = None,
    corrections: Annotated[
        bool, typer.Option("--corrections", help="Count the gestures that a careful user needs to correct them.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Pieces at a time.")] = 1,
) -> int:
    """How well beats and bars are found: this program, its classical tracker and librosa against annotated beats."""
    from core.benchmarks import rhythm as benchmark
    from core.benchmarks.rhythm_annotations import find_pieces
    from core.benchmarks.rhythm_report import report, write_csv
    from core.benchmarks.rhythm_scores import require_mir_eval
    from core.reference.check import require_librosa

    pieces, without = find_pieces(folder, beats)
    if without:
        say(f"{len(without)} audio files have no .beats file and are left out, {without[0].name} among them.")
    if corrections:
        from core.benchmarks.rhythm_corrections import correct_piece, corrections_report

        corrected, failed = _measured(benchmark.for_all(correct_piece, pieces, jobs))
        _print(corrections_report(corrected))
        return SOME_FAILED if failed else ALL_WELL
    try:
        require_mir_eval()
        require_librosa()
    except ReferenceMissingError as problem:
        raise CommandError("command.failed", reason=problem) from None
    results, failed = _measured(benchmark.for_all(benchmark.measure_piece, pieces, jobs))
    if csv is not None:
        write_csv(csv, results)
    _print(report(results))
    return SOME_FAILED if failed else ALL_WELL


@benchmark_app.command("sections")
def sections(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder of audio files with NAME.sections.lab files beside them.")
    ],
) -> int:
    """How well sections are found: against annotated ones, beside a border at every eighth bar."""
    from core.benchmarks.rhythm_scores import require_mir_eval
    from core.benchmarks.sections import annotated_pieces, report, score_piece

    try:
        require_mir_eval()
    except ReferenceMissingError as problem:
        raise CommandError("command.failed", reason=problem) from None
    results, failed = [], 0
    for audio, annotations in annotated_pieces(folder):
        try:
            results.append(score_piece(audio, annotations))
        except ProgramError as problem:
            say(f"error: {audio.name}: {problem}")
            failed += 1
    if not results:
        raise CommandError("command.rhythm_nothing")
    _print(report(results))
    return SOME_FAILED if failed else ALL_WELL


@benchmark_app.command("key")
def keys(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder of audio files with clips.csv (clip, key) or .key files.")
    ],
) -> int:
    """How well keys are found, by mir_eval's weighted score: this program and librosa's chroma with templates."""
    from core.benchmarks import harmony as benchmark

    return _harmony(benchmark.pieces_with_keys, benchmark.score_key, folder)


@benchmark_app.command("chords")
def chords(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of audio files with .chords.lab beside them.")],
) -> int:
    """How well chords are found, by mir_eval's major-minor score: this program and librosa's chroma with templates."""
    from core.benchmarks import harmony as benchmark

    return _harmony(benchmark.pieces_with_chords, benchmark.score_chords, folder)


def _harmony(find: "Callable[[Path], list[tuple[Path, T]]]", score: "Callable[[Path, T], Scored]", folder: Path) -> int:
    from core.benchmarks.harmony import line, report
    from core.benchmarks.rhythm_scores import require_mir_eval
    from core.reference.check import require_librosa

    try:
        require_mir_eval()
        require_librosa()
    except ReferenceMissingError as problem:
        raise CommandError("command.failed", reason=problem) from None
    if not folder.is_dir():
        raise CommandError("command.rhythm_no_folder", folder=folder)
    results, failed = [], 0
    for audio, truth in find(folder):
        try:
            results.append(score(audio, truth))
        except ProgramError as error:
            say(f"error: {audio.name}: {error}")
            failed += 1
        else:
            _print([line(results[-1])])
    if not results:
        raise CommandError("command.rhythm_nothing")
    _print(report(results))
    return SOME_FAILED if failed else ALL_WELL


def _measured(outcomes: "Iterable[tuple[Piece, T | ProgramError]]") -> tuple[list[T], int]:
    """Return what was measured, and how many pieces could not be, each of which is told at once."""
    results: list[T] = []
    failed = 0
    for piece, outcome in outcomes:
        if isinstance(outcome, ProgramError):
            say(f"error: {piece.name}: {outcome}")
            failed += 1
        else:
            results.append(outcome)
    if not results:
        raise CommandError("command.rhythm_nothing")
    return results, failed


@benchmark_app.command("batch")
def batch(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH ...]", help="Audio files or folders; default: synthesised clips."),
    ] = None,
    clips: Annotated[int, typer.Option("--clips", min=2, help="Number of clips to synthesise or use.")] = 48,
    memory_clips: Annotated[
        int, typer.Option("--memory-clips", min=4, help="Analyses in one process, to measure its memory.")
    ] = 60,
) -> int:
    """Measure what a second worker brings, what a Dask cluster costs and changes, and whether memory stays flat."""
    import tempfile

    from core.benchmarks.workers import run
    from core.commandline.files import expand_files

    with tempfile.TemporaryDirectory() as folder:
        files, failures = expand_files(paths) if paths else (_invented(Path(folder), clips), [])
        for failure in failures:
            say(f"error: {failure.reason}")
        if not files:
            raise CommandError("command.no_music")
        for line in run([file.absolute() for file in files[:clips]], memory_clips):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return SOME_FAILED if failures else ALL_WELL


def _invented(folder: Path, count: int) -> list[Path]:
    import soundfile

    from core.synthesis import synthesise

    say(f"synthesising {count} clips of 30 s")
    files = []
    for number in range(count):
        clip = synthesise(30.0, seed=number, sr=22050)
        files.append(folder / f"clip {number}.wav")
        soundfile.write(files[-1], clip.y, clip.sr)
    return files


@benchmark_app.command("library")
def library(
    tracks: Annotated[int, typer.Option("--tracks", min=1000, help="Number of made-up tracks.")] = 100_000,
) -> int:
    """How quickly a large library opens, filters, sorts and finds what is similar."""
    from core.benchmarks.library import run

    for line in run(tracks):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return ALL_WELL


@benchmark_app.command("search")
def search_costs(
    path: Annotated[
        Path | None,
        typer.Argument(metavar="[DATASET]", help="Table with a label column; default: made-up rows."),
    ] = None,
    groups_from: Annotated[
        Path | None, typer.Option("--groups-from", help="Second table with the groups.", show_default=False)
    ] = None,
    families: Annotated[
        list[str] | None, typer.Option("--family", help="forest, boosting or mlp; default: all three.")
    ] = None,
    n_seeds: Annotated[int, typer.Option("--seeds", min=1, help="Number of races.")] = 5,
    full: Annotated[bool, typer.Option("--full", help="Full grids of the study; takes hours.")] = False,
    replayed: Annotated[
        Path | None,
        typer.Option("--replay", help="Race over the fits of this exhaustive run.", show_default=False),
    ] = None,
) -> int:
    """Measure what a grid costs beside scikit-learn's GridSearchCV for identical scores, and racing beside that."""
    from core.benchmarks.search import against_sklearn, races, sample_races
    from core.errors import DatasetError, SearchError
    from core.estimators.grids import GRIDS

    chosen = [family for family in GRIDS if family in (families or GRIDS)]
    if not chosen:
        raise CommandError("command.no_such_grid", grids=", ".join(GRIDS))
    try:
        dataset = _table(path, groups_from)
        if replayed is not None:
            _print(races(dataset, replayed, n_seeds))
            return ALL_WELL
        for family in chosen:
            _print(against_sklearn(dataset, family, full=full))
            _print(sample_races(dataset, family, n_seeds, full=full))
    except (DatasetError, SearchError) as problem:
        raise CommandError("command.failed", reason=problem) from None
    return ALL_WELL


def _table(path: Path | None, groups_from: Path | None) -> "Dataset":
    from core.dataset import load_table

    if path is not None:
        return load_table(path, groups_table=groups_from)
    from core.benchmarks.made_dataset import made_dataset

    say("No table named: measuring with made-up rows.")
    return made_dataset()


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


@benchmark_app.command("loudness")
def loudness(
    paths: Annotated[list[Path], typer.Argument(metavar="DIR ...", help="Audio files or folders.")],
) -> int:
    """Loudness, its range and the true peak of files beside what the program ffmpeg says."""
    from core.benchmarks.loudness import lines
    from core.commandline.files import expand_files

    files, failures = expand_files(paths)
    for failure in failures:
        say(f"error: {failure.reason}")
    if not files:
        raise CommandError("command.no_music")
    _print(lines(files))
    return SOME_FAILED if failures else ALL_WELL


@benchmark_app.command("recipes")
def recipes(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of audio with a subfolder for each label.")],
    groups: Annotated[
        str | None,
        typer.Option(
            "--groups", help="What no fold parts: artist (tags), folder or duplicates; default: artists, where known."
        ),
    ] = None,
    n_folds: Annotated[int, typer.Option("--folds", min=2, max=100, help="Folds.")] = 5,
    repeats: Annotated[int, typer.Option("--repeats", min=1, help="Repetitions with other folds.")] = 5,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="Processes; default: one per core.", show_default=False)
    ] = None,
) -> int:
    """Compare classifiers with the 58 features and with the extended ones, on the same folds."""
    from core.benchmarks.recipes import compare_recipes, report_lines
    from core.dataset.folders import load_folder
    from core.errors import DatasetError
    from core.features.recipe import RECIPE_2
    from core.jobs.clip import analysis_executor
    from core.progress import sub_range
    from core.training.fitters import fitting_executor
    from core.workers.machine import usable_cores

    try:
        with progress() as advance:
            with analysis_executor(jobs or usable_cores()) as executor:
                share = sub_range(advance, 0.0, 0.5)
                dataset = load_folder(folder, executor, share, groups=groups, recipe=RECIPE_2)
            with fitting_executor(jobs, None) as executor:
                scores = compare_recipes(
                    dataset, executor, n_folds=n_folds, repeats=repeats, report=sub_range(advance, 0.5, 1.0)
                )
    except DatasetError as problem:
        raise CommandError("command.failed", reason=problem) from None
    for note in dataset.notes:
        say(str(note))
    _print(report_lines(dataset, scores))
    return ALL_WELL


@benchmark_app.command("novelty")
def novelty(
    table: Annotated[Path, typer.Argument(metavar="DATASET", help="Genre table with a label column.")],
    groups_from: Annotated[
        Path | None, typer.Option("--groups-from", help="Second table with the groups (artists).", show_default=False)
    ] = None,
    sounds: Annotated[int, typer.Option("--sounds", min=1, help="Foreign sounds of each kind.")] = 6,
    detectors: Annotated[bool, typer.Option("--detectors", help="Also compare other ways of measuring.")] = False,
    music: Annotated[
        list[Path] | None,
        typer.Option("--music", help="Also ask the shipped model about these files.", show_default=False),
    ] = None,
) -> int:
    """How often "none of these" is right: held-out clips and foreign sounds (noise, speech, tones, machines …)."""
    from core.benchmarks import novelty as benchmark
    from core.benchmarks.speech import can_speak
    from core.errors import DatasetError

    try:
        rows = benchmark.table_of(_table(table, groups_from))
    except DatasetError as problem:
        raise CommandError("command.failed", reason=problem) from None
    if not can_speak():
        say("espeak-ng is not installed: no speech among the sounds.")
    found = {}
    for kind, features in benchmark.measured_sounds(sounds):
        say(f"measured {len(features)} sounds: {kind}")
        found[kind] = features
    chosen, held = benchmark.halves(rows, benchmark.selected(found, rows))
    if detectors:
        _print(benchmark.compare(*chosen))
    _print(benchmark.report(chosen, held))
    return ALL_WELL if not music else _of_music(music)


def _of_music(paths: list[Path]) -> int:
    from core.benchmarks.novelty import music_lines
    from core.commandline.files import expand_files
    from core.genre.model import load_model
    from models import shipped_model_path

    files, failures = expand_files(paths)
    for failure in failures:
        say(f"error: {failure.reason}")
    _print(music_lines(files, load_model(shipped_model_path())))
    return SOME_FAILED if failures else ALL_WELL
