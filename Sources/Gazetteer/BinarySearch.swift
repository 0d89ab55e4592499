extension RandomAccessCollection where Index == Int {
  /// The index of the first element that meets a condition which every later element meets too, or the
  /// end index where none does.
  ///
  /// - Complexity: O(log *n*).
  package func firstIndexBySearch(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
