// Command bedside-wasm is the engine for browsers: it sets three functions on the global object, converts, and calls
// engine. It holds no word lists and no pack, so that code and tables are fetched apart, and it never fetches, stores
// or logs anything. `make wasm` builds it together with what it is loaded with.
//
//	bedsideLoad(tables, tagger, census, pack, version)   once: tables.bin, tagger.bin, census.bin and pack.json as Uint8Array, and the version to show
//	bedsideReader(weights)                       once, when it has come: reader.bin as Uint8Array. Results before it say that it was missing
//	bedsideCheck(draft, asOf)                    a draft as JSON, a time as RFC 3339 or ""; may be called as often as wanted
//
// All answer with one line of JSON. bedsideCheck gives a result, the same bytes as `bedside check --format json`;
// bedsideLoad and bedsideReader give {"ready":true}. What went wrong is {"id":null,"error":{"code":"…","message":"…"}} from any.
// Offsets are bytes of UTF-8; the page turns them into UTF-16. Start at checker.
package main
