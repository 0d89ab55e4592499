/// Which feature is drawn with which symbol.
public enum QGISRenderer: Hashable, Sendable {
  /// All with one.
  case single(QGISSymbol)
  /// With the symbol of every rule that holds for it; with none where none does. The rules stand in the legend
  /// in this order.
  case rules([Rule])
  /// With the symbol of the class that an expression's value falls into.
  case classes(by: QGISExpression, [Class])

  public struct Rule: Hashable, Sendable {
    public var label: String
    public var condition: QGISExpression
    public var symbol: QGISSymbol

    public init(_ label: String, where condition: QGISExpression, _ symbol: QGISSymbol) {
      self.label = label
      self.condition = condition
      self.symbol = symbol
    }
  }

  public struct Class: Hashable, Sendable {
    public var label: String
    /// Its lower bound belongs to it, and its upper bound where no class above begins there.
    public var range: ClosedRange<Double>
    public var symbol: QGISSymbol

    public init(_ label: String, _ range: ClosedRange<Double>, _ symbol: QGISSymbol) {
      self.label = label
      self.range = range
      self.symbol = symbol
    }
  }

  /// - Parameter order: What features are drawn in the order of, the least first.
  func xml(drawnBy order: QGISExpression?) -> XML {
    let ordering = order.map { order in
      [XML("orderby", [:], [XML("orderByClause", ["asc": "1", "nullsFirst": "0"], text: order.text)])]
    }
    let isOrdered = order == nil ? "0" : "1"
    switch self {
    case .single(let symbol):
      return XML(
        "renderer-v2",
        ["type": "singleSymbol", "symbollevels": "0", "enableorderby": isOrdered],
        [XML("symbols", [:], [symbol.xml(named: "0")])] + (ordering ?? [])
      )
    case .rules(let rules):
      let entries = rules.enumerated().map { index, rule in
        XML(
          "rule",
          [
            "key": "rule-\(index)", "symbol": "\(index)", "label": rule.label, "filter": rule.condition.text,
          ]
        )
      }
      return XML(
        "renderer-v2",
        ["type": "RuleRenderer", "symbollevels": "0", "enableorderby": isOrdered],
        [XML("rules", ["key": "rules"], entries), Self.symbols(rules.map(\.symbol))] + (ordering ?? [])
      )
    case .classes(let value, let classes):
      let ranges = classes.enumerated().map { index, one in
        XML(
          "range",
          [
            "lower": one.range.lowerBound.description, "upper": one.range.upperBound.description,
            "symbol": "\(index)", "label": one.label, "render": "true",
          ]
        )
      }
      return XML(
        "renderer-v2",
        [
          "type": "graduatedSymbol", "attr": value.text, "graduatedMethod": "GraduatedColor",
          "symbollevels": "0", "enableorderby": isOrdered,
        ],
        [XML("ranges", [:], ranges), Self.symbols(classes.map(\.symbol))] + (ordering ?? [])
      )
    }
  }

  private static func symbols(_ symbols: [QGISSymbol]) -> XML {
    XML("symbols", [:], symbols.enumerated().map { $1.xml(named: "\($0)") })
  }
}
