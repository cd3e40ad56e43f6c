"""`python -m tools rhythm render|train|export|annotated`: the beat net, from made-up music to the file that ships."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from tools.system import say


def main(arguments: Sequence[str]) -> int:
    """Run one step of the making; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools rhythm", description=__doc__)
    steps = parser.add_subparsers(dest="step", required=True)
    _add_render(steps.add_parser("render", help="render clips of music with known beats (fluidsynth, mido)"))
    _add_train(steps.add_parser("train", help="train a net on rendered clips (PyTorch)"))
    _add_export(steps.add_parser("export", help="judge a net on held-out clips, write its model file and card"))
    annotated = steps.add_parser("annotated", help="render sound, beats and labels for `benchmark rhythm`")
    _add_sources(annotated, n_clips=60)
    annotated.set_defaults(run=_annotated)
    given = parser.parse_args(arguments)
    return int(given.run(given))


def _add_render(parser: argparse.ArgumentParser) -> None:
    _add_sources(parser, n_clips=4000)
    parser.add_argument("--processes", type=int, default=2, help="how many render at a time (default %(default)s)")
    parser.set_defaults(run=_render)


def _add_sources(parser: argparse.ArgumentParser, n_clips: int) -> None:
    parser.add_argument("out", type=Path, help="folder for the clips; what is there already stays")
    parser.add_argument("--groove", type=Path, required=True, help="folder of the Groove MIDI Dataset")
    parser.add_argument("--pop909", type=Path, required=True, help="folder of POP909")
    parser.add_argument("--clips", type=int, default=n_clips, help="how many (default %(default)s)")
    parser.add_argument("--first", type=int, default=0, help="number of the first clip (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of everything (default %(default)s)")
    parser.add_argument("--held-out", action="store_true", help="what is never trained on: for validation")


def _render(given: argparse.Namespace) -> int:
    from tools.rhythm.corpus import Sources, render_corpus

    sources = Sources(given.groove, given.pop909, given.held_out, given.seed)
    numbers = range(given.first, given.first + given.clips)
    render_corpus(given.out, sources, numbers, given.processes, say)
    return 0


def _annotated(given: argparse.Namespace) -> int:
    from tools.rhythm.annotated import write_annotated
    from tools.rhythm.corpus import Sources

    sources = Sources(given.groove, given.pop909, given.held_out, given.seed)
    write_annotated(given.out, sources, range(given.first, given.first + given.clips))
    return 0


def _add_train(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("clips", type=Path, help="folder of rendered clips")
    parser.add_argument("held_out", type=Path, help="folder of held-out clips")
    parser.add_argument("out", type=Path, help="folder for nets and the state of training")
    parser.add_argument("--steps", type=int, default=6000, help="gradient steps in all (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of weights and order (default %(default)s)")
    parser.add_argument("--processes", type=int, default=2, help="that average their gradients (default %(default)s)")
    parser.add_argument("--every", type=int, default=300, help="steps between two checkpoints (default %(default)s)")
    parser.add_argument("--at-most", type=int, help="so many clips only")
    parser.set_defaults(run=_train)


def _train(given: argparse.Namespace) -> int:
    from tools.rhythm.training import Plan, train

    plan = Plan(n_steps=given.steps, seed=given.seed, n_processes=given.processes, every=given.every)
    train(given.clips, given.held_out, given.out, plan, given.at_most, say)
    return 0


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("net", type=Path, help="an ONNX file that `train` wrote")
    parser.add_argument("clips", type=Path, help="folder of the clips it was trained on")
    parser.add_argument("held_out", type=Path, help="folder of held-out clips")
    parser.add_argument(
        "--out", type=Path, default=Path("models"), help="folder of the model file (default %(default)s)"
    )
    parser.add_argument("--note", default="", help="what else is to be known of the training, for the passport")
    parser.set_defaults(run=_export)


def _export(given: argparse.Namespace) -> int:
    from tools.rhythm.shipping import ship

    path = ship(given.net, given.clips, given.held_out, given.out, given.note, say)
    say(f"{path} is written, with its card beside it.")
    return 0
