"""Where PyInstaller finds the hook that takes the data along."""


def hook_dirs() -> list[str]:
    """Return this folder, which PyInstaller asks for by the entry point `pyinstaller40`."""
    return list(__path__)
