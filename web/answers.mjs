// Answers drafts with the engine of a folder made by `make wasm`, under node: one {"draft":"…","as_of":"…"} a line in,
// one answer a line out, as a JSON string. The last line tells how long it took. The same-bytes test runs it. A second argument is
// the file of another reader's weights.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { start } from "./bedside.mjs";

const folder = resolve(process.argv[2]);
const read = (name) => new Uint8Array(readFileSync(join(folder, name)));

await import(pathToFileURL(join(folder, "wasm_exec.js")));
const wasm = read("bedside.wasm"), tables = read("tables.bin"), tagger = read("tagger.bin"), census = read("census.bin"), pack = read("pack.json");
const reader = process.argv[3] ? new Uint8Array(readFileSync(process.argv[3])) : read("reader.bin");
const begin = performance.now();
const check = await start({ wasm, tables, tagger, census, pack, reader, version: "test" });
const ready = performance.now() - begin;

const lines = readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const answers = [];
const checking = performance.now();
for (const { draft, as_of } of lines) answers.push(check(draft, as_of));
const took = performance.now() - checking;

answers.push(`ready ${Math.round(ready)} ms, ${Math.round((lines.length / took) * 1000)} drafts/s`);
const out = answers.map((answer) => JSON.stringify(answer) + "\n").join("");
process.stdout.write(out, () => process.exit(0)); // the engine would wait for ever
