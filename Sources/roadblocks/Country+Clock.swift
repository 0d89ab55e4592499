import Chronicle
import Gazetteer

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Country {
  /// The country's local time now, to the minute.
  var now: Moment {
    let minutes = time(nil) / 60 + minutesFromUTC
    let day = Day(clamping: minutes / 1440)
    return Moment(day, hour: minutes % 1440 / 60, minute: minutes % 60) ?? day.start
  }
}
