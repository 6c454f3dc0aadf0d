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

/** Types the last letter of a hedge in the middle of the text; gives the time of the handler, to its mark, and to the frame after it. */
const type = async () => {
  const box = document.querySelector("#text");
  const middle = box.value.indexOf(" ", box.value.length / 2);
  box.setRangeText(" perhap", middle, middle, "end");
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  const at = box.selectionEnd;
  const marks = () => [...document.querySelectorAll("#article mark")].filter((mark) => mark.textContent === "perhaps").length;
  await new Promise((done) => setTimeout(done, 1500));
  const before = marks();
  await new Promise((done) => requestAnimationFrame(done));
  box.setRangeText("s", at, at, "end");
  const began = performance.now();
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  const handled = performance.now() - began;
  await Promise.resolve().then(() => {}).then(() => {});
  let marked = performance.now() - began;
  while (marks() === before && performance.now() - began < 5000) {
    await new Promise((done) => setTimeout(done, 1));
    marked = performance.now() - began;
  }
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return { handled, marked, framed: performance.now() - began, fresh: marks() - before };
};

/** The same key in a box that has nothing to do with the page: what the browser itself takes. */
const bare = async (text) => {
  const box = document.createElement("textarea");
  box.style.cssText = "position: fixed; inset: 0 50% 0 0; z-index: 9";
  box.value = text;
  document.body.append(box);
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  for (let frames = 0; frames < 3; frames += 1) await frame();
  const began = performance.now();
  box.setRangeText("s", text.length / 2, text.length / 2, "end");
  await frame();
  const bare = performance.now() - began;
  box.remove();
  return { bare };
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
      const key = await page.run(type);
      if (key.fresh !== 1) throw new Error(`the key made ${key.fresh} marks in ${length} bytes`);
      await page.openAnew();
      keys.push({ ...key, ...(await page.run(bare, news(length))) });
    }
    const column = (rows, name) => spread(rows.map((row) => row[name]));
    rows.push([`${length.toLocaleString("en")} bytes`, column(pastes, "marked"), column(pastes, "shown"), column(pastes, "longest"), column(keys, "marked"), column(keys, "framed"), column(keys, "bare")]);
  }
  const head = ["text", "first marks in the page", "second frame", "longest task", "a key typed in the middle: its mark is there", "next frame", "next frame with a bare box"];
  const text = `Window of 1440×900, ${cpus().length} cores shared with the driver; medians of 7 (fastest–slowest), in ms.\n\n${table(head, rows)}`;
  console.log(text);
  record("docs/performance.md", "page", text);
} finally {
  await browser.stop();
  server.close();
}
