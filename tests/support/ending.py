"""Running code that must end, in a process of its own: if it hangs, the test fails and the other tests go on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support.checkout import ROOT

LONGEST = 240  # seconds; far more than any machine needs
NO_NETWORK = """
import socket
def refuse(*_arguments, **_options):
    raise SystemExit("the network was asked")
socket.create_connection = socket.getaddrinfo = socket.socket.connect = refuse
"""


def ended(code: str, *arguments: str | Path, given: str = "") -> str:
    """Return what Python code prints, given a text, in a process without a network; it has to end and to succeed."""
    done = subprocess.run(
        [sys.executable, "-c", NO_NETWORK + code, *map(str, arguments)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        input=given,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])},
        timeout=LONGEST,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
