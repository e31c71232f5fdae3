// Starts the engine in a page, a worker or node. wasm_exec.js must have run before: it is Go's own and sets globalThis.Go.
// Nothing is fetched here: the caller hands in the bytes of bedside.wasm, tables.bin and pack.json.

/** @returns a function that checks a draft (JSON text, time as RFC 3339 or "") and returns the answer as JSON text. */
export async function start({ wasm, tables, pack, version }) {
  const go = new globalThis.Go();
  const { instance } = await WebAssembly.instantiate(wasm, go.importObject);
  go.run(instance); // goes on for ever; the functions are there when it first waits
  const loaded = JSON.parse(globalThis.bedsideLoad(tables, pack, version));
  if (loaded.error) throw new Error(`${loaded.error.code}: ${loaded.error.message}`);
  return globalThis.bedsideCheck;
}
