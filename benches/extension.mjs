// Measures what marking an article of 100 kB costs the site that shows it, in Chromium: the time of the site's main thread and its
// longest task. Fails above 150 ms or 50 ms, and writes docs/performance.md. `ROUNDS=n` sets the number of rounds.
import { engines } from "../tests/browser/engines.mjs";
import { servePages, startExtension } from "../tests/browser/extension.mjs";
import { news, record } from "./news.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const BYTES = 100_000;
/** How long the main thread is watched: marking has ended by then. */
const WATCHED = 3000;
const [MOST, LONGEST] = [150, 50];

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const page = (text) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title><link rel="icon" href="data:,">
<style>body { font: 18px/1.6 serif; max-width: 40rem; margin: auto; }</style></head><body><article>${text.split(/\n{2,}/).map((block) => `<p>${escaped(block)}</p>`).join("\n")}</article></body></html>`;

const chromium = engines().found.find(({ name }) => name === "chromium");
if (!chromium) throw new Error("Chromium was not found");
const server = await servePages({}, { "news.html": page(news(BYTES)) });
const reader = await startExtension(chromium);
const median = (numbers) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1];

/** The time of the main thread in `WATCHED` ms, in which `work` begins, and the longest task of 50 ms or more. */
const watch = async (work) => {
  const spent = async () => {
    const { metrics } = await reader.browser.devtools("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
  };
  await reader.run(() => {
    window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.longest = Math.max(window.longest, duration)))).observe({ type: "longtask" });
  });
  const before = await spent();
  await work();
  await new Promise((later) => setTimeout(later, WATCHED));
  return { time: (await spent()) - before, longest: await reader.run(() => window.longest) };
};

try {
  await reader.begin();
  // The time that the thread runs, so that other work of the machine does not count.
  await reader.browser.devtools("Performance.enable", { timeDomain: "threadTicks" });
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await reader.visit(`${server.url}news.html`);
    await reader.inExtension((url) => chrome.tabs.query({ url: `${url}*` }).then(([{ id }]) => chrome.tabs.update(id, { active: true })), server.url);
    if (await reader.run(() => document.hidden)) throw new Error("the site is not in front");
    await new Promise((later) => setTimeout(later, 1000));
    // The same without marking: switching tabs and asking for the figures take time, too.
    const idle = await watch(() => reader.inExtension(async () => {}));
    const marking = await watch(() => reader.toggle());
    // The first round also starts the engine.
    if (round > 0) rounds.push({ time: marking.time - idle.time, longest: marking.longest, marks: (await reader.marks()).length });
  }
  const [time, longest] = [median(rounds.map(({ time }) => time)), median(rounds.map(({ longest }) => longest))];
  const times = rounds.map(({ time }) => time);
  const range = `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)}`;
  const task = longest < LONGEST ? "no task of 50 ms or more" : `the longest task ${longest.toFixed(0)} ms`;
  const figures = `Marking a page with ${BYTES / 1000} kB of news (${rounds[0].marks} marks) takes ${time.toFixed(0)} (${range}) ms of the site's main thread, drawing included; ${task}.`;
  console.log(figures);
  record("docs/performance.md", "extension", figures);
  if (time > MOST || longest > LONGEST) process.exitCode = 1;
} finally {
  await reader.stop();
  server.close();
}
