// Trunk's last step: makes the program and its JavaScript slimmer, puts src/ui/boot.js into the one inline script, names that script by its hash in the
// Content-Security-Policy, gives the service worker its version and the names of its files, and compresses every file for hosts that serve what lies beside it.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { slim, small } from "./slim.mjs";

const folder = process.env.TRUNK_STAGING_DIR;
const page = join(folder, "index.html");
let html = readFileSync(page, "utf8");

// The program and its JavaScript, slimmer, and their checksums in the page.
const sum = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
const find = (ending) => join(folder, readdirSync(folder).find((name) => ending.test(name)));
const [glue, program] = [find(/-[0-9a-f]+\.js$/), find(/_bg\.wasm$/)];
const slimmer = await slim(readFileSync(glue, "utf8"), readFileSync(program));
for (const [path, content] of [[glue, slimmer.js], [program, slimmer.wasm]]) {
  const before = sum(readFileSync(path));
  if (!html.includes(before)) throw new Error(`index.html has no checksum of ${path}`);
  html = html.replace(before, () => sum(content));
  // The name follows the content, so that no browser ever takes an old copy for it.
  const [name, ending] = [basename(path), /(?:_bg)?\.\w+$/.exec(path)[0]];
  const renamed = `caveat-lector-${createHash("sha256").update(content).digest("hex").slice(0, 16)}${ending}`;
  rmSync(path);
  writeFileSync(join(folder, renamed), content);
  html = html.replaceAll(name, renamed);
}

// One style sheet in the page itself, without comments and without space that says nothing: the first paint waits for nothing else.
const sheets = [...html.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>\n?/g)];
const css = sheets.map(([, name]) => readFileSync(join(folder, name), "utf8")).join("\n").replace(/("[^"]*")|\/\*[^]*?\*\/|\s*([{};,])\s*|\s+/g, (_, string, mark) => string ?? mark ?? " ").replaceAll(";}", "}").trim();
sheets.forEach(([link, name], place) => {
  html = html.replace(link, () => (place ? "" : `<style>${css}</style>\n`));
  rmSync(join(folder, name));
});
if (sheets.length !== 6 || sheets.some(([link]) => / media=/.test(link)) || /<\/style/i.test(css) || !html.includes("style-src 'self'")) throw new Error("the style sheet cannot stand in the page");
html = html.replace("style-src 'self'", () => `style-src 'sha256-${createHash("sha256").update(css).digest("base64")}'`);

const scripts = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
if (scripts.length !== 1 || !html.includes("__BOOT_HASH__")) {
  console.error(`index.html: one inline script and one __BOOT_HASH__ were expected, ${scripts.length} scripts found`);
  process.exit(1);
}
const [start] = scripts;
const at = start.indexOf("const wasm = await");
if (at < 0) throw new Error("the start of the program does not look as expected");
const boot = await small(readFileSync(join(import.meta.dirname, "../../src/ui/boot.js"), "utf8"));
const code = `${start.slice(0, at).trim()}\n${boot}\n${start.slice(at).trim()}\n`;
const hash = createHash("sha256").update(code).digest("base64");
const whole = html.replace(start, () => code).replace("__BOOT_HASH__", () => `'sha256-${hash}'`);

// The worker knows its version, which the page carries too, and the names of the files that the page needs.
const kept = readdirSync(folder).filter((name) => /-[0-9a-f]+(_bg)?\.(js|wasm|svg)$/.test(name) || name === "manifest.json").sort();
const worker = join(folder, "worker.js");
const source = readFileSync(worker, "utf8");
const content = kept.map((name) => readFileSync(join(folder, name))).concat(Buffer.from(whole), Buffer.from(source));
const version = createHash("sha256").update(Buffer.concat(content)).digest("hex").slice(0, 12);
const fill = (text, name, value) => text.replace(`"__${name}__"`, () => JSON.stringify(value));
writeFileSync(worker, await small(fill(fill(source, "VERSION", version), "FILES", kept)));
if (!whole.includes('<html lang="en"')) throw new Error("the page has no place for its version");
writeFileSync(page, whole.replace('<html lang="en"', `<html lang="en" data-version="${version}"`));

for (const name of readdirSync(folder).filter((name) => /\.(html|js|svg|wasm|json|webmanifest)$/.test(name))) {
  const bytes = readFileSync(join(folder, name));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
}
