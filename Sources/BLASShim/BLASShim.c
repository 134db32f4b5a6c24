#include "BLASShim.h"

#ifdef __APPLE__
#include <Accelerate/Accelerate.h>
#else
#include <cblas.h>
#endif

void qkv_sgemm(
    int transposeA, int transposeB, int rows, int columns, int inner, float alpha,
    const float *a, int strideA, const float *b, int strideB, float beta, float *c, int strideC) {
  cblas_sgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
      rows, columns, inner, alpha, a, strideA, b, strideB, beta, c, strideC);
}

void qkv_blas_threads(int count) {
#ifndef __APPLE__
  openblas_set_num_threads(count);
#else
  (void)count;
#endif
}
