// Only the reentrant functions (those that take a context) may be called: with this
// macro every other one is a compile error.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
