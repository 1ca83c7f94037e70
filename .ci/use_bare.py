"""What the wheel must do on a bare machine: no extras, another folder, from a zip too. Usage: use_bare.py WHEEL."""

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import beijing_public_services as bps

wheel = Path(sys.argv[1])
observation = bps.get_indicator("environment.pm2_5_annual_mean").observation()
assert (observation.value, observation.bound, observation.period, observation.area) == (30.5, "exact", "2024", "CN-BJ")
assert observation.quantity.to("mg/m³").magnitude == 0.0305
assert observation.source.id == "n21"
bps.assert_published("environment.pm2_5_annual_mean", 30.49)
assert "site-packages" in bps.__file__
assert "trusted-types 'none'" in bps.explorer_html()
for call, extra in ((bps.to_frame, "pandas"), (bps.to_arrow, "export"), (bps.check, "validate")):
    try:
        call()
    except bps.MissingExtraError as error:
        said = str(error)
    else:
        raise AssertionError(f"{call.__name__} ran without the extra {extra}")
    assert f"beijing-public-services[{extra}]" in said
command = subprocess.run([sys.executable, "-m", "beijing_public_services", "list"], capture_output=True, text=True)
assert command.returncode == 2
assert "beijing-public-services[cli]" in command.stderr

script = f"import sys; sys.path.insert(0, {str(wheel)!r}); import beijing_public_services as bps; print(bps.__file__)"
script += "; print(bps.get_indicator('environment.pm2_5_annual_mean').value, bps.explorer_html()[:9])"
zipped = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True).stdout.split()
assert zipped[0].startswith(str(wheel))
assert zipped[1:] == ["30.5", "<!doctype"]

with zipfile.ZipFile(wheel) as archive:
    data = {name.partition("_data/")[2]: name for name in archive.namelist() if "/_data/" in name}
    descriptor = archive.read(data["datapackage.json"])
assert bps.data_sha256 == hashlib.sha256(descriptor).hexdigest()
resources = json.loads(descriptor)["resources"]
listed = {"datapackage.json", *(resource["path"] for resource in resources)}
assert set(data) == listed, set(data) ^ listed
print("the bare wheel gives the figure, its unit and its source, and says which extra a feature needs")
