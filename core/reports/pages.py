"""Pages made from the templates among the resources; whatever names hold, they are shown as text."""

from typing import Any


def render(name: str, **values: Any) -> str:
    """Fill the page `resources/{name}` with values; a missing value is an error."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    from resources import resource_path

    def read(part: str) -> str:
        return resource_path(part).read_text(encoding="utf-8")

    environment = Environment(
        loader=FunctionLoader(read), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(name).render(**values)
