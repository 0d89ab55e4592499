#include <curl/curl.h>

// Swift imports no variadic functions: one plain function for each type of option.

static inline CURLcode roadblocks_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode roadblocks_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode roadblocks_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

typedef size_t (*roadblocks_curl_write)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode roadblocks_curl_set_write(CURL *handle, roadblocks_curl_write write) {
  return curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, write);
}

static inline CURLcode roadblocks_curl_response_code(CURL *handle, long *code) {
  return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, code);
}
