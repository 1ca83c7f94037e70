"""Report how fast the library is, beside pint in the same run; nothing is asserted.

Usage: python tools/benchmark.py [RUNS]   Each time is the best of RUNS fresh interpreters (default 20), taken in them.
"""

from __future__ import annotations

import subprocess
import sys
import timeit

FIGURE = "import beijing_public_services as b; o = b.get_indicator('environment.pm2_5_annual_mean').observation()"
PROGRAMS = {
    "import": ("pass", "import beijing_public_services"),
    "import and one value": ("pass", f"{FIGURE}; o.value"),
    "import pint": ("pass", "import pint"),
    "first .quantity": (FIGURE, "o.quantity"),
    "first .interval": (FIGURE, "o.interval"),
}


def fresh(setup: str, timed: str) -> float:
    """Milliseconds that a statement takes in a fresh interpreter."""
    program = f"{setup}; import time; start = time.perf_counter(); {timed}; print(time.perf_counter() - start)"
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    return 1000 * float(ran.stdout)


def warm(function: str, *arguments: str) -> float:
    """Microseconds that a call takes once everything is loaded."""
    import beijing_public_services as bps

    call = getattr(bps, function)
    call(*arguments)
    return 1e6 * min(timeit.repeat(lambda: call(*arguments), number=1000, repeat=5)) / 1000


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    rounds = [{name: fresh(*program) for name, program in PROGRAMS.items()} for _ in range(runs)]
    times = {name: min(each[name] for each in rounds) for name in PROGRAMS}
    for name, each in times.items():
        print(f"{name:24} {each:8.1f} ms")
    print(f"first .quantity takes {times['first .quantity'] / times['import pint']:.2f} times as long as import pint")
    print(f"warm get_indicator       {warm('get_indicator', 'environment.pm2_5_annual_mean'):8.2f} µs")
    print(f"warm verify              {warm('verify', 'environment.pm2_5_annual_mean', '30.5 µg/m3'):8.2f} µs")


if __name__ == "__main__":
    main()
