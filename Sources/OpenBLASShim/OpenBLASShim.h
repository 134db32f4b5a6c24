// The door to OpenBLAS: CBLAS's products of matrices, and how many threads they may use.
#include <cblas.h>
