// Takes the picture of the browser extension: `node extension_shot.mjs FOLDER`. The site is made up, as its article is.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engines } from "./engines.mjs";
import { servePages, startExtension } from "./extension.mjs";

const [folder] = process.argv.slice(2);
const [title, ...blocks] = readFileSync(join(import.meta.dirname, "../../src/ui/samples/diplomatic.txt"), "utf8").trim().split(/\n\n+/);
const site = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
<style>
  body { margin: 0; font: 18px/1.65 Georgia, "DejaVu Serif", serif; color: #222; background: #fff; }
  header { background: #10375c; color: #fff; padding: 14px 40px; font: 600 22px Georgia, "DejaVu Serif", serif; }
  nav { border-bottom: 1px solid #ddd; padding: 10px 40px; font: 14px sans-serif; color: #555; word-spacing: 18px; }
  article { max-width: 700px; margin: 24px 40px; } h1 { line-height: 1.2; }
</style></head>
<body><header>The Marenna Courier</header><nav>World Business Harbour Opinion</nav><article><h1>${title}</h1>${blocks.map((block) => `<p>${block}</p>`).join("")}</article></body></html>`;

const chromium = engines().found.find(({ name }) => name === "chromium");
if (!chromium) throw new Error("Chromium was not found");
const server = await servePages({}, { "article.html": site });
const reader = await startExtension(chromium);
try {
  await reader.begin();
  await reader.resize(1180, 800);
  await reader.visit(`${server.url}article.html`);
  await reader.toggle();
  for (let step = 0; step < 3; step += 1) await reader.button("Next ›");
  await reader.run(() => scrollTo(0, 0));
  await new Promise((later) => setTimeout(later, 500));
  writeFileSync(join(folder, "extension.png"), Buffer.from(await reader.session.takeScreenshot(), "base64"));
} finally {
  await reader.stop();
  server.close();
}
