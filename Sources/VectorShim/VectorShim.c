#include "VectorShim.h"

#define INLINE static inline __attribute__((always_inline))

// Numbers at any address; the compiler makes of sixteen what a processor's vectors hold.
typedef float Lanes __attribute__((ext_vector_type(qkv_lanes), aligned(4)));
typedef unsigned Bits __attribute__((ext_vector_type(qkv_lanes), aligned(4)));
typedef float Eight __attribute__((ext_vector_type(8), aligned(4)));

// So many vectors of queries go through all keys together: what is gathered of them stays in
// registers, and each key's numbers are still read one after another.
enum { strip = 4 };

INLINE void raise_tops_of(
    int vectors, const float *scores, long keys, long queries, float *tops) {
  Lanes top[strip];
  for (int i = 0; i < vectors; i++) top[i] = ((const Lanes *)tops)[i];
  for (long key = 0; key < keys; key++, scores += queries) {
    for (int i = 0; i < vectors; i++) {
      Lanes score = ((const Lanes *)scores)[i];
      top[i] = score > top[i] ? score : top[i];
    }
  }
  for (int i = 0; i < vectors; i++) ((Lanes *)tops)[i] = top[i];
}

// The power is split into 2ⁿ · 2ʳ, n whole and |r| ≤ ½. Adding 1.5 · 2²³ leaves no binary digits for
// a fraction, which rounds, and puts n into the last bits, from where a shift moves it into the
// exponent; 126 more are added so that n = −126 gives the exponent 0, which is the number 0. 2ʳ is a
// polynomial fitted for the smallest relative error. Its coefficients are doubled and 2ⁿ⁻¹ is used,
// so that n = 128, where numbers end, needs no case of its own.
INLINE void raise_to_powers_of(
    int vectors, float *scores, long keys, long queries, const float *shifts, float *sums) {
  const float rounding = 12582912 + 126;
  Lanes shift[strip], sum[strip];
  for (int i = 0; i < vectors; i++) {
    shift[i] = ((const Lanes *)shifts)[i];
    sum[i] = ((const Lanes *)sums)[i];
  }
  for (long key = 0; key < keys; key++, scores += queries) {
    for (int i = 0; i < vectors; i++) {
      Lanes x = ((Lanes *)scores)[i] - shift[i];
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
      ((Lanes *)scores)[i] = power;
      sum[i] += power;
    }
  }
  for (int i = 0; i < vectors; i++) ((Lanes *)sums)[i] = sum[i];
}

INLINE void raise_tops(const float *scores, long keys, long queries, float *tops) {
  long query = 0;
  for (; query + strip * qkv_lanes <= queries; query += strip * qkv_lanes) {
    raise_tops_of(strip, scores + query, keys, queries, tops + query);
  }
  for (; query < queries; query += qkv_lanes) {
    raise_tops_of(1, scores + query, keys, queries, tops + query);
  }
}

INLINE void raise_to_powers(
    float *scores, long keys, long queries, const float *shifts, float *sums) {
  long query = 0;
  for (; query + strip * qkv_lanes <= queries; query += strip * qkv_lanes) {
    raise_to_powers_of(strip, scores + query, keys, queries, shifts + query, sums + query);
  }
  for (; query < queries; query += qkv_lanes) {
    raise_to_powers_of(1, scores + query, keys, queries, shifts + query, sums + query);
  }
}

INLINE void scale_columns(float *numbers, long rows, long columns, const float *factors) {
  for (long row = 0; row < rows; row++) {
    for (long column = 0; column < columns; column += qkv_lanes) {
      *(Lanes *)(numbers + row * columns + column) *= *(const Lanes *)(factors + column);
    }
  }
}

INLINE void turn_into_slopes(
    float *weights, const float *products, long keys, long queries, const float *means,
    float factor) {
  for (long key = 0; key < keys; key++) {
    for (long query = 0; query < queries; query += qkv_lanes) {
      Lanes *weight = (Lanes *)(weights + key * queries + query);
      Lanes product = *(const Lanes *)(products + key * queries + query);
      *weight *= (product - *(const Lanes *)(means + query)) * factor;
    }
  }
}

