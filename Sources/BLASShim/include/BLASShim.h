#ifndef QKV_BLAS_SHIM_H
#define QKV_BLAS_SHIM_H

/// How CBLAS numbers the ways in which a matrix may lie in memory.
enum { qkv_row_major = 101, qkv_as_it_lies = 111, qkv_transposed = 112 };

/// CBLAS's product C = alpha · A·B + beta · C of single-precision matrices,
/// with A (rows × inner) and B (inner × columns), each optionally transposed.
typedef void (*qkv_sgemm)(
    int order, int transposeA, int transposeB, int rows, int columns, int inner, float alpha,
    const float *a, int strideA, const float *b, int strideB, float beta, float *c, int strideC);

/// The product in the shared library of this name, or NULL where there is none.
///
/// A linked library would cost every start milliseconds. The library works on one thread: a person
/// waits on one, and results must not vary. A Mac has its own, which is taken whatever the name.
qkv_sgemm qkv_load_sgemm(const char *library);

#endif
