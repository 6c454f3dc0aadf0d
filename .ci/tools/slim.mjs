// Less to transfer: the program without what the page never calls (wasm-opt), short names for what it and its JavaScript call
// each other (the long ones carry hashes, which no compression makes small), and the JavaScript without spaces (terser).
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { minify } from "terser";

const IMPORTS = 2;
const EXPORTS = 7;
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "reference-types", "multivalue", "sign-ext", "mutable-globals"];
const FLAGS = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz", "-Oz", "--skip-pass=memory-packing", "--one-caller-inline-max-function-size=0", "--strip-debug", "--strip-producers", "--strip-target-features", ...FEATURES.map((name) => `--enable-${name}`)];

/** Reads numbers (LEB128) and names of a WebAssembly module. */
class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  /** The bytes that `step` passes over. */
  over(step) {
    const from = this.at;
    step();
    return this.bytes.subarray(from, this.at);
  }

  name() {
    const length = this.number();
    return this.bytes.subarray(this.at, (this.at += length)).toString();
  }

  limits() {
    const flags = this.number();
    this.number();
    if (flags & 1) this.number();
  }

  /** What an import is of: function, table, memory, global or tag. */
  described() {
    const kind = this.bytes[this.at++];
    if (kind === 1) this.at += 1;
    if (kind === 1 || kind === 2) this.limits();
    else if (kind === 3) this.at += 2;
    else this.number();
  }
}

function leb(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

const named = (name) => Buffer.concat([leb(Buffer.byteLength(name)), Buffer.from(name)]);

/** A section with other names. */
function renamed(id, section, rename) {
  const reader = new Reader(section);
  const count = reader.number();
  const parts = [leb(count)];
  for (let item = 0; item < count; item++) {
    if (id === IMPORTS) parts.push(named(reader.name()), named(rename(reader.name())), reader.over(() => reader.described()));
    else parts.push(named(rename(reader.name())), reader.over(() => ((reader.at += 1), reader.number())));
  }
  return Buffer.concat(parts);
}

/** The sections of a module, each as its number and content. */
function* sections(wasm) {
  const reader = new Reader(wasm, 8);
  while (reader.at < wasm.length) {
    const id = wasm[reader.at++];
    const length = reader.number();
    yield [id, wasm.subarray(reader.at, (reader.at += length))];
  }
}

/** A module whose sections are changed by `change`. */
function changed(wasm, change) {
  const parts = [wasm.subarray(0, 8)];
  for (const [id, section] of sections(wasm)) {
    const content = change(id, section);
    parts.push(Buffer.from([id]), leb(content.length), content);
  }
  return Buffer.concat(parts);
}

/** Without the exports that the JavaScript does not use. */
function pruned(js, wasm) {
  const used = new Set(js.match(/(?<=\bwasm\.)[\w$]+/g));
  return changed(wasm, (id, section) => {
    if (id !== EXPORTS) return section;
    const reader = new Reader(section);
    const all = Array.from({ length: reader.number() }, () => {
      let name;
      const bytes = reader.over(() => ((name = reader.name()), (reader.at += 1), reader.number()));
      return { name, bytes };
    });
    const kept = all.filter(({ name }) => used.has(name));
    return Buffer.concat([leb(kept.length), ...kept.map(({ bytes }) => bytes)]);
  });
}

/** Classes for streams that a dependency of Leptos exports; nobody calls them. */
const STREAMS = /^export class IntoUnderlying[^]*?^if \(Symbol\.dispose\).*$|^const IntoUnderlying\w+Finalization[^]*?;$/gm;
/** A function that the program may call. */
const IMPORT = /^        (__wb[\w$]+): function\([^]*?^        \},\n/gm;

function optimized(wasm) {
  const folder = mkdtempSync(join(tmpdir(), "slim-"));
  const [before, after] = ["before.wasm", "after.wasm"].map((name) => join(folder, name));
  writeFileSync(before, wasm);
  execFileSync("wasm-opt", [...FLAGS, before, "-o", after], { stdio: "inherit" });
  const bytes = readFileSync(after);
  rmSync(folder, { recursive: true });
  return bytes;
}

/** The same program and JavaScript, smaller. */
export async function slim(js, wasm) {
  const needed = js.replace(STREAMS, "").replace("export { initSync, __wbg_init as default }", "export { __wbg_init as default }");
  const program = optimized(pruned(needed, wasm));
  const called = new Set(WebAssembly.Module.imports(new WebAssembly.Module(program)).map(({ name }) => name));
  const calls = needed.replace(IMPORT, (whole, name) => (called.has(name) ? whole : ""));
  const short = new Map();
  const rename = (name) => {
    if (!/^(__wbg|__wbindgen|wasm_bindgen__)/.test(name)) return name;
    if (!short.has(name)) short.set(name, `$${short.size.toString(36)}`);
    return short.get(name);
  };
  const missing = [...called].filter((name) => !new RegExp(`^        ${name}: `, "m").test(calls));
  if (missing.length || /\bwasm\[|\} = wasm\b|IntoUnderlying/.test(calls)) throw new Error(`the JavaScript of wasm-bindgen does not look as expected: ${missing}`);
  const renamedProgram = changed(program, (id, section) => (id === IMPORTS || id === EXPORTS ? renamed(id, section, rename) : section));
  return { js: await small(calls.replace(/[\w$]+/g, (word) => short.get(word) ?? word)), wasm: renamedProgram };
}

/** JavaScript (a module) without spaces, comments and long names. */
export async function small(js) {
  const { code } = await minify(js, { module: true, compress: { passes: 2 }, mangle: true });
  return code;
}
