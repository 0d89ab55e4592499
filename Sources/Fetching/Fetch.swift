internal import CCurl

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Fetches documents over HTTPS, through the system's libcurl.
public enum Fetch {
  /// libcurl is made ready once, before its first use.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// What is at an address, whatever type the server says it is.
  ///
  /// Failures that may pass (no connection, time over, a server's error) are tried again after a growing wait.
  ///
  /// - Throws: `FetchError` for an address that is not HTTPS, a failure that lasts, a server that refuses, and a
  ///   document that is empty or too large.
  public static func bytes(
    from address: String,
    settings: FetchSettings = FetchSettings()
  ) throws(FetchError) -> [UInt8] {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard scheme == "https" || (scheme == "http" && settings.allowsPlainHTTP) else {
      throw FetchError(address: address, reason: "only addresses that begin with https:// are fetched")
    }
    guard isReady else { throw FetchError(address: address, reason: "libcurl cannot be used") }
    var wait = settings.firstWait
    var left = settings.retries
    while true {
      do throws(FetchError) {
        return try attempt(address, settings: settings)
      } catch {
        guard error.isPassing, left > 0 else {
          let tries = settings.retries - left + 1
          guard tries > 1 else { throw error }
          throw FetchError(address: address, reason: "\(error.reason), \(tries) times")
        }
        left -= 1
        pause(milliseconds: wait)
        wait = min(wait * 2, 30_000)
      }
    }
  }

  /// What a transfer fills.
  private final class Received {
    var bytes: [UInt8] = []
    var isTooLarge = false
    let largest: Int

    init(largest: Int) { self.largest = largest }
  }

  private static func attempt(_ address: String, settings: FetchSettings) throws(FetchError) -> [UInt8] {
    guard let handle = curl_easy_init() else {
      throw FetchError(address: address, reason: "libcurl has no memory")
    }
    defer { curl_easy_cleanup(handle) }
    let received = Received(largest: settings.largest)
    let isSet =
      roadblocks_curl_set_text(handle, CURLOPT_URL, address) == CURLE_OK
      && roadblocks_curl_set_text(
        handle,
        CURLOPT_PROTOCOLS_STR,
        settings.allowsPlainHTTP ? "https,http" : "https"
      ) == CURLE_OK
      && roadblocks_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 1) == CURLE_OK
      && roadblocks_curl_set_long(handle, CURLOPT_MAXREDIRS, 5) == CURLE_OK
      && roadblocks_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT, settings.connectSeconds) == CURLE_OK
      && roadblocks_curl_set_long(handle, CURLOPT_TIMEOUT, settings.totalSeconds) == CURLE_OK
      && roadblocks_curl_set_long(handle, CURLOPT_NOSIGNAL, 1) == CURLE_OK
      // Nothing named: whatever libcurl can unpack.
      && roadblocks_curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "") == CURLE_OK
      && roadblocks_curl_set_text(handle, CURLOPT_USERAGENT, "roadblocks") == CURLE_OK
      && roadblocks_curl_set_write(handle, collect) == CURLE_OK
      && roadblocks_curl_set_pointer(
        handle,
        CURLOPT_WRITEDATA,
        Unmanaged.passUnretained(received).toOpaque()
      ) == CURLE_OK
    guard isSet else { throw FetchError(address: address, reason: "libcurl does not know an option") }
    let code = withExtendedLifetime(received) { curl_easy_perform(handle) }
    if received.isTooLarge {
      throw FetchError(address: address, reason: "the document has more than \(settings.largest) bytes")
    }
    guard code == CURLE_OK else {
      throw FetchError(
        address: address,
        reason: String(cString: curl_easy_strerror(code)),
        isPassing: passing.contains(code.rawValue)
      )
    }
    var status = 0
    roadblocks_curl_response_code(handle, &status)
    guard status == 200 else {
      throw FetchError(
        address: address,
        reason: "the server answers \(status)",
        isPassing: status >= 500 || status == 429 || status == 408
      )
    }
    guard !received.bytes.isEmpty else {
      throw FetchError(address: address, reason: "the server sends nothing", isPassing: true)
    }
    return received.bytes
  }

  /// Failures of the way there, not of the address.
  private static let passing = Set(
    [
      CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT, CURLE_GOT_NOTHING,
      CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE,
    ].map(\.rawValue)
  )

  /// Takes what came; fewer bytes taken than came end the transfer.
  private static let collect: roadblocks_curl_write = { bytes, size, count, context in
    guard let bytes, let context else { return 0 }
    let received = Unmanaged<Received>.fromOpaque(context).takeUnretainedValue()
    let (length, overflow) = size.multipliedReportingOverflow(by: count)
    guard !overflow, length <= received.largest - received.bytes.count else {
      received.isTooLarge = true
      return 0
    }
    received.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: length))
    return length
  }

  private static func pause(milliseconds: Int) {
    usleep(UInt32(clamping: milliseconds * 1000))
  }
}
