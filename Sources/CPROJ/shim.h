// PROJ's geodesic functions are pure functions over plain structures: no context, no handle. Reference systems
// and transformations have both; `ProjectionContext` and `Projection` own them.
#include <geodesic.h>
#include <proj.h>
