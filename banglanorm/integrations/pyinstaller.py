"""PyInstaller asks here, by an entry point, where the hook for programs that import banglanorm lies."""

from pathlib import Path


def hook_dirs() -> list[str]:
    """Return the folder of the hook.

    >>> [Path(folder).name for folder in hook_dirs()]
    ['hooks']
    """
    return [str(Path(__file__).with_name("hooks"))]
