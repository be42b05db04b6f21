"""Batches of texts -> signatures, pairs and clusters: arrays in, arrays out, no engine and no file.

Two implementations of one contract (``seam.Kernels``): ``plain`` in numpy for small runs, ``compiled`` in numba for large ones.
"""
