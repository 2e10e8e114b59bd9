/// Cuts bytes into pieces at places that a seed decides: mostly short ones, now and then long ones.
struct Splitter {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func split(_ bytes: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let length = draw(4) == 0 ? draw(9000) : draw(8)
      pieces.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return pieces
  }

  /// A number from 1 to `most`.
  private mutating func draw(_ most: UInt64) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % most) + 1
  }
}
