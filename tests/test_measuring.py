"""The measure of the hostile suite: what is started counts, and what was only forked does not count twice."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.hostile.measuring import Growth

SIZE = 60_000_000
EAT = f"import os, sys; held = b'x' * {SIZE}; {{}}; print(flush=True); sys.stdin.read()"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize("does", ["pass", "os.fork()"])
def test_a_started_process_counts_and_its_fork_is_not_counted_again(does: str) -> None:
    with Growth() as growth:
        command = [sys.executable, "-c", EAT.format(does)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            assert SIZE < growth.bytes < 2 * SIZE
            process.communicate()
