// Writes the whole page into one file that opens with a double click: `node single.mjs dist caveat-lector.html`.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";

const [folder, out] = process.argv.slice(2);
const read = (name) => readFileSync(join(folder, name.replace(/^\.\//, "")), "utf8");
const hash = (code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
let html = readFileSync(join(folder, "index.html"), "utf8");

const [, style] = /<style>([^]*?)<\/style>/.exec(html);
const [icon, iconHref] = /<link rel="icon" href="([^"]+)"[^>]*>/.exec(html);
const [boot, bootCode] = /<script type="module">([\s\S]*?)<\/script>/.exec(html);
const [, glueName] = /import init, \* as bindings from '([^']+)'/.exec(bootCode);
const [, wasmName] = /module_or_path: '([^']+)'/.exec(bootCode);
const wasm = deflateRawSync(readFileSync(join(folder, wasmName)), { level: 9 }).toString("base64");
// The glue of wasm-bindgen and the boot script become one module, which has no address of its own.
const [exported, init] = /export \{ initSync, (\w+) as default \};\s*$/.exec(read(glueName));
const glue = read(glueName)
  .replace(exported, "")
  .replace(/^export (?=class|function)/gm, "")
  .replace(/new URL\('[^']*', import\.meta\.url\)/, "undefined");
if (/import\.meta/.test(glue)) throw new Error("the glue still asks for its own address");
const start = bootCode.slice(0, bootCode.indexOf("import init"));
const unpack = `const packed = Uint8Array.from(atob(document.getElementById("program").textContent), (c) => c.charCodeAt(0));
const program = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
await init({ module_or_path: await new Response(program).arrayBuffer() });
`;
const code = `const init = (() => {${glue}\nreturn ${init};\n})();\n${start}${unpack}`;
if (/<\/script/i.test(code)) throw new Error("a tag would end the script early");

const policy = `default-src 'none'; script-src 'wasm-unsafe-eval' ${hash(code)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default`;
html = html
  .replace(/<link rel="(?:modulepreload|preload|manifest)"[^>]*>/g, "")
  .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, start) => start + policy)
  .replace(icon, () => `<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(read(iconHref)).toString("base64")}">`)
  .replace(boot, "")
  .replace("</body>", () => `<script type="application/octet-stream" id="program">${wasm}</script>\n<script type="module">${code}</script>\n</body>`);
writeFileSync(out, html);
console.log(`${out}: ${Math.round(html.length / 1000)} kB`);
