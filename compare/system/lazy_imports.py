"""Heavy modules that a run imports and never uses -> stand-ins that load them when something in them is asked for.

``import sklearn`` and ``import datasketch`` run ``import scipy.stats``, ``scipy.integrate`` and ``scipy.interpolate`` for functions that no
comparison calls: half of the time in which five articles are compared. A stand-in is put in place by the program for its own process;
``compare`` used as a library leaves the modules of its user alone.
"""

import importlib
import importlib.util
import sys
from collections.abc import Mapping
from types import ModuleType
from typing import Any

# Each module with the names that libraries take out of it by ``from … import``, which are first used when called.
NEVER_USED: Mapping[str, tuple[str, ...]] = {
    "scipy.stats": (),
    "scipy.integrate": ("quad",),  # datasketch: choosing bands by a threshold
    "scipy.interpolate": ("BSpline",),  # scikit-learn: spline features
}


def defer(modules: Mapping[str, tuple[str, ...]] = NEVER_USED) -> None:
    """Put a stand-in for each submodule that is installed and not yet loaded; its named functions and classes load it when used.

    ``importlib.util.LazyLoader`` would do, but before Python 3.12 a second ``import`` of the same name already loads the module.
    """
    for name, called_later in modules.items():
        parent, _, last = name.rpartition(".")
        specification = importlib.util.find_spec(name) if name not in sys.modules and importlib.util.find_spec(parent) else None
        if specification is not None:
            sys.modules[name] = stand_in = _Module(name)
            stand_in.__spec__ = specification
            stand_in.__path__ = specification.submodule_search_locations or []
            stand_in.__dict__.update({attribute: _Attribute(name, attribute) for attribute in called_later})
            setattr(importlib.import_module(parent), last, stand_in)


def _loaded(name: str) -> ModuleType:
    if isinstance(sys.modules.get(name), _Module):
        del sys.modules[name]
    return importlib.import_module(name)


class _Module(ModuleType):
    def __getattr__(self, attribute: str) -> object:
        if attribute.startswith("__"):  # asked of every module by the import system and by inspect
            raise AttributeError(attribute)
        found: object = getattr(_loaded(self.__name__), attribute)
        return found


class _Attribute:
    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def __call__(self, *arguments: Any, **named: Any) -> object:  # noqa: ANN401 - whatever the function behind it takes
        return getattr(_loaded(self._module), self._name)(*arguments, **named)

    def __getattr__(self, attribute: str) -> object:
        return getattr(getattr(_loaded(self._module), self._name), attribute)
