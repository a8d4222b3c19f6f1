"""Import every module of the installed package; an adapter may lack its host, if it says which extra brings it."""

import importlib.util
import pkgutil
import sys
from importlib import import_module

import banglanorm

count = 0
for module in pkgutil.walk_packages(banglanorm.__path__, "banglanorm."):
    if module.name == "banglanorm.__main__":
        continue
    try:
        import_module(module.name)
    except ImportError as error:
        if not module.name.startswith("banglanorm.integrations.") or "pip install 'banglanorm[" not in str(error):
            raise
    count += 1
if importlib.util.find_spec("banglanorm._make"):
    sys.exit("the makers of tables are in the wheel")
for name in banglanorm.__all__:
    getattr(banglanorm, name)
print(f"{count} modules and {len(banglanorm.__all__)} public names")
