"""The program's entry: decides between the window and the command line before importing either."""

import multiprocessing
import sys

from desktop.text_encoding import use_utf8

COMMANDS = frozenset(
    {
        "analyze",
        "annotations",
        "predict",
        "beats",
        "check",
        "doctor",
        "train",
        "search",
        "model",
        "demo",
        "sheet",
        "benchmark",
    }
)
COMMAND_LINE_OPTIONS = frozenset({"--help", "-h", "--version", "--install-completion", "--show-completion"})
WITHOUT_WINDOW = "Use 'groovescope analyze FILE --out DIR' to get the tables."


def main() -> int:
    """Run the program with the arguments of this process; returns its exit code."""
    multiprocessing.freeze_support()  # first: in a frozen program this call is where worker processes begin
    use_utf8()
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0] in COMMAND_LINE_OPTIONS):
        import desktop.sheet.command  # adds itself to the command line
        from core.commandline.app import main as run_command

        if arguments[0] == "benchmark":
            import core.commandline.benchmark  # noqa: F401
            import desktop.benchmarks.command  # noqa: F401  they add themselves to the command line
        return run_command(arguments)
    from desktop.display import display_fault

    if fault := display_fault():
        sys.stderr.write(f"error: {fault} {WITHOUT_WINDOW}\n")
        return 2
    from desktop.languages import choose_language, language_for
    from desktop.settings import LANGUAGE, Settings

    choose_language(language_for(Settings().get(LANGUAGE)))  # before the modules whose texts are made with the import
    from desktop.app import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
