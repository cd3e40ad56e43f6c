"""The program a worker runs: its version and the recipe of its features."""


def check_program(wanted: tuple[str, str]) -> None:
    """VersionMismatchError unless this is the program of that version and recipe."""
    from core.workers.limits import VersionMismatchError

    if wanted != this_program():
        version, recipe = this_program()
        raise VersionMismatchError(
            f"A worker runs Groovescope {version} ({recipe}), this is {wanted[0]} ({wanted[1]}); "
            "install the same version on all machines."
        )


def this_program() -> tuple[str, str]:
    """Version and recipe of the program that asks."""
    from core import __version__
    from core.features.recipe import RECIPE

    return __version__, RECIPE
