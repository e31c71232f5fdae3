// Command bedside-wasm is the engine for browsers: it sets two functions on the global object, converts, and calls
// engine. It holds no word lists and no pack, so that code and tables are fetched apart, and it never fetches, stores
// or logs anything. `make wasm` builds it together with what it is loaded with.
//
//	bedsideLoad(tables, pack, version)   once: tables.bin and pack.json as Uint8Array, and the version to show
//	bedsideCheck(draft, asOf)            a draft as JSON, a time as RFC 3339 or ""; may be called as often as wanted
//
// Both answer with one line of JSON. bedsideCheck gives a result, the same bytes as `bedside check --format json`;
// bedsideLoad gives {"ready":true}. What went wrong is {"id":null,"error":{"code":"…","message":"…"}} from either.
// Offsets are bytes of UTF-8; the page turns them into UTF-16. Start at checker.
package main
