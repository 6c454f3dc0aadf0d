// A long day in one tab: thousands of pastes and edits, and what they leave in memory: node soak.mjs [rounds]. Chromium only.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../.ci/tools/serve.mjs";
import { engines, start } from "./engines.mjs";
import { Page } from "./page.mjs";

const root = join(import.meta.dirname, "../..");
const rounds = Number(process.argv[2] ?? 2000);
const samples = readdirSync(join(root, "src/ui/samples")).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(join(root, "src/ui/samples", name), "utf8"));
const server = await serve({ dir: join(root, "dist") });
const engine = engines().found.find(({ name }) => name === "chromium");
if (!engine) throw new Error("the soak needs Chromium and its driver");
const browser = await start(engine);
const page = new Page().drive(browser.session, server.url);

/** One paste or edit, as the reader does it, each another text; resolves when its marks are drawn. */
const round = (number, texts) => {
  const box = document.querySelector("#text");
  const change = (text) => {
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const text = `${texts[number % texts.length]}\n\nRound ${number} may be the last.`;
  if (number % 2 === 0) {
    box.select();
    box.dispatchEvent(new ClipboardEvent("paste", { bubbles: true }));
    change(text);
  } else {
    change(`${text} It might not.`);
  }
  return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(document.querySelectorAll("#article mark").length), 0)));
};

const figures = async () => {
  for (let twice = 0; twice < 2; twice += 1) await browser.devtools("HeapProfiler.collectGarbage");
  await browser.devtools("Performance.enable");
  const { metrics } = await browser.devtools("Performance.getMetrics");
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return { heap: of("JSHeapUsedSize") / 1e6, nodes: of("Nodes"), listeners: of("JSEventListeners"), program: (await page.run(() => window.programMemory?.buffer.byteLength ?? 0)) / 1e6 };
};

try {
  // The memory of the program, seen as it is made.
  await browser.devtools("Page.addScriptToEvaluateOnNewDocument", { source: `for (const name of ["instantiate", "instantiateStreaming"]) { const make = WebAssembly[name]; WebAssembly[name] = async (...args) => { const made = await make.apply(WebAssembly, args); window.programMemory = (made.instance ?? made).exports.memory; return made; }; }` });
  await page.openAnew();
  const rows = [];
  const began = Date.now();
  for (let number = 0; number <= rounds; number += 1) {
    if (number % (rounds / 10) === 0) {
      const row = { round: number, ...(await figures()) };
      rows.push(row);
      console.log(`${String(row.round).padStart(6)} rounds  ${row.heap.toFixed(1).padStart(6)} MB in use  ${row.program.toFixed(1).padStart(6)} MB of the program  ${String(row.nodes).padStart(6)} nodes  ${String(row.listeners).padStart(5)} listeners`);
    }
    const marks = await page.run(round, number, samples);
    if (number > 1 && marks === 0) throw new Error(`no marks in round ${number}`);
  }
  // The first tenth warms up.
  const [, first, ...later] = rows;
  const last = later.at(-1);
  const grown = (name, most) => (last[name] > first[name] * most ? [`${name}: ${first[name]} became ${last[name]}`] : []);
  // Leptos keeps a trace of every dropped effect in the signals that it has read, so the memory of the program grows slowly.
  const perRound = ((last.program - first.program) * 1e6) / (last.round - first.round);
  const program = perRound > 3000 ? [`program: ${Math.round(perRound)} bytes a round`] : [];
  const faults = [...grown("heap", 1.15), ...program, ...grown("nodes", 1.1), ...grown("listeners", 1.05)];
  const result = faults.length ? faults.join("; ") : `memory is flat; the program grows by ${Math.round(perRound)} bytes a round`;
  console.log(`${rounds} pastes and edits in ${Math.round((Date.now() - began) / 1000)} s; ${result}`);
  if (faults.length) process.exitCode = 1;
} finally {
  await browser.stop();
  server.close();
}
