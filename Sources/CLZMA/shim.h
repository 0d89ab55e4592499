#include <lzma.h>

// Swift imports no macro that is made of another one.
static const uint32_t roadblocks_lzma_concatenated = LZMA_CONCATENATED;
