"""Workers that are asked to end, at whatever moment that reaches them."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import os, signal, time
from compare.system.worker_processes import WorkerPool

class AskedWhileItGoes:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        for _ in range(1000):
            pass  # the signal is heard in here

def work(seconds):
    AskedWhileItGoes()
    time.sleep(seconds)
    return "done"

if __name__ == "__main__":
    begun = time.monotonic()
    with WorkerPool(work, [20], 1) as pool:
        (_, ended), = pool.results()
    print(ended.status, time.monotonic() - begun < 15)
"""


def test_a_worker_that_is_asked_while_a_value_is_destroyed_ends_without_a_word(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run([sys.executable, str(program)], check=False, capture_output=True, text=True, timeout=100)
    assert (done.stdout.split(), done.stderr) == (["143", "True"], "")
