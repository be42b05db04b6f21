"""How long ``tellings --help`` takes, wall, warm, beside a bare interpreter: whole processes in turn, medians and their ratio.

python benchmarks/startup.py [RUNS]
"""

import statistics
import subprocess
import sys
import time


def _milliseconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Print both medians and the ratio; the first run of each warms the disk and is not counted."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    commands = {"python -c pass": [sys.executable, "-c", "pass"], "tellings --help": ["tellings", "--help"]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            took = _milliseconds(command)
            if turn:
                times[name].append(took)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in medians.items():
        print(f"{name:16} {median:6.1f} ms")
    print(f"ratio            {medians['tellings --help'] / medians['python -c pass']:6.2f}")


if __name__ == "__main__":
    main()
