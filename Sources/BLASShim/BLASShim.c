#include "BLASShim.h"

#ifdef __APPLE__

#include <Accelerate/Accelerate.h>

static void sgemm(
    int order, int transposeA, int transposeB, int rows, int columns, int inner, float alpha,
    const float *a, int strideA, const float *b, int strideB, float beta, float *c, int strideC) {
  cblas_sgemm(
      order, transposeA, transposeB, rows, columns, inner, alpha, a, strideA, b, strideB, beta, c,
      strideC);
}

qkv_sgemm qkv_load_sgemm(const char *library) {
  (void)library;
  return sgemm;
}

#else

#include <dlfcn.h>
#include <stdlib.h>

qkv_sgemm qkv_load_sgemm(const char *library) {
  // OpenBLAS starts its threads while it is loaded; later it could only let them idle.
  setenv("OPENBLAS_NUM_THREADS", "1", 1);
  // One of its thousands of functions is ever called: the others need not be looked up.
  void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  return handle ? (qkv_sgemm)dlsym(handle, "cblas_sgemm") : NULL;
}

#endif
