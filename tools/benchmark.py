"""Report how fast the library is, beside a bare interpreter and pint in the same run; nothing is asserted.

Usage: python tools/benchmark.py [RUNS]   Each figure is the best of RUNS fresh interpreters (default 20).
"""

from __future__ import annotations

import subprocess
import sys
import time
import timeit

VALUE = "import beijing_public_services as b; b.get_indicator('environment.pm2_5_annual_mean')"
PROGRAMS = {
    "bare interpreter": "pass",
    "import": "import beijing_public_services",
    "import and one value": f"{VALUE}.value",
    "import pint": "import pint",
    "import and one quantity": f"{VALUE}.quantity",
}


def fresh(program: str, runs: int) -> float:
    """Seconds that a program takes in a fresh interpreter, the best of several runs."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print the table."""
    import beijing_public_services as bps

    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    seconds = {name: fresh(program, runs) for name, program in PROGRAMS.items()}
    bare = seconds["bare interpreter"]
    for name, each in seconds.items():
        print(f"{name:26} {each * 1000:8.1f} ms   {(each - bare) * 1000:+8.1f} ms over bare")
    first = seconds["import and one quantity"] - seconds["import and one value"]
    print(f"first .quantity            {first / (seconds['import pint'] - bare):8.2f} x import pint")
    bps.get_indicator("environment.pm2_5_annual_mean")
    warm = (
        min(timeit.repeat(lambda: bps.get_indicator("environment.pm2_5_annual_mean"), number=100_000, repeat=5))
        / 100_000
    )
    print(f"warm get_indicator         {warm * 1e9:8.0f} ns")


if __name__ == "__main__":
    main()
