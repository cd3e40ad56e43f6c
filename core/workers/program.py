"""The program a worker runs: its version and the recipe of its features."""


def check_program(wanted: tuple[str, str]) -> None:
    """VersionMismatchError unless this is the program of that version and recipe."""
    from core.errors import VersionMismatchError

    if wanted != this_program():
        version, recipe = this_program()
        raise VersionMismatchError(
            "workers.other_version", version=version, recipe=recipe, our_version=wanted[0], our_recipe=wanted[1]
        )


def this_program() -> tuple[str, str]:
    """Version and recipe of the program that asks."""
    from core import __version__
    from core.features.recipe import RECIPE

    return __version__, RECIPE
