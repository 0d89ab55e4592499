import Foundation
import TestSupport
import Testing

@testable import GeoFormats

@Suite struct ByteBufferTests {
  @Test func `what is appended follows what is there, however it grows`() {
    var random = SeededGenerator(seed: 8)
    var buffer = ByteBuffer(capacity: 1)
    for _ in 0..<20 {
      buffer.removeAll()
      var expected: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<400, using: &random) {
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          buffer.append(7)
          expected.append(7)
        case 1:
          let text = random.bytes(from: "abc", count: Int.random(in: 0..<100, using: &random))
          buffer.append(text)
          expected += text
        case 2:
          let value = Double.random(in: -180...180, using: &random)
          buffer.append(value, decimals: 7)
          DecimalText.append(value, decimals: 7, to: &expected)
        default:
          let text = Array(random.text().utf8)
          text.withUnsafeBufferPointer {
            JSONText.append($0, to: &buffer)
            JSONText.append($0, to: &expected)
          }
        }
      }
      #expect(buffer.bytes.elementsEqual(expected))
    }
  }

  @Test func `texts that are kept come out one by one`() {
    let texts = ["", "a", "bcd", "", "é"].map { Array($0.utf8) }
    let kept = ByteTexts(texts)
    #expect(kept.count == texts.count)
    for (number, text) in texts.enumerated() {
      var buffer = ByteBuffer()
      kept.append(number, to: &buffer)
      #expect(buffer.bytes.elementsEqual(text))
    }
  }

  @Test(arguments: 0...15)
  func `decimals are those of the C library but for zeros at the end`(decimals: Int) {
    var random = SeededGenerator(seed: 45)
    for _ in 0..<2000 {
      let value =
        Double.random(in: -1...1, using: &random)
        * pow(10, Double(Int.random(in: -4...12, using: &random)))
      // Beyond this a value may lie halfway, where the C library goes to the even one.
      guard value.magnitude * pow(10, Double(decimals)) < 1e12 else { continue }
      var expected = String(format: "%.\(decimals)f", value)
      if decimals > 0 {
        while expected.hasSuffix("0") { expected.removeLast() }
        if expected.hasSuffix(".") { expected.removeLast() }
      }
      if expected == "-0" { expected = "0" }
      var text: [UInt8] = []
      DecimalText.append(value, decimals: decimals, to: &text)
      #expect(String(decoding: text, as: UTF8.self) == expected, "\(value)")
    }
  }
}
