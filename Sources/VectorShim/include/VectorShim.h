#ifndef QKV_VECTOR_SHIM_H
#define QKV_VECTOR_SHIM_H

/// The vectors that the loops below are there for, from the narrowest to the widest.
///
/// Swift makes one program for all processors, with the vectors that even the oldest has. In these
/// loops attention would spend a third of its time, and a new processor runs them three to five times
/// faster in its own.
typedef enum { qkv_common_vectors, qkv_avx2_vectors, qkv_avx512_vectors } qkv_vectors;

/// The widest vectors of this machine.
qkv_vectors qkv_widest_vectors(void);

/// How many queries a loop takes at a time: rows of a table over queries are a multiple of it long.
enum { qkv_lanes = 16 };

/// Raises each query's top to the largest of its scores, a table of keys × queries; a NaN is passed
/// over.
void qkv_raise_tops(
    qkv_vectors vectors, const float *scores, long keys, long queries, float *tops);

/// Turns scores, a table of keys × queries, into 2^(score − shift), and adds each query's powers to
/// its sum.
///
/// Powers are right to about three units in the last place for score − shift ≤ 127. They are 0 below
/// −125.5, and NaN of NaN.
void qkv_raise_to_powers(
    qkv_vectors vectors, float *scores, long keys, long queries, const float *shifts, float *sums);

/// Multiplies each column of a table by its factor; the columns are queries.
void qkv_scale_columns(
    qkv_vectors vectors, float *numbers, long rows, long columns, const float *factors);

/// Turns weights, a table of keys × queries, into weight · (product − mean) · factor with the products
/// of such a table and each query's mean.
void qkv_turn_into_slopes(
    qkv_vectors vectors, float *weights, const float *products, long keys, long queries,
    const float *means, float factor);

/// Lays out the rows of a table as columns, each number times a factor. Rows lie a step apart.
void qkv_turn(
    qkv_vectors vectors, const float *source, long rows, long columns, long sourceStep,
    float factor, float *turned, long turnedStep);

#endif
