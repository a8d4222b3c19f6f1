"""``banglanorm completion``: print a script that lets a shell complete commands, options and files."""

import argparse
from typing import Any

from banglanorm.cli import options
from banglanorm.cli.errors import CommandError


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "completion",
        summary="print a script for the completion of a shell",
        about="Print a script that lets a shell complete commands, options and the names of files. It is made with the "
        "package shtab, which pip install 'banglanorm[completion]' brings.",
        examples=(
            "banglanorm completion bash > ~/.local/share/bash-completion/completions/banglanorm",
            "banglanorm completion zsh > ~/.zfunc/_banglanorm",
        ),
        operands="SHELL",
    )
    parser.add_argument("shell", choices=("bash", "zsh"), metavar="SHELL", help="bash or zsh")


def run(args: argparse.Namespace) -> int:
    """Print the script."""
    from banglanorm.cli import whole_parser

    try:
        import shtab
    except ImportError:
        raise CommandError(
            "the completion of shells needs the package shtab", "pip install 'banglanorm[completion]' brings it"
        ) from None
    print(shtab.complete(whole_parser(), shell=args.shell))
    return 0
