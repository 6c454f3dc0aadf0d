// Measures the npm package and comparable tools in one run, and writes docs/performance.md and a line of README.md.
// Usage: node module.mjs FOLDER PYTHON, where FOLDER holds the package and PYTHON has proselint.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { news, record, root, table, timed } from "./news.mjs";

const [folder, python] = process.argv.slice(2);
const peer = (name) => import(join(root, `benches/peers/node_modules/${name}`));
const version = (name) => JSON.parse(readFileSync(join(root, `benches/peers/node_modules/${name}/package.json`), "utf8")).version;

const bytes = readFileSync(join(folder, "engine_bg.wasm"));
/** Measures the first analysis after the module is instantiated, in ms, each time in a new process. */
function firstAnalysis(rounds) {
  const script = `
import { readFileSync } from "node:fs";
const { analyze, initSync } = await import(${JSON.stringify(join(folder, "engine.js"))});
const [bytes, text] = [readFileSync(${JSON.stringify(join(folder, "engine_bg.wasm"))}), readFileSync(0, "utf8")];
initSync({ module: bytes });
const start = performance.now();
analyze(text);
console.log(performance.now() - start);`;
  const once = () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { input: news(5_000), encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return Number(stdout);
  };
  const times = Array.from({ length: rounds }, once).sort((a, b) => a - b);
  return { median: times[Math.floor(rounds / 2)], fastest: times[0], slowest: times.at(-1) };
}

// Measured first, while nothing else uses the processor.
const ready = firstAnalysis(15);

const { analyze, initSync } = await import(join(folder, "engine.js"));
const { memory } = initSync({ module: bytes });
analyze("It may rain.");
const before = memory.buffer.byteLength;
analyze(news(1_000_000));
const grown = (memory.buffer.byteLength - before) / 1_000_000;

async function retext() {
  const plugins = await Promise.all(["equality/lib/en.js", "intensify/index.js", "passive/index.js"].map((path) => peer(`retext-${path}`)));
  const processor = plugins.reduce((processor, plugin) => processor.use(plugin.default), (await peer("retext/index.js")).retext());
  return (text) => processor.process(text);
}

async function harper() {
  const [{ LocalLinter }, { binaryInlined }] = await Promise.all([peer("harper.js/dist/index.js"), peer("harper.js/dist/binaryInlined.js")]);
  const linter = new LocalLinter({ binary: binaryInlined });
  return (text) => linter.lint(text);
}

/** Measures proselint, in ms. It is written in Python, so the script takes the times itself. */
function proselint(length, rounds) {
  const script = `
import sys, time
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
CheckRegistry().register_many(__register__)
text = sys.stdin.read()
times = []
for _ in range(${rounds}):
    start = time.perf_counter()
    LintFile("news", text).lint()
    times.append((time.perf_counter() - start) * 1000)
print(*sorted(times))`;
  const { stdout, stderr, status } = spawnSync(python, ["-c", script], { input: news(length), encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) throw new Error(stderr);
  const times = stdout.trim().split(" ").map(Number);
  return { median: times[Math.floor(rounds / 2)], fastest: times[0], slowest: times.at(-1) };
}

const measure = async (run, [short, long]) => [await timed(() => run(news(5_000)), short), await timed(() => run(news(1_000_000)), long)];
const rounds = (short, long, warm = 600) => [{ rounds: short, warm }, { rounds: long, warm }];
const writeGood = (await peer("write-good/write-good.js")).default;
const tools = [
  ["Caveat Lector (npm package)", await measure(analyze, rounds(200, 15))],
  [`write-good ${version("write-good")}`, await measure(writeGood, rounds(20, 3))],
  [`retext ${version("retext")} (equality, intensify, passive)`, await measure(await retext(), rounds(20, 3))],
  ["proselint 0.16.0", [proselint(5_000, 9), proselint(1_000_000, 1)]],
  [`harper.js ${version("harper.js")}`, await measure(await harper(), rounds(3, 1, 0))],
];
const ours = tools[0][1];
const speed = ({ median }) => 1000 / median;
const figure = (number) => (number >= 100 ? number.toFixed(0) : number >= 1 ? number.toFixed(1) : number.toPrecision(2));
const spread = ({ median, fastest, slowest }) => `${figure(median)} (${figure(fastest)}–${figure(slowest)})`;
const rows = tools.map(([name, [short, long]]) => [
  name, spread(short), `${figure(short.median / ours[0].median)} ×`, figure(speed(long)), `${figure(long.median / ours[1].median)} ×`,
]);
const text = table(["tool", "5 kB, ms (fastest–slowest)", "takes", "1 MB, MB/s", "takes"], rows);
const [large, tenfold] = [await timed(() => analyze(news(100_000)), { rounds: 30 }), await timed(() => analyze(news(10_000_000)), { rounds: 3 })];
const words = `The first article of 5 kB is there ${spread(ready)} ms after the module was instantiated; 100 kB ${spread(large)} ms; 10 MB takes ${(tenfold.median / ours[1].median).toFixed(1)} times as long as 1 MB. Memory grows by ${grown.toFixed(1)} times the text at 1 MB, the text itself and the answer for JavaScript included.`;
console.log(`${text}\n\n${words}`);
record("docs/performance.md", "peers", `${text}\n\n${words}`);
const slowest = (place) => tools.slice(1).map(([, times]) => times[place].median / ours[place].median);
record("README.md", "speed", `a 5 kB article takes ${figure(ours[0].median)} ms; write-good, retext, proselint and harper.js take ${Math.min(...slowest(0)).toFixed(0)} to ${Math.max(...slowest(0)).toFixed(0)} times as long`);
process.exit(0);
