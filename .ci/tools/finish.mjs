// The last step of Trunk's build. It inlines the style sheets and src/ui/boot.js, writes their hashes into the Content-Security-Policy, writes the version
// and the file names into the service worker, and adds compressed copies for hosts that serve them.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = process.env.TRUNK_STAGING_DIR;
const read = (name) => readFileSync(join(folder, name), "utf8");
const sha256 = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
let html = read("index.html");

/** Replaces a text that must occur exactly once in the page. */
const replace = (old, by) => {
  if (html.split(old).length !== 2) throw new Error(`index.html must hold this once: ${old}`);
  html = html.replace(old, () => by);
};

// The style sheets are inlined, so that the first paint needs no second request.
const sheets = [...html.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"[^>]*>\n?/g)];
const css = sheets.map(([, name]) => read(name)).join("\n");
sheets.forEach(([link, name], place) => {
  replace(link, place === 0 ? `<style>${css}</style>\n` : "");
  rmSync(join(folder, name));
});
replace("style-src 'self'", `style-src ${sha256(css)}`);

// boot.js and Trunk's inline script, which starts the program, become one module, so that boot.js runs first.
const [start, ...others] = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
if (!start || others.length) throw new Error("index.html must hold one inline script");
const code = `\n${readFileSync(join(import.meta.dirname, "../../src/ui/boot.js"), "utf8")}${start}`;
replace(start, code);
replace("__BOOT_HASH__", sha256(code));

// The service worker and the page carry the same version.
const files = readdirSync(folder).filter((name) => /-[0-9a-f]+(_bg)?\.(js|wasm|svg)$/.test(name) || name === "manifest.json").sort();
const worker = read("worker.js");
const contents = [...files.map((name) => readFileSync(join(folder, name))), Buffer.from(html), Buffer.from(worker)];
const version = createHash("sha256").update(Buffer.concat(contents)).digest("hex").slice(0, 12);
writeFileSync(join(folder, "worker.js"), worker.replace('"__VERSION__"', JSON.stringify(version)).replace('"__FILES__"', JSON.stringify(files)));
replace('<html lang="en"', `<html lang="en" data-version="${version}"`);
writeFileSync(join(folder, "index.html"), html);

for (const name of readdirSync(folder).filter((name) => /\.(html|js|svg|wasm|json)$/.test(name))) {
  const bytes = readFileSync(join(folder, name));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
}
