"""numpy for the arithmetic; reading and writing by the standard library, as a short script would."""

import csv

import numpy

roads = {}
with open("pack/kilometre-posts.csv", newline="") as file:
    for route, km, longitude, latitude, _ in list(csv.reader(file))[1:]:
        roads.setdefault(route, []).append((float(km), float(longitude), float(latitude)))
with open("references.csv", newline="") as file:
    rows = list(csv.reader(file))[1:]
routes = numpy.array([row[1] for row in rows])
km = numpy.array([float(row[2]) for row in rows])
longitude, latitude = numpy.empty(len(rows)), numpy.empty(len(rows))
for route, posts in roads.items():
    marks, xs, ys = numpy.array(posts).T
    chosen = routes == route
    longitude[chosen] = numpy.interp(km[chosen], marks, xs)
    latitude[chosen] = numpy.interp(km[chosen], marks, ys)
with open("placed.csv", "w", newline="") as file:
    file.write("id,route,km,longitude,latitude\n")
    file.writelines(f"{r[0]},{r[1]},{r[2]},{x:.6f},{y:.6f}\n" for r, x, y in zip(rows, longitude, latitude))
