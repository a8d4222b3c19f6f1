"""What a frozen program needs and PyInstaller does not see: the tables, and what the facade imports on first use."""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules


def _is_of_the_library(module: str) -> bool:
    return not module.startswith(("banglanorm.integrations", "banglanorm._make"))


datas = collect_data_files("banglanorm")
hiddenimports = collect_submodules("banglanorm", filter=_is_of_the_library)
excludedimports = ["pyarrow"]  # large; a program that reads Parquet files imports it itself
