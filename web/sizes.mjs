// Prints what a browser fetches, raw and with brotli, and fails above the budget of docs/adr/0007-wasm-split.md and 0020-browser-code.md.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const parts = [
  { name: "code", files: ["bedside.wasm", "wasm_exec.js"], budget: 1.4e6 },
  { name: "tables", files: ["tables.bin", "tagger.bin", "census.bin", "pack.json"], budget: 5e6 },
  { name: "reader", files: ["reader.bin"], budget: 6e6 },
];

const compressed = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

let over = false;
for (const { name, files, budget } of parts) {
  let raw = 0, brotli = 0;
  for (const file of files) {
    const bytes = readFileSync(join(process.argv[2], file));
    raw += bytes.length;
    brotli += compressed(bytes);
  }
  over ||= brotli > budget;
  const mb = (n) => (n / 1e6).toFixed(3) + " MB";
  console.log(`${name.padEnd(7)} ${mb(raw)} raw, ${mb(brotli)} brotli, budget ${mb(budget)}${brotli > budget ? ": OVER" : ""}`);
}
process.exit(over ? 1 : 0);
