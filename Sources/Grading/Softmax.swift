import Foundation

/// Log-odds as probabilities that add up to 1.
func softmax(_ logits: [Float]) -> [Float] {
  let highest = logits.max() ?? 0
  let powers = logits.map { exp($0 - highest) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}
