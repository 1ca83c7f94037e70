"""What PyInstaller does not see: the data, the pages of the rules, and the commands, which are imported by name."""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules

datas = collect_data_files("beijing_public_services")
hiddenimports = collect_submodules("beijing_public_services.cli", on_error="ignore")
