internal import Chronicle

/// The colours of the pictures. Those of the statuses can be told apart by people who are colour-blind (after
/// Okabe and Ito); each status has a shape of its own as well, so that a print without colours shows it too.
enum Palette {
  static let sea = "#dfe8ee"
  static let land = "#faf8f2"
  static let border = "#a29b8c"
  static let edge = "#6f695d"
  static let road = "#c2bbac"
  static let ink = "#222"
  static let quiet = "#555"
  static let name = "#5d584d"
  static let death = "#111"

  /// A status's colour, and a darker one of the same hue for rims, which stands out from the land.
  static func colors(of status: BlockadeStatus) -> (fill: String, rim: String) {
    switch status {
    case .blocked: ("#d55e00", "#7a3500")
    case .restricted: ("#e69f00", "#6e4b00")
    case .suspended: ("#0072b2", "#003b5e")
    case .cleared: ("#009e73", "#00513b")
    }
  }
}
