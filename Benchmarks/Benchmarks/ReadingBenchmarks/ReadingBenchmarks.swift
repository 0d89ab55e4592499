import Benchmark
import Chronicle
import Gazetteer
import Reading

/// Each iteration reads one text of a megabyte, so the throughput is in megabytes a second.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.throughput, .wallClock],
    maxDuration: .seconds(8)
  )
  for kind in InventedText.Kind.allCases {
    Benchmark(kind.title) { benchmark, work in
      for _ in benchmark.scaledIterations { blackHole(try work.reader.read(work.text, published: work.day)) }
    } setup: {
      try Work(kind)
    }
  }
}

/// A reader of the shipped country pack, and what it reads.
private struct Work {
  let reader: DispatchReader
  let text: [UInt8]
  let day = Day(year: 2023, month: 1, day: 10)

  init(_ kind: InventedText.Kind) throws {
    let pack = try CountryPack.read(folder: InventedText.folder)
    let words = try ReadingWords.read(pack.country, folder: InventedText.folder)
    reader = DispatchReader(try Locator(pack), words: words)
    text = InventedText(names: pack.places.prefix(4000).map(\.name)).bytes(kind, count: 1_000_000)
  }
}
