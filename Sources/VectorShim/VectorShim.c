#include "VectorShim.h"

#define INLINE static inline __attribute__((always_inline))

// Numbers at any address; the compiler makes of sixteen what a processor's vectors hold.
typedef float Lanes __attribute__((ext_vector_type(qkv_lanes), aligned(4)));
typedef unsigned Bits __attribute__((ext_vector_type(qkv_lanes), aligned(4)));

INLINE void raise_tops(const float *scores, long keys, long queries, float *tops) {
  for (long key = 0; key < keys; key++) {
    for (long query = 0; query < queries; query += qkv_lanes) {
      Lanes score = *(const Lanes *)(scores + key * queries + query);
      Lanes *top = (Lanes *)(tops + query);
      *top = score > *top ? score : *top;
    }
  }
}

// The power is split into 2ⁿ · 2ʳ, n whole and |r| ≤ ½. Adding 1.5 · 2²³ leaves no binary digits for
// a fraction, which rounds, and puts n into the last bits, from where a shift moves it into the
// exponent; 126 more are added so that n = −126 gives the exponent 0, which is the number 0. 2ʳ is a
// polynomial fitted for the smallest relative error. Its coefficients are doubled and 2ⁿ⁻¹ is used,
// so that n = 128, where numbers end, needs no case of its own.
INLINE void raise_to_powers(
    float *scores, long keys, long queries, const float *shifts, float *sums) {
  const float rounding = 12582912 + 126;
  for (long key = 0; key < keys; key++) {
    for (long query = 0; query < queries; query += qkv_lanes) {
      Lanes *score = (Lanes *)(scores + key * queries + query);
      Lanes x = *score - *(const Lanes *)(shifts + query);
      x = x < -126.0f ? (Lanes)-126.0f : x;
      Lanes rounded = x + rounding;
      Lanes r = x - (rounded - rounding);
      Lanes power = (Lanes)0.0026529455f;
      power = power * r + 0.019343026f;
      power = power * r + 0.11101467f;
      power = power * r + 0.48044485f;
      power = power * r + 1.386294f;
      power = power * r + 2.0f;
      power *= (Lanes)((Bits)rounded << 23);
      *score = power;
      *(Lanes *)(sums + query) += power;
    }
  }
}

// Both loops once for each kind of vectors.
#define LOOPS(kind, target)                                                                       \
  target static void raise_tops_##kind(                                                           \
      const float *scores, long keys, long queries, float *tops) {                                \
    raise_tops(scores, keys, queries, tops);                                                      \
  }                                                                                               \
  target static void raise_to_powers_##kind(                                                      \
      float *scores, long keys, long queries, const float *shifts, float *sums) {                 \
    raise_to_powers(scores, keys, queries, shifts, sums);                                         \
  }

LOOPS(common, )

#ifdef __x86_64__

LOOPS(avx2, __attribute__((target("avx2,fma"))))
LOOPS(avx512, __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq"))))

qkv_vectors qkv_widest_vectors(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")
      && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")) {
    return qkv_avx512_vectors;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return qkv_avx2_vectors;
  return qkv_common_vectors;
}

#define CALL(vectors, loop, ...)                                                                  \
  switch (vectors) {                                                                              \
  case qkv_avx512_vectors: loop##_avx512(__VA_ARGS__); break;                                     \
  case qkv_avx2_vectors: loop##_avx2(__VA_ARGS__); break;                                         \
  case qkv_common_vectors: loop##_common(__VA_ARGS__); break;                                     \
  }

#else

qkv_vectors qkv_widest_vectors(void) { return qkv_common_vectors; }

#define CALL(vectors, loop, ...) (void)vectors, loop##_common(__VA_ARGS__)

#endif

void qkv_raise_tops(
    qkv_vectors vectors, const float *scores, long keys, long queries, float *tops) {
  CALL(vectors, raise_tops, scores, keys, queries, tops);
}

void qkv_raise_to_powers(
    qkv_vectors vectors, float *scores, long keys, long queries, const float *shifts, float *sums) {
  CALL(vectors, raise_to_powers, scores, keys, queries, shifts, sums);
}
