// PROJ's geodesic functions are pure functions over plain structures: no context, no handle.
#include <geodesic.h>
