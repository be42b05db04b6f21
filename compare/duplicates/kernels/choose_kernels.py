"""A number of paragraphs -> the kernels to use: numpy, which starts at once, or the ones compiled by numba."""

from importlib.util import find_spec

from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.errors import SettingsError
from compare.settings import DuplicateSettings


def kernels_for(count: int, settings: DuplicateSettings) -> Kernels:
    """``SettingsError`` if numba is asked for and not installed; results are equal whoever is chosen."""
    wanted = settings.kernels
    installed = find_spec("numba") is not None
    if wanted == "numba" and not installed:
        raise SettingsError("duplicates.kernels", "is 'numba', which is not installed", "install tellings[fast], or give 'auto'")
    if wanted == "numba" or (wanted == "auto" and installed and count >= settings.compiled_from):
        from compare.duplicates.kernels import numba_kernels

        return numba_kernels
    from compare.duplicates.kernels import numpy_kernels

    return numpy_kernels
