// The page in Chromium, as a reader waits for it: node page.mjs. Writes docs/performance.md.
import { cpus } from "node:os";
import { join } from "node:path";
import { serve } from "../.ci/tools/serve.mjs";
import { engines, start } from "../tests/browser/engines.mjs";
import { Page } from "../tests/browser/page.mjs";
import { news, record, root, table } from "./news.mjs";

/** Pastes a text; gives the time to the first marks in the page, to the frame after them, and the longest task. */
const paste = (text) => {
  const box = document.querySelector("#text");
  let longest = 0;
  const watch = new PerformanceObserver((list) => list.getEntries().forEach((entry) => (longest = Math.max(longest, entry.duration))));
  watch.observe({ type: "longtask" });
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const began = performance.now();
      let marked = NaN;
      const seen = new MutationObserver(() => document.querySelector("#article mark") && ((marked = performance.now() - began), seen.disconnect()));
      seen.observe(document.body, { childList: true, subtree: true });
      box.select();
      box.dispatchEvent(new ClipboardEvent("paste", { bubbles: true }));
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      requestAnimationFrame(() => setTimeout(() => {
        const shown = performance.now() - began;
        setTimeout(() => (watch.disconnect(), done({ marked, shown, longest, marks: document.querySelectorAll("#article mark").length })), 1500);
      }, 0));
    });
  });
};

/** Types a letter in the middle of the text; gives the time of the handler and to the frame after it. */
const type = () => {
  const box = document.querySelector("#text");
  const at = Math.floor(box.value.length / 2);
  return new Promise((done) => {
    requestAnimationFrame(() => {
      box.setRangeText("a", at, at, "end");
      const began = performance.now();
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      const handled = performance.now() - began;
      requestAnimationFrame(() => setTimeout(() => done({ handled, shown: performance.now() - began }), 0));
    });
  });
};

const spread = (values, digits = 0) => {
  const sorted = values.toSorted((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)].toFixed(digits)} (${sorted[0].toFixed(digits)}–${sorted.at(-1).toFixed(digits)})`;
};

const server = await serve({ dir: join(root, "dist") });
const engine = engines().found.find(({ name }) => name === "chromium");
if (!engine) throw new Error("this bench needs Chromium and its driver");
const browser = await start(engine);
const page = new Page().drive(browser.session, server.url);
await browser.session.manage().setTimeouts({ script: 120_000 });
try {
  await page.resize(1440, 900);
  const rows = [];
  for (const length of [5_000, 100_000, 1_000_000]) {
    const [pastes, keys] = [[], []];
    for (let round = 0; round < 7; round += 1) {
      await page.openAnew();
      const figures = await page.run(paste, news(length));
      if (Number.isNaN(figures.marked) || !figures.marks) throw new Error(`no marks in ${length} bytes`);
      pastes.push(figures);
      await page.press("e");
      await page.until(() => document.activeElement.id === "text");
      keys.push(await page.run(type));
    }
    const column = (rows, name) => spread(rows.map((row) => row[name]));
    rows.push([`${length.toLocaleString("en")} bytes`, column(pastes, "marked"), column(pastes, "shown"), column(pastes, "longest"), column(keys, "handled"), column(keys, "shown")]);
  }
  const head = ["text", "first marks in the page", "second frame", "longest task", "key typed in the middle: handled", "second frame"];
  const text = `Window of 1440×900, ${cpus().length} cores shared with the driver; medians of 7 (fastest–slowest), in ms.\n\n${table(head, rows)}`;
  console.log(text);
  record("docs/performance.md", "page", text);
} finally {
  await browser.stop();
  server.close();
}
