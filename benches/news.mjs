// What the benches share: news text (the shared corpus if it is there, else the samples), timing, and writing figures to documents.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");
const corpus = join(root, "../shared/corpus/wikinews.jsonl");
const samples = ["diplomatic", "business", "calm"].map((name) => readFileSync(join(root, `src/ui/samples/${name}.txt`), "utf8"));
const articles = existsSync(corpus) ? readFileSync(corpus, "utf8").trim().split("\n").map((line) => JSON.parse(line).text) : samples;
const repeated = (articles) => {
  const all = articles.join("\n\n");
  return (length) => all.repeat(Math.ceil(length / all.length)).slice(0, length);
};

/** Returns news text of a length in characters. */
export const news = repeated(articles);

/** Returns text of a length in characters with as many marks as the most hedged news has: 16 in a kilobyte. */
export const dense = repeated([...samples, ...samples.slice(0, 2)]);

/** Returns the median, the fastest and the slowest of several runs, in ms, after `warm` ms of runs that do not count. */
export async function timed(run, { rounds, warm = 0 }) {
  for (const start = performance.now(); performance.now() - start < warm; ) await run();
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(rounds / 2)], fastest: times[0], slowest: times.at(-1) };
}

export const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** Replaces the text between the comments of that name in a document. */
export function record(document, name, text) {
  const path = join(root, document);
  const marks = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
  const before = readFileSync(path, "utf8");
  if (!marks.test(before)) throw new Error(`${document} has no place for ${name}`);
  writeFileSync(path, before.replace(marks, (_, open, close) => (text.includes("\n") ? `${open}\n${text}\n${close}` : open + text + close)));
}
