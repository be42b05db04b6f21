"""Batches of texts -> signatures, pairs and clusters: arrays in, arrays out, no engine and no file.

Two implementations of one contract (``kernel_protocol.Kernels``): ``numpy_kernels`` for small runs, ``numba_kernels`` for large ones.
"""