// Each round puts the numbers of the upper four rows between those of the lower four. That moves the
// first binary digit of a number's place, row and column read as six digits, behind the last; after
// three rounds row and column have changed places.
INLINE void turn_eight(
    const float *source, long sourceStep, float factor, float *target, long targetStep) {
  Eight lines[8], mixed[8];
  for (int i = 0; i < 8; i++) lines[i] = *(const Eight *)(source + i * sourceStep) * factor;
  for (int round = 0; round < 3; round++) {
    for (int i = 0; i < 4; i++) {
      Eight upper = lines[i], lower = lines[i + 4];
      mixed[2 * i] = __builtin_shufflevector(upper, lower, 0, 8, 1, 9, 2, 10, 3, 11);
      mixed[2 * i + 1] = __builtin_shufflevector(upper, lower, 4, 12, 5, 13, 6, 14, 7, 15);
    }
    for (int i = 0; i < 8; i++) lines[i] = mixed[i];
  }
  for (int i = 0; i < 8; i++) *(Eight *)(target + i * targetStep) = lines[i];
}

INLINE void turn(
    const float *source, long rows, long columns, long sourceStep, float factor, float *target,
    long targetStep) {
  for (long row = 0; row < rows; row += 8) {
    for (long column = 0; column < columns; column += 8) {
      const float *from = source + row * sourceStep + column;
      float *to = target + column * targetStep + row;
      if (rows - row >= 8 && columns - column >= 8) {
        turn_eight(from, sourceStep, factor, to, targetStep);
        continue;
      }
      for (long i = 0; i < 8 && row + i < rows; i++) {
        for (long j = 0; j < 8 && column + j < columns; j++) {
          to[j * targetStep + i] = from[i * sourceStep + j] * factor;
        }
      }
    }
  }
}

// All loops once for each kind of vectors.
#define LOOPS(kind, target)                                                                       \
  target static void raise_tops_##kind(                                                           \
      const float *scores, long keys, long queries, float *tops) {                                \
    raise_tops(scores, keys, queries, tops);                                                      \
  }                                                                                               \
  target static void raise_to_powers_##kind(                                                      \
      float *scores, long keys, long queries, const float *shifts, float *sums) {                 \
    raise_to_powers(scores, keys, queries, shifts, sums);                                         \
  }                                                                                               \
  target static void scale_columns_##kind(                                                        \
      float *numbers, long rows, long columns, const float *factors) {                            \
    scale_columns(numbers, rows, columns, factors);                                               \
  }                                                                                               \
  target static void turn_into_slopes_##kind(                                                     \
      float *weights, const float *products, long keys, long queries, const float *means,         \
      float factor) {                                                                             \
    turn_into_slopes(weights, products, keys, queries, means, factor);                            \
  }                                                                                               \
  target static void turn_##kind(                                                                 \
      const float *source, long rows, long columns, long sourceStep, float factor, float *turned, \
      long turnedStep) {                                                                          \
    turn(source, rows, columns, sourceStep, factor, turned, turnedStep);                          \
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

void qkv_scale_columns(
    qkv_vectors vectors, float *numbers, long rows, long columns, const float *factors) {
  CALL(vectors, scale_columns, numbers, rows, columns, factors);
}

void qkv_turn_into_slopes(
    qkv_vectors vectors, float *weights, const float *products, long keys, long queries,
    const float *means, float factor) {
  CALL(vectors, turn_into_slopes, weights, products, keys, queries, means, factor);
}

void qkv_turn(
    qkv_vectors vectors, const float *source, long rows, long columns, long sourceStep,
    float factor, float *turned, long turnedStep) {
  CALL(vectors, turn, source, rows, columns, sourceStep, factor, turned, turnedStep);
}
