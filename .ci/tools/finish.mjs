// Trunk's last step: puts src/ui/boot.js into the one inline script, names that script by its hash in the
// Content-Security-Policy, and compresses every file for hosts that serve what lies beside it.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = process.env.TRUNK_STAGING_DIR;
const page = join(folder, "index.html");
const html = readFileSync(page, "utf8");
const scripts = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
if (scripts.length !== 1 || !html.includes("__BOOT_HASH__")) {
  console.error(`index.html: one inline script and one __BOOT_HASH__ were expected, ${scripts.length} scripts found`);
  process.exit(1);
}
const [start] = scripts;
const at = start.indexOf("const wasm = await");
const boot = readFileSync(join(import.meta.dirname, "../../src/ui/boot.js"), "utf8").replace(/^\/\/.*\n/, "");
const code = start.slice(0, at) + boot + start.slice(at).trimEnd() + "\n";
const hash = createHash("sha256").update(code).digest("base64");
writeFileSync(page, html.replace(start, () => code).replace("__BOOT_HASH__", () => `'sha256-${hash}'`));

for (const name of readdirSync(folder).filter((name) => /\.(html|css|js|svg|wasm|json|webmanifest)$/.test(name))) {
  const bytes = readFileSync(join(folder, name));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
}
