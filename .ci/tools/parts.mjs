// What the crates and the lexicon cost of a visit: `node parts.mjs`, after a build of the page. Code is counted before wasm-opt and shared out by
// size; what stands in the table is that share of the compressed program, an estimate.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const root = join(import.meta.dirname, "../..");
const wasm = readFileSync(join(root, "target/wasm32-unknown-unknown/release/caveat-lector.wasm"));
let at = 8;
const number = () => {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
};
const name = () => {
  const length = number();
  return wasm.subarray(at, (at += length)).toString();
};

/** The crate whose code a function is, from its mangled name: the first that is named. */
const crate = (symbol) => /C[st][0-9A-Za-z]*_\d+([a-z_][a-z0-9_]*?)(?=[0-9A-Z]|$)/.exec(symbol)?.[1] ?? "others";

const sizes = [];
const names = new Map();
let imported = 0;
const sections = {
  2: () => {
    for (let left = number(); left > 0; left -= 1) {
      name();
      name();
      const kind = wasm[at++];
      if (kind !== 0) throw new Error("an import that is no function");
      number();
      imported += 1;
    }
  },
  10: () => {
    for (let left = number(); left > 0; left -= 1) {
      const size = number();
      sizes.push(size);
      at += size;
    }
  },
  0: (end) => {
    if (name() !== "name") return;
    while (at < end) {
      const kind = wasm[at++];
      const stop = number() + at;
      if (kind === 1) for (let left = number(); left > 0; left -= 1) names.set(number(), name());
      at = stop;
    }
  },
};
while (at < wasm.length) {
  const id = wasm[at++];
  const end = number() + at;
  sections[id]?.(end);
  at = end;
}

const crates = new Map();
sizes.forEach((size, place) => {
  const symbol = names.get(place + imported) ?? "";
  // Descriptions of functions are for wasm-bindgen alone.
  if (/describe/.test(symbol)) return;
  crates.set(crate(symbol), (crates.get(crate(symbol)) ?? 0) + size);
});

const dist = join(root, "dist");
const program = readFileSync(join(dist, readdirSync(dist).find((name) => name.endsWith("_bg.wasm"))));
const builds = join(root, "target/wasm32-unknown-unknown/release/build");
const tablesOf = readdirSync(builds).map((name) => join(builds, name, "out/lexicon.rs")).filter(existsSync);
const [table] = tablesOf.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
const lexicon = readFileSync(table, "utf8");
const [, packed] = /PACKED: \[u8; \d+\] = \[([^\]]*)\]/.exec(lexicon);
const words = [...lexicon.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, words]) => words).join("\n");
const small = (bytes) => brotliCompressSync(bytes).length;
const [tables, prose] = [small(Buffer.from(packed.split(",").map(Number))), small(Buffer.from(words))];
const code = small(program) - tables - prose;
const all = [...crates.values()].reduce((sum, size) => sum + size, 0);
const kilo = (bytes) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
console.log("\nOf the program, about:");
console.log(`${kilo(tables)}  lexicon: words and patterns\n${kilo(prose)}  lexicon: explanations and examples`);
const shares = [...crates].map(([name, size]) => [name, (size / all) * code]).sort((a, b) => b[1] - a[1]);
for (const [name, share] of shares.filter(([, share]) => share >= 500)) console.log(`${kilo(share)}  ${name}`);
console.log(`${kilo(shares.filter(([, share]) => share < 500).reduce((sum, [, share]) => sum + share, 0))}  ${shares.filter(([, share]) => share < 500).length} smaller ones`);
