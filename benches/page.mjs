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

/** Puts the caret behind a hedge that lacks its last letter, in the middle of the text. */
const prepare = async () => {
  const box = document.querySelector("#text");
  const middle = box.value.indexOf(" ", box.value.length / 2);
  box.setRangeText(" perhap", middle, middle, "end");
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await new Promise((done) => setTimeout(done, 1500));
};

/** A box with the same text that has nothing to do with the page: what the browser itself takes. */
const bare = async (text) => {
  const box = document.createElement("textarea");
  box.style.cssText = "position: fixed; inset: 0 50% 0 0; z-index: 9";
  box.value = text;
  document.body.append(box);
  box.focus();
  box.setSelectionRange(text.length / 2, text.length / 2);
  await new Promise((done) => setTimeout(done, 1500));
};

/** Waits for the next key; gives the times from it to the next frame and to the one that shows the fresh mark, and from the box's event to that mark. */
const watchKey = (marks) => {
  // A mark that was there before may be used again, with other words in it.
  const isFresh = (node) => [node, ...(node.querySelectorAll?.("mark") ?? [])].some(({ localName, textContent }) => localName === "mark" && textContent === "perhaps");
  window.key = new Promise((done) => {
    addEventListener("keydown", () => {
      const began = performance.now();
      let told = began;
      addEventListener("input", () => (told = performance.now()), { once: true, capture: true });
      const times = {};
      const framed = (name) => requestAnimationFrame(() => setTimeout(() => {
        times[name] = performance.now() - began;
        if (times.shown || (!marks && times.framed)) done(times);
      }, 0));
      framed("framed");
      new MutationObserver((changes, seen) => {
        if (!changes.some(({ target, addedNodes }) => [target, ...addedNodes].some(isFresh))) return;
        seen.disconnect();
        times.marked = performance.now() - told;
        framed("shown");
      }).observe(document.body, { childList: true, subtree: true });
    }, { once: true, capture: true });
  });
};

/** Presses a key as a reader does. */
const pressed = async (page, key, marks) => {
  await page.run(watchKey, marks);
  await page.press(key);
  return page.run(() => window.key);
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
      await page.run(prepare);
      const key = await pressed(page, "s", true);
      await page.openAnew();
      await page.run(bare, news(length));
      keys.push({ ...key, bare: (await pressed(page, "s", false)).framed });
    }
    const column = (rows, name) => spread(rows.map((row) => row[name]));
    rows.push([`${length.toLocaleString("en")} bytes`, column(pastes, "marked"), column(pastes, "shown"), column(pastes, "longest"), column(keys, "marked"), column(keys, "framed"), column(keys, "shown"), column(keys, "bare")]);
  }
  const head = ["text", "first marks in the page", "second frame", "longest task", "a letter typed in the middle: from the box's event to its mark", "from the key to the letter's frame", "to the frame with the mark", "the same letter in a bare box"];
  const text = `Window of 1440×900, ${cpus().length} cores shared with the driver; medians of 7 (fastest–slowest), in ms.\n\n${table(head, rows)}`;
  console.log(text);
  record("docs/performance.md", "page", text);
} finally {
  await browser.stop();
  server.close();
}
