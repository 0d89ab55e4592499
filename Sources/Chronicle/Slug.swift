extension String {
  /// The words of this text in lower case, joined by `-`: letters and digits stay, everything else parts
  /// words. Empty where there is neither.
  var slug: String {
    lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// A kilometre in an identifier, as `km262` or `km382.2`: rounded to the hundred metres.
  static func kilometreSlug(_ kilometre: Double) -> String? {
    let tenths = (kilometre * 10).rounded()
    guard tenths.magnitude < 1e9 else { return nil }
    let (whole, tenth) = Int(tenths).magnitude.quotientAndRemainder(dividingBy: 10)
    return "km\(tenths < 0 ? "-" : "")\(whole)\(tenth == 0 ? "" : ".\(tenth)")"
  }
}
