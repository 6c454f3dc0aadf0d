// Throughput of the npm package in Node.js: node wasm.mjs FOLDER.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const folder = process.argv[2];
const ready = performance.now();
const { analyze } = await import(join(folder, "node.js"));
analyze("It may rain.");
console.log(`first answer ${(performance.now() - ready).toFixed(1)} ms after loading began`);

const corpus = join(root, "../shared/corpus/wikinews.jsonl");
const articles = existsSync(corpus)
  ? readFileSync(corpus, "utf8").trim().split("\n").map((line) => JSON.parse(line).text)
  : ["diplomatic", "business", "calm"].map((name) => readFileSync(join(root, `src/ui/samples/${name}.txt`), "utf8"));
const all = articles.join("\n\n");

console.log("   bytes   median ms   fastest   slowest      MB/s");
for (const [length, rounds] of [[5_000, 200], [100_000, 30], [1_000_000, 9]]) {
  const text = all.repeat(Math.ceil(length / all.length)).slice(0, length);
  // Until the engine's own compiler has done its work.
  for (const start = performance.now(); performance.now() - start < 600; ) analyze(text);
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    analyze(text);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const median = times[Math.floor(rounds / 2)];
  const row = [String(length).padStart(8), median.toFixed(2).padStart(11), times[0].toFixed(2).padStart(9), times.at(-1).toFixed(2).padStart(9), (length / median / 1000).toFixed(1).padStart(9)];
  console.log(row.join(" "));
}
