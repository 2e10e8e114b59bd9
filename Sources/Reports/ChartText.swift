/// Heights moved apart where names would lie on each other, and none below the lowest.
func apart(_ heights: [Double], gap: Double, lowest: Double) -> [Double] {
  var result = heights
  let order = heights.indices.sorted { (heights[$0], $0) < (heights[$1], $1) }
  for (above, index) in zip(order, order.dropFirst()) {
    result[index] = max(result[index], result[above] + gap)
  }
  var limit = lowest
  for index in order.reversed() {
    result[index] = min(result[index], limit)
    limit = result[index] - gap
  }
  return result
}
