"""An encoder and a folder -> the same encoder, each sentence encoded once: vectors are kept by checksum of model and text."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from compare.claims.encoder import Encoder
from compare.system.whole_file import write_whole
from compare.text.tokens import checksum

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DIGEST = hashlib.sha256().digest_size  # bytes before the values of an entry


@dataclass(frozen=True, slots=True)
class CachedEncoder:
    """Reads an entry (checksum, then little-endian float32 values) where there is a whole one, else encodes and writes it.

    An entry appears whole or not at all, so runs may share a folder. ``tell`` is called with one sentence for what went wrong.
    """

    encoder: Encoder
    model: str  # what the vectors depend on besides the sentence
    folder: Path
    tell: Callable[[str], None]

    def encode(self, sentences: Sequence[str]) -> "NDArray[np.float32]":
        """Vectors as the encoder gives them; it is asked only for what the folder lacks."""
        import numpy as np

        places = [self._place(sentence) for sentence in sentences]
        known = [self._read(place) for place in places]
        missing = sorted({sentence for sentence, vector in zip(sentences, known, strict=True) if vector is None})
        fresh = dict(zip(missing, self.encoder.encode(missing), strict=True)) if missing else {}
        self._write(fresh)
        return np.stack([fresh[s] if vector is None else vector for s, vector in zip(sentences, known, strict=True)])

    def _place(self, sentence: str) -> Path:
        name = checksum(f"{self.model}\0{sentence}")
        return self.folder / name[:2] / name[2:]

    def _read(self, place: Path) -> "NDArray[np.float32] | None":
        import numpy as np

        try:
            entry = place.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            self.tell(f"sentence vector {place} cannot be read ({error.strerror}) and is computed again")
            return None
        if len(entry) <= _DIGEST or hashlib.sha256(entry[_DIGEST:]).digest() != entry[:_DIGEST]:
            self.tell(f"sentence vector {place} is damaged and is computed again")
            return None
        return np.frombuffer(entry[_DIGEST:], dtype="<f4").astype(np.float32)

    def _write(self, fresh: "dict[str, NDArray[np.float32]]") -> None:
        for sentence, vector in fresh.items():
            values = vector.astype("<f4").tobytes()
            try:
                write_whole(self._place(sentence), hashlib.sha256(values).digest() + values)
            except OSError as error:
                self.tell(f"sentence vectors are not kept in {self.folder} ({error.strerror}): name another folder in claims.encoder_cache")
                return
