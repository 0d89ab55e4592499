#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import Foundation
import Synchronization

/// A server on this machine that answers each connection with the next of some texts, the last one ever after.
final class LoopbackServer: Sendable {
  /// What a connection gets: the bytes, and whether it is kept open without a word first.
  enum Answer: Sendable {
    case text(String)
    /// Nothing, for as long as the other side waits.
    case silence
  }

  private let socket: Int32
  let port: UInt16
  private let answers: [Answer]
  private let served = Mutex(0)

  /// How many connections came.
  var connections: Int { served.withLock { $0 } }

  init(_ answers: [Answer]) throws {
    self.answers = answers
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let socket = Self.open(stream)
    self.socket = socket
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    var size = length
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(socket, generic, length) == 0 && listen(socket, 8) == 0
          && getsockname(socket, generic, &size) == 0
      }
    }
    guard socket >= 0, isListening else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in serve() }
  }

  deinit { close(socket) }

  func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

  var address: String { "http://127.0.0.1:\(port)/feed" }

  private static func open(_ type: Int32) -> Int32 {
    #if canImport(Darwin)
      Darwin.socket(AF_INET, type, 0)
    #elseif canImport(Musl)
      Musl.socket(AF_INET, type, 0)
    #else
      Glibc.socket(AF_INET, type, 0)
    #endif
  }

  private func serve() {
    var silent: [Int32] = []
    while true {
      let connection = accept(socket, nil, nil)
      guard connection >= 0 else { break }
      let number = served.withLock { count in
        count += 1
        return count - 1
      }
      var request = [UInt8](repeating: 0, count: 4096)
      _ = recv(connection, &request, request.count, 0)
      switch answers[min(number, answers.count - 1)] {
      case .text(let text):
        let bytes = Array(text.utf8)
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        close(connection)
      case .silence:
        silent.append(connection)
      }
    }
    for connection in silent { close(connection) }
  }
}
