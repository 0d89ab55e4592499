import Testing

@testable import Ledger

@Suite struct ListingCodeTests {
  @Test func `numbers come back as they were written`() {
    let numbers = [0, 1, 127, 128, 16_383, 16_384, 1 << 40]
    var bytes: [UInt8] = []
    for number in numbers { ListingCode.append(number, to: &bytes) }
    #expect(ListingCode.numbers(bytes) == numbers)
    #expect(ListingCode.numbers(bytes.dropLast()) == nil)
    #expect(ListingCode.numbers([UInt8](repeating: 0xFF, count: 20)) == nil)
  }

  @Test func `passing values come back, and bytes that are cut or too many are refused`() {
    let rows: [[[UInt8]?]] = [[[1], nil], [[1], [2, 3]], [nil, [2, 3]], [[], nil]]
    let listing = Listing(rows.map { ListedRow(state: [1], passing: $0) }, passingFields: ["a", "b"])
    #expect(listing.rows.map(\.passing) == rows)
    let bytes = listing.passing
    #expect(ListingCode.passing(bytes, rows: 4, each: 2) == rows)
    #expect(ListingCode.passing(Array(bytes.dropLast(2)), rows: 4, each: 2) == nil)
    #expect(ListingCode.passing(bytes + [0], rows: 4, each: 2) == nil)
  }

  @Test func `names come back, whatever is in them`() {
    let names = ["item", "", "a|b", "Ñ\n"]
    #expect(ListingCode.names(ListingCode.names(names), count: 4) == names)
    #expect(ListingCode.names(ListingCode.names(names), count: 3) == nil)
  }
}
