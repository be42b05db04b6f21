"""A number of paragraphs -> the kernels to use: numpy, which starts at once, or the ones compiled by numba."""

from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.errors import SettingsError
from compare.settings import DuplicateSettings
from compare.system.extras import how_to_install, missing


def kernels_for(count: int, settings: DuplicateSettings) -> Kernels:
    """``SettingsError`` if numba is asked for and not installed; results are equal whoever is chosen."""
    wanted = settings.kernels
    installed = not missing("numba")
    if wanted == "numba" and not installed:
        raise SettingsError("duplicates.kernels", "is 'numba', which is not installed", f"give 'auto', or {how_to_install('fast')}")
    if wanted == "numba" or (wanted == "auto" and installed and count >= settings.compiled_from):
        from compare.duplicates.kernels import numba_kernels

        return numba_kernels
    from compare.duplicates.kernels import numpy_kernels

    return numpy_kernels
