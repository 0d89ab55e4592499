internal import Chronicle
internal import Gazetteer

extension Placement {
  /// Where a reference is, as the chronicle keeps it: a reference that is ambiguous or unknown has no
  /// place, and says why.
  init(_ resolution: Resolution, reference: String) {
    switch resolution {
    case .found(let location, _):
      self = .located(location)
    case .ambiguous(let candidates):
      let titles = candidates.map(\.title).joined(separator: "; ")
      self = .unlocated(reference: reference, reason: "ambiguous: \(titles)")
    case .unknown(let reason, let nearest):
      let suggestion = nearest.isEmpty ? "" : "; nearest: \(nearest.joined(separator: ", "))"
      self = .unlocated(reference: reference, reason: reason + suggestion)
    }
  }
}
