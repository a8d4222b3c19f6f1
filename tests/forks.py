"""A process that has loaded the command and forks for each run of it.

A run is a process of its own, with files, a folder and an environment of its own, as a user's is; only the start of the
interpreter and the imports are left out, which take most of the time. What those decide needs a new interpreter.
"""

import gc
import json
import os
import socket
import subprocess
import sys
import tempfile
from array import array
from contextlib import redirect_stdout
from pathlib import Path
from typing import NoReturn

LONGEST = 200_000  # bytes of one request: arguments, folder, environment
SECONDS = 60
WARM = ("normalize", "annotate", "spoken", "written", "romanize", "sort", "keys", "bijoy", "audit")
TEXT = "৫ মে ২০২০ ক’ evsjv"
STREAMS = (("rb", "surrogateescape"), ("wb", "surrogateescape"), ("wb", "backslashreplace"))


class Forks:
    """Asks the process for runs; a run that does not end ends it."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.settimeout(SECONDS)
        with theirs:
            self._process = subprocess.Popen([sys.executable, __file__], stdin=theirs, env=environment)

    def run(
        self, arguments: list[str], folder: Path, environment: dict[str, str], stdin: bytes
    ) -> tuple[int, bytes, bytes]:
        """Run the command; what it returned or the signal that ended it, and what it wrote."""
        request = {"arguments": arguments, "folder": str(folder), "environment": environment}
        with tempfile.TemporaryFile() as entered, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            entered.write(stdin)
            files = (entered, out, err)
            for file in files:
                file.seek(0)
            socket.send_fds(self._socket, [json.dumps(request).encode()], [file.fileno() for file in files])
            (status,) = array("i", self._socket.recv(100))
            out.seek(0)
            err.seek(0)
            return status, out.read(), err.read()

    def close(self) -> None:
        self._socket.close()
        self._process.kill()
        self._process.wait()


def serve(requests: socket.socket) -> None:
    """Answer requests, each with files for the standard streams, until the other side is gone."""
    while True:
        said, files, _, _ = socket.recv_fds(requests, LONGEST, len(STREAMS))
        if not said:
            return
        child = os.fork()
        if child == 0:
            requests.close()
            be_the_command(json.loads(said), files)
        for file in files:
            os.close(file)
        _, status = os.waitpid(child, 0)
        requests.send(array("i", [os.waitstatus_to_exitcode(status)]).tobytes())


def be_the_command(request: dict[str, object], files: list[int]) -> NoReturn:
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.argv = ["banglanorm", *request["arguments"]]
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode[0], encoding="utf-8", errors=errors, newline="\n", closefd=False)  # noqa: SIM115
        for number, (mode, errors) in enumerate(STREAMS)
    )
    status = 70  # of a fault in here
    try:
        status = cli.main()
    finally:
        sys.stderr.flush()
        os._exit(status)


def warm_up() -> None:
    """Run commands, so that what each loads on first use is there in every fork."""
    cli.whole_parser()
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        for name in WARM:
            assert cli.main([name, "--text", TEXT]) == 0, name
    gc.freeze()  # a collection in a fork would copy all of it


if __name__ == "__main__":
    from banglanorm import cli

    warm_up()
    with socket.socket(fileno=os.dup(0)) as mine:
        serve(mine)
