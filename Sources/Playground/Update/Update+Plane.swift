import Lessons
import Scenes

extension Model {
  /// Drags the tip of the vector in hand, if it is made of inputs.
  mutating func dragTip(_ direction: Direction, in panel: Int) -> [Effect] {
    guard let stepState = session?.stepState else { return [] }
    if let obstacle = stepState.obstacleToDragging {
      notice = Notice(text: obstacle)
      return []
    }
    let vectors = stepState.vectors(of: stepState.panels[panel])
    let index = stepState.cursor(of: panel).row
    guard vectors.indices.contains(index) else { return [] }
    let vector = vectors[index]
    let isHorizontal = direction == .left || direction == .right
    let entry = stepState.scene.source(of: isHorizontal ? vector.x : vector.y)
    guard stepState.scene.isInput(entry.node) else {
      notice = Notice(
        text: "\(vector.name) is computed, so it cannot be dragged; ] takes the next vector")
      return []
    }
    let sign = direction == .left || direction == .down ? -1 : 1
    return drag(stepState.valueInHand(for: entry), by: sign, .normal)
  }
}
