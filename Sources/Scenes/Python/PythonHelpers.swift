/// Functions that a scene in Python brings along, where PyTorch has none that says quite the same.
enum PythonHelper: String, CaseIterable {
  case whole, softmax, hardmax, topk, entropy, window, band, padding, alibi, rope, attention

  /// What else it calls.
  var needs: [PythonHelper] {
    switch self {
    case .attention: [.softmax]
    case .whole, .softmax, .hardmax, .topk, .entropy, .window, .band, .padding, .alibi, .rope: []
    }
  }

  var source: String {
    switch self {
    case .whole:
      """
      def whole(number, least):
          \"\"\"A number that moves, as an option that must be whole.\"\"\"
          return max(least, math.floor(float(number) + 0.5))
      """
    case .softmax:
      """
      def softmax(scores, dim=-1):
          \"\"\"As torch.softmax, but nothing but -inf gives zeros, and scores of inf share everything.\"\"\"
          top = scores.amax(dim, keepdim=True)
          shifted = torch.exp(scores - torch.where(top.isinf(), 0.0, top))
          portions = torch.where(top == inf, (scores == inf).float(), shifted)
          total = portions.sum(dim, keepdim=True)
          return torch.where(total == 0, 0.0, portions / total)
      """
    case .hardmax:
      """
      def hardmax(scores):
          \"\"\"All weight for the largest score of a row; equal ones share it.\"\"\"
          top = scores.amax(-1, keepdim=True)
          largest = ((scores == top) & (top > -inf)).float()
          return largest / largest.sum(-1, keepdim=True).clamp(min=1)
      """
    case .topk:
      """
      def topk(scores, k):
          \"\"\"The k largest numbers of each row, of equal ones the earlier; -inf elsewhere.\"\"\"
          places = scores.argsort(dim=-1, descending=True, stable=True)[..., :k]
          return torch.full_like(scores, -inf).scatter(-1, places, scores.gather(-1, places))
      """
    case .entropy:
      """
      def entropy(shares, dim=-1):
          \"\"\"How evenly shares are spread, in bits.\"\"\"
          return -torch.special.xlogy(shares, shares).sum(dim) / math.log(2)
      """
    case .window:
      """
      def window(places, width, step=1):
          \"\"\"0 for a place itself and width - 1 places before it, step apart; -inf elsewhere.\"\"\"
          place = torch.arange(places)
          back = place[:, None] - place[None, :]
          seen = (back >= 0) & (back % step == 0) & (back // step < width)
          return torch.where(seen, 0.0, -inf)
      """
    case .band:
      """
      def band(places, reach):
          \"\"\"0 for a place itself and reach places on both sides; -inf elsewhere.\"\"\"
          place = torch.arange(places)
          return torch.where((place[:, None] - place[None, :]).abs() <= reach, 0.0, -inf)
      """
    case .padding:
      """
      def padding(places, start):
          \"\"\"-inf from place number start on, 0 before it.\"\"\"
          return torch.where(torch.arange(places) < start, 0.0, -inf)
      """
    case .alibi:
      """
      def alibi(places, slope, heads=None):
          \"\"\"-slope times distance; of several heads, head h = 1, 2, … has the slope to the power h.\"\"\"
          place = torch.arange(places)
          distance = (place[:, None] - place[None, :]).abs()
          if heads is None:
              return -slope * distance
          return -(slope ** torch.arange(1, heads + 1))[:, None, None] * distance
      """
    case .rope:
      """
      def rope(x, base=10000, speed=1, halves=False, first=0):
          \"\"\"Rotary positions: pairs of columns turned by an angle that grows with the row.\"\"\"
          rows, columns = x.shape[-2:]
          rates = speed * base ** (-torch.arange(0, columns, 2, dtype=torch.float64) / columns)
          angles = torch.arange(first, first + rows, dtype=torch.float64)[:, None] * rates
          cos, sin = angles.cos().float(), angles.sin().float()
          a, b = x.chunk(2, dim=-1) if halves else (x[..., 0::2], x[..., 1::2])
          turned = (a * cos - b * sin, a * sin + b * cos)
          return torch.cat(turned, dim=-1) if halves else torch.stack(turned, dim=-1).flatten(-2)
      """
    case .attention:
      """
      def attention(Q, K, V, mask=0.0):
          \"\"\"softmax(Q @ K.T / sqrt(columns of Q) + mask) @ V.\"\"\"
          scores = Q @ (K.transpose(-2, -1) if K.dim() > 1 else K) / math.sqrt(Q.shape[-1])
          return softmax(scores + mask) @ V
      """
    }
  }
}
