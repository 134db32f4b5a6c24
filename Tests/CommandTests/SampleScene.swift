/// One causal attention head over three tokens; the expected numbers are NumPy's.
let sampleScene = """
  axis token   = the cat "sat down"
  axis feature = 2
  axis trait   = size speed

  X[token, feature] = [[1.0, 0.5], [0.0, 2.0], [-1.0, 1.5]]
  W_q[feature, trait] = [[0.5, -1.0], [2.0, 0.25]]
  W_k[feature, trait] = [[1.0, 0.0], [0.5, -0.5]]
  Q = X @ W_q
  K = X @ W_k
  mask   = causal(token)
  scaled = Q @ K.T / sqrt(size(trait))
  weight = softmax(scaled + mask)
  output = weight @ X
  total  = sum(sum(output))

  """

let sampleWeights: [[Double]] = [
  [1, 0, 0], [0.72557209, 0.27442791, 0], [0.73888515, 0.22906296, 0.03205189],
]
