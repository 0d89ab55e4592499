// Reads a collection of points into a vector of typed events with simdjson, and writes sums of them.
//
//   g++ -O3 -march=native -std=c++17 features_simdjson.cpp -lsimdjson
#include <simdjson.h>

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

struct Event {
  int64_t id;
  double longitude, latitude;
  std::string kind, place;
  double kilometre;
};

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  simdjson::ondemand::parser parser;
  simdjson::padded_string text = simdjson::padded_string::load(argv[1]);
  simdjson::ondemand::document document = parser.iterate(text);
  std::vector<Event> events;
  for (simdjson::ondemand::object feature : document["features"]) {
    Event event;
    event.id = feature["id"].get_int64();
    simdjson::ondemand::object properties = feature["properties"];
    event.kind = std::string(std::string_view(properties["kind"]));
    event.place = std::string(std::string_view(properties["place"]));
    event.kilometre = properties["km"].get_double();
    simdjson::ondemand::array position = feature["geometry"]["coordinates"];
    auto number = position.begin();
    event.longitude = (*number).get_double();
    ++number;
    event.latitude = (*number).get_double();
    events.push_back(std::move(event));
  }
  int64_t ids = 0, letters = 0;
  double degrees = 0, kilometres = 0;
  for (const Event &event : events) {
    ids += event.id;
    letters += event.kind.size() + event.place.size();
    degrees += event.longitude + event.latitude;
    kilometres += event.kilometre;
  }
  std::FILE *output = std::fopen(argv[2], "w");
  std::fprintf(
    output, "%zu %lld %lld %.0f %.0f\n", events.size(), (long long)ids, (long long)letters,
    std::round(degrees), std::round(kilometres)
  );
  return std::fclose(output);
}
