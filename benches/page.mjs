// Measures in Chromium how long a reader of the page waits, and writes docs/performance.md.
import { cpus } from "node:os";
import { join } from "node:path";
import { serve } from "../.ci/tools/serve.mjs";
import { engines, start } from "../tests/browser/engines.mjs";
import { Page } from "../tests/browser/page.mjs";
import { dense, news, record, root, table } from "./news.mjs";

/** The time between the load of the page and the paste, in ms. */
const ARRIVAL = 2000;
const ROUNDS = 7;

/** Pastes a text. Returns the times to the first marks in the page and to the second frame, and the longest task. */
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

/** Inserts a hedge without its last letter in the middle of the text, and puts the caret behind it. */
const prepare = async () => {
  const box = document.querySelector("#text");
  const middle = box.value.indexOf(" ", box.value.length / 2);
  box.setRangeText(" perhap", middle, middle, "end");
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await new Promise((done) => setTimeout(done, 1500));
};

/** Adds a text box that is not part of the program, to measure the time that the browser itself takes. */
const bare = async (text) => {
  const box = document.createElement("textarea");
  box.style.cssText = "position: fixed; inset: 0 50% 0 0; z-index: 9";
  box.value = text;
  document.body.append(box);
  box.focus();
  box.setSelectionRange(text.length / 2, text.length / 2);
  await new Promise((done) => setTimeout(done, 1500));
};

/** Waits for the next key. The promise gives the times from the key to the next frame and to the frame with the new mark, and from the box's event to that mark. */
const watchKey = (marks) => {
  const count = () => [...document.querySelectorAll("#article mark")].filter(({ textContent }) => textContent === "perhaps").length;
  const before = count();
  window.key = new Promise((done) => {
    addEventListener("keydown", () => {
      const began = performance.now();
      let input = began;
      addEventListener("input", () => (input = performance.now()), { once: true, capture: true });
      const times = {};
      const framed = (name) => requestAnimationFrame(() => setTimeout(() => {
        times[name] = performance.now() - began;
        if (times.shown || (!marks && times.framed)) done(times);
      }, 0));
      framed("framed");
      new MutationObserver((_, seen) => {
        const now = performance.now();
        if (count() === before) return;
        seen.disconnect();
        times.marked = now - input;
        framed("shown");
      }).observe(document.body, { childList: true, characterData: true, subtree: true });
    }, { once: true, capture: true });
  });
};

/** Presses a key and returns the times of `watchKey`. */
const pressed = async (page, key, marks) => {
  await page.run(watchKey, marks);
  await page.press(key);
  return page.run(() => window.key);
};

/** Scrolls by 300 pixels in every frame. Returns the longest time between two frames. */
const scroll = () =>
  new Promise((done) => {
    const times = [];
    let last;
    const next = (time) => {
      if (last) times.push(time - last);
      last = time;
      scrollBy(0, 300);
      if (times.length < 120) requestAnimationFrame(next);
      else done(Math.max(...times));
    };
    scrollTo(0, 0);
    setTimeout(() => requestAnimationFrame(next), 1500);
  });

/** Runs one round in a new browser profile. */
async function round(url, text) {
  const browser = await start(engine);
  const page = new Page().drive(browser.session, url);
  try {
    await browser.session.manage().setTimeouts({ script: 120_000 });
    await page.resize(1440, 900);
    await page.openAnew();
    await new Promise((done) => setTimeout(done, ARRIVAL));
    const pasted = await page.run(paste, text);
    if (!(pasted.marked > 0)) throw new Error(`no marks in ${text.length} bytes`);
    const scrolled = await page.run(scroll);
    await page.press("e");
    await page.until(() => document.activeElement.id === "text");
    await page.run(prepare);
    const key = await pressed(page, "s", true);
    await page.openAnew();
    await page.run(bare, text);
    return { ...pasted, scrolled, key: key.marked, letter: key.framed, mark: key.shown, bare: (await pressed(page, "s", false)).framed };
  } finally {
    await browser.stop();
  }
}

const spread = (values, digits = 0) => {
  const sorted = values.toSorted((a, b) => a - b);
  return `${sorted[Math.floor(sorted.length / 2)].toFixed(digits)} (${sorted[0].toFixed(digits)}–${sorted.at(-1).toFixed(digits)})`;
};

const server = await serve({ dir: join(root, "dist") });
const engine = engines().found.find(({ name }) => name === "chromium");
if (!engine) throw new Error("this bench needs Chromium and its driver");
const texts = [["5 kB", news(5_000)], ["100 kB", news(100_000)], ["1 MB", news(1_000_000)], ["1 MB of the samples", dense(1_000_000)]];
const columns = [
  ["first marks in the page", "marked"],
  ["second frame", "shown"],
  ["longest task", "longest"],
  ["longest frame while scrolling", "scrolled"],
  ["a letter typed in the middle: from the box's event to its mark", "key"],
  ["from the key to the letter's frame", "letter"],
  ["to the frame with the mark", "mark"],
  ["the same letter in a bare box", "bare"],
];
try {
  const rows = [];
  for (const [name, text] of texts) {
    const rounds = [];
    for (let number = 0; number < ROUNDS; number += 1) rounds.push(await round(server.url, text));
    rows.push([`${name}, ${rounds[0].marks.toLocaleString("en")} marks`, ...columns.map(([, column]) => spread(rounds.map((figures) => figures[column])))]);
  }
  const where = `Window of 1440×900, ${cpus().length} cores shared with the driver; every round in a new browser profile, ${ARRIVAL / 1000} s after the page was loaded; medians of ${ROUNDS} (fastest–slowest), in ms.`;
  const written = `${where}\n\n${table(["text", ...columns.map(([head]) => head)], rows)}`;
  console.log(written);
  record("docs/performance.md", "page", written);
} finally {
  server.close();
}
