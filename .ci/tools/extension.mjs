// Lays out the browser extension in target/extension/{chromium,firefox} and packs each into a zip: the scripts of extension/, the
// npm package as the engine, and the built page. The same sources give the same bytes.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { zip } from "./zip.mjs";

const root = join(import.meta.dirname, "../..");
const from = (...path) => join(root, ...path);
const read = (...path) => readFileSync(from(...path), "utf8");
const { version } = JSON.parse(read("target/npm/caveat-lector/package.json"));

/** The colours of the page's style sheet: `$hedge` with both values, `$hedge-light` and `$hedge-dark` with one. */
const tokens = new Map();
for (const [, name, light, dark] of read("style/tokens.css").matchAll(/--([\w-]+): light-dark\(([^,]+), ([^)]+)\)/g)) {
  tokens.set(name, `light-dark(${light}, ${dark})`).set(`${name}-light`, light).set(`${name}-dark`, dark);
}
const withTokens = (css) =>
  css.replace(/\$([a-z-]+)/g, (_, name) => {
    if (/^name/.test(name)) return `$${name}`;
    if (!tokens.has(name)) throw new Error(`no colour ${name} in style/tokens.css`);
    return tokens.get(name);
  });

/** The page with its script and style sheet in files: the policy of extensions allows no inline script. */
const page = () => {
  let html = read("dist/index.html");
  const take = (pattern, by) => {
    const [whole, content, ...more] = html.match(pattern) ?? [];
    if (whole === undefined || more.length) throw new Error(`dist/index.html has no ${pattern}`);
    html = html.replace(whole, () => by);
    return content;
  };
  const style = take(/<style>([\s\S]*?)<\/style>/, '<link rel="stylesheet" href="page.css">');
  const script = take(/<script type="module">([\s\S]*?)<\/script>/, '<script type="module" src="start.js"></script>');
  take(/<link (rel="manifest") [^>]*>\n?/, "");
  // Files of the extension are at hand; loading them ahead gains nothing.
  take(/<link (rel="modulepreload") [^>]*>\n?/, "");
  take(/<link (rel="preload") [^>]*>\n?/, "");
  html = html.replace(/style-src 'sha256-[^']+'/, "style-src 'self'").replace(/(script-src 'self' 'wasm-unsafe-eval') 'sha256-[^']+'/, "$1");
  return { "index.html": html, "panel.html": html, "page.css": style, "start.js": `import "../page.js";\n${script}` };
};

const build = (browser) => {
  const out = from("target/extension", browser);
  rmSync(out, { recursive: true, force: true });
  for (const folder of ["content", "engine", "icons", "page"]) mkdirSync(join(out, folder), { recursive: true });
  const own = JSON.parse(read("extension", `manifest.${browser}.json`));
  const shared = JSON.parse(read("extension/manifest.json"));
  const permissions = [...shared.permissions, ...(own.permissions ?? [])].sort();
  writeFileSync(join(out, "manifest.json"), `${JSON.stringify({ ...shared, version, ...own, permissions }, null, 2)}\n`);
  for (const name of readdirSync(from("extension")).filter((name) => name.endsWith(".js"))) cpSync(from("extension", name), join(out, name));
  for (const name of readdirSync(from("extension/content"))) writeFileSync(join(out, "content", name), name.endsWith(".css") ? withTokens(read("extension/content", name)) : read("extension/content", name));
  for (const name of ["engine.js", "engine_bg.wasm"]) cpSync(from("target/npm/caveat-lector", name), join(out, "engine", name));
  for (const name of readdirSync(from("style")).filter((name) => /^icon-(16|32|48|128)\.png$/.test(name))) cpSync(from("style", name), join(out, "icons", name));
  for (const name of readdirSync(from("dist")).filter((name) => /-[0-9a-f]+(_bg)?\.(js|wasm|svg)$/.test(name))) cpSync(from("dist", name), join(out, "page", name));
  for (const [name, content] of Object.entries(page())) writeFileSync(join(out, "page", name), content);
  cpSync(from("LICENSE"), join(out, "LICENSE"));
  const packed = from("target/extension", `caveat-lector-${browser}-${version}.zip`);
  writeFileSync(packed, zip(out));
  console.log(`target/extension/${browser} and ${basename(packed)}`);
};

for (const browser of ["chromium", "firefox"]) build(browser);
