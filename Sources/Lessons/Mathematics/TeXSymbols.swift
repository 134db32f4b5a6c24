import Scenes

/// What each command of the TeX subset without an argument stands for.
enum TeXSymbols {
  /// Letters and names: set without space around.
  static let names: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ",
    "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "infty": "∞", "partial": "∂", "nabla": "∇", "ell": "ℓ", "top": "T", "prime": "′",
    "sum": "Σ", "prod": "Π", "int": "∫", "dots": "…", "ldots": "…", "cdots": "⋯", "vdots": "⋮",
    "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
    "lVert": "‖", "rVert": "‖", "Vert": "‖", "lvert": "|", "rvert": "|", "vert": "|",
    "quad": "  ", "qquad": "    ",
  ].merging(functions.map { ($0, $0) }) { name, _ in name }

  /// Functions, called what they are.
  static let functions: Set<String> = [
    "exp", "log", "ln", "max", "min", "cos", "sin", "tanh", "arg", "det", "dim",
  ]

  /// Operators and relations: set with space around.
  static let operators: [String: String] = [
    "cdot": "·", "times": "×", "pm": "±", "mp": "∓", "div": "÷", "odot": "⊙", "oplus": "⊕",
    "otimes": "⊗", "circ": "∘", "to": "→", "rightarrow": "→", "leftarrow": "←", "mapsto": "↦",
    "Rightarrow": "⇒", "Leftrightarrow": "⇔", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "ne": "≠", "neq": "≠", "approx": "≈", "sim": "∼", "equiv": "≡", "propto": "∝", "ll": "≪",
    "gg": "≫", "in": "∈", "notin": "∉", "subset": "⊂", "cup": "∪", "cap": "∩", "mid": "|",
  ]

  /// A backslash and a sign.
  static let escapes: [Character: String] = [
    "{": "{", "}": "}", "%": "%", "$": "$", "#": "#", "_": "_", "&": "&", "|": "‖",
    ",": "", "!": "", ":": " ", ";": " ", " ": " ",
  ]

  /// Commands whose argument is words.
  static let wordCommands: Set<String> = [
    "text", "mathrm", "operatorname", "textbf", "textit", "mathbf", "mathit", "mathsf", "texttt",
  ]

  /// Commands with an argument of mathematics, and `\left`.
  static let shapingCommands: Set<String> = ["frac", "sqrt", "left", "right"]

  static let all: [String] =
    Array(names.keys) + Array(operators.keys) + Array(wordCommands) + Array(shapingCommands)
}
