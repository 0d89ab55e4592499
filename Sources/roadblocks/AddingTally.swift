import Intake
import Reading

/// What became of documents that were added.
struct AddingTally {
  var new = 0
  var known = 0
  var doubtful = 0
  var refused = 0
  /// What the new dispatches say, by kind.
  var dispatches = 0
  var statements: [ReadStatement.Kind: Int] = [:]
  /// What becomes of the events of the new tables.
  var events = EventAccount()

  var read: Int { new + known + refused }

  static func += (left: inout AddingTally, right: AddingTally) {
    left.new += right.new
    left.known += right.known
    left.doubtful += right.doubtful
    left.refused += right.refused
    left.events += right.events
    left.dispatches += right.dispatches
    left.statements.merge(right.statements, uniquingKeysWith: +)
  }
}
