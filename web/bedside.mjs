// Starts the engine in a page, a worker or node. wasm_exec.js must have run before: it is Go's own and sets globalThis.Go.
// Nothing is fetched here: the caller hands in the bytes of bedside.wasm, tables.bin, tagger.bin, census.bin, pack.json
// and, at once or later, reader.bin.

/** @returns a function that checks a draft (JSON text, time as RFC 3339 or "") and returns the answer as JSON text. */
export async function start({ wasm, tables, tagger, census, pack, reader, version }) {
  const go = new globalThis.Go();
  const { instance } = await WebAssembly.instantiate(wasm, go.importObject);
  go.run(instance); // goes on for ever; the functions are there when it first waits
  ready(globalThis.bedsideLoad(tables, tagger, census, pack, version));
  if (reader) addReader(reader);
  return globalThis.bedsideCheck;
}

/** Adds the learned reader to a started engine. Until then each result says that it was missing. */
export function addReader(weights) {
  ready(globalThis.bedsideReader(weights));
}

function ready(answer) {
  const { error } = JSON.parse(answer);
  if (error) throw new Error(`${error.code}: ${error.message}`);
}
