#ifndef QKV_BLAS_SHIM_H
#define QKV_BLAS_SHIM_H

/// C = alpha · A·B + beta · C for row-major single-precision matrices,
/// with A (rows × inner) and B (inner × columns), each optionally transposed.
void qkv_sgemm(
    int transposeA, int transposeB, int rows, int columns, int inner, float alpha,
    const float *a, int strideA, const float *b, int strideB, float beta, float *c, int strideC);

/// Keeps the library on this many threads of its own.
void qkv_blas_threads(int count);

#endif
