"""Where the data that comes with the package lies."""

from pathlib import Path


def data_folder(name: str) -> Path:
    """Return the folder of shipped data: in a wheel inside the package, else in the checkout."""
    package = Path(__file__).parent
    shipped = package / ("rules/cases" if name == "cases" else name)
    if shipped.is_dir():
        return shipped
    return package.parents[1] / ("tests/rules" if name == "cases" else name)
