"""The pages that `tools/fresh_machine.py` follows, and what each of them supposes that its reader has or does."""

from __future__ import annotations

PAGES = (
    "README.md",
    "docs/tutorials/first-figure.md",
    "docs/tutorial.md",
    "docs/explorer.md",
    "docs/plots.md",
    "docs/how-to/notebook.md",
    "docs/agents.md",
    "docs/drafting.md",
    "docs/several-reports.md",
    "docs/in-your-ci.md",
)
WHERE = {  # seen from the checkout; any other page is followed in the checkout
    "docs/drafting.md": "../drafting",
    "docs/several-reports.md": "../several",
    "docs/in-your-ci.md": "../project",
}
STEP = "python3 ../checkout/tools/reader_steps.py"
PREPARED = {  # what a page supposes that its reader has, as the page says in words
    "docs/explorer.md": "beijing-public-services new my-city",
    "docs/drafting.md": f"mkdir ../drafting && cd ../drafting && {STEP} bring-a-report",
    "docs/several-reports.md": f"mkdir ../several && cd ../several && {STEP} bring-two-reports",
    "docs/in-your-ci.md": "python3 -m pip install --quiet '.[test]' pre-commit && mkdir ../project"
    " && cp -r datapackage ../project/data"
    " && echo 'pytest_plugins = [\"beijing_public_services.pytest_plugin\"]' > ../project/conftest.py",
}
JUDGED = {"draft my-city --accept": f"{STEP} review"}  # what a reader does before the block that has the command
INLINE = ("docs/several-reports.md",)  # whose commands stand in its sentences
LOADED = {  # what a program of the page supposes
    "docs/several-reports.md": 'import beijing_public_services as bps\n\npackage = bps.load("my-city")\n'
}
AFTER = {
    "docs/how-to/notebook.md": 'python3 -m pip install --quiet ".[pandas,plot]" nbclient ipykernel'
    " && jupyter-execute docs/notebooks/tutorial.ipynb",
    "docs/in-your-ci.md": ".ci/try_page && python3 .ci/try_action.py",  # the page's hook, job and action
}
LEFT_OUT = ("vl-convert-python", "for lang in", "COMP_WORDBREAKS", "other/package.zip")  # measurements, other shells
