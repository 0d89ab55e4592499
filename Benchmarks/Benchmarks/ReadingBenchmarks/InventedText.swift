import Foundation

/// Text put together from invented sentences and the names of a country pack; the same in every run.
struct InventedText {
  enum Kind: CaseIterable {
    case english, spanish, bulletin, oneName, digits, quotes

    var title: String {
      switch self {
      case .english: "News in English, one sentence in four of roads or deaths"
      case .spanish: "News in Spanish, one sentence in four of roads or deaths"
      case .bulletin: "Bulletin, a blocked kilometre a line"
      case .oneName: "One name over and over"
      case .digits: "Numbers"
      case .quotes: "Nested quotation marks"
      }
    }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "GeoData").path

  /// `%` stands for a name, `#` for a number.
  private static let english = [
    "The minister told reporters that the talks with the regional leaders would go on through the weekend.",
    "Shopkeepers in % said that prices of onions and potatoes had doubled since the beginning of the month.",
    "Students marched to the main square with drums and flags, and the rector asked both sides for calm.",
    "The bishop of % offered his house for a dialogue, which the farmers' federation has not yet answered.",
    "Analysts see no majority in congress for an earlier election, whatever the polls may say.",
    "Two hotels have closed, and the airline cancelled # flights because hardly anybody had booked them.",
  ]
  private static let englishClaims = [
    "Protesters have blocked the road near % with rocks and burning tyres.",
    "Traffic is interrupted at kilometre # of the Panamericana Sur.",
    "At least # people were injured in clashes in %, health officials said.",
    "The highway between % and % was reopened on Monday.",
  ]
  private static let spanish = [
    "El ministro dijo a la prensa que las conversaciones con los dirigentes seguirán durante la semana.",
    "Los comerciantes de % señalan que la papa y la cebolla cuestan el doble que a comienzos de mes.",
    "Los estudiantes caminaron hasta la plaza con banderas, y el rector pidió calma a ambas partes.",
    "El obispo de % ofreció su casa para un diálogo al que los gremios aún no responden.",
    "Los analistas no ven en el congreso una mayoría que adelante las elecciones.",
    "Dos hoteles cerraron y la aerolínea canceló # vuelos porque casi nadie había comprado pasajes.",
  ]
  private static let spanishClaims = [
    "Manifestantes bloquean la carretera cerca de % con piedras y llantas.",
    "El tránsito está interrumpido en el km # de la Panamericana Sur.",
    "Al menos # personas resultaron heridas en % durante los enfrentamientos.",
    "La vía entre % y % fue reabierta el lunes.",
  ]

  private let names: [String]

  init(names: [String]) { self.names = names }

  func bytes(_ kind: Kind, count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 200)
    var draw = Draw()
    while bytes.count < count {
      switch kind {
      case .english: append(paragraph(Self.english, Self.englishClaims, &draw), to: &bytes)
      case .spanish: append(paragraph(Self.spanish, Self.spanishClaims, &draw), to: &bytes)
      case .bulletin:
        append(filled("Panamericana Sur km #, sector %: tránsito interrumpido\n", &draw), to: &bytes)
      case .oneName: append("\(names[0]) ", to: &bytes)
      case .digits: append("\(draw.below(100_000)) ", to: &bytes)
      case .quotes: append("“said ", to: &bytes)
      }
    }
    return bytes
  }

  private func append(_ text: String, to bytes: inout [UInt8]) { bytes += text.utf8 }

  private func paragraph(_ plain: [String], _ claims: [String], _ draw: inout Draw) -> String {
    let sentences = (0..<5).map { _ in
      filled(draw.below(4) == 0 ? claims[draw.below(claims.count)] : plain[draw.below(plain.count)], &draw)
    }
    return sentences.joined(separator: " ") + "\n\n"
  }

  private func filled(_ sentence: String, _ draw: inout Draw) -> String {
    sentence.reduce(into: "") { text, character in
      switch character {
      case "%": text += names[draw.below(names.count)]
      case "#": text += String(draw.below(900) + 1)
      default: text.append(character)
      }
    }
  }
}

/// Numbers from a linear congruential generator with Knuth's constants.
private struct Draw {
  private var state: UInt64 = 20_230_105

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
