// Runs `cargo bench` and writes its figures to docs/performance.md.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { record, root, table } from "./news.mjs";

const { stdout, status } = spawnSync("cargo", ["bench", "--bench", "engine"], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
console.log(stdout);
if (status !== 0) process.exit(status);
const lines = stdout.split("\n");
const cells = (line) => line.split("│").map((cell) => cell.trim());
const texts = { analyze_news: "of news", analyze_samples: "of the samples, repeated" };
let text;
const rows = lines.flatMap((line, place) => {
  text = texts[/[├╰]─ (\w+) /.exec(line)?.[1]] ?? text;
  const [, length] = /[├╰]─ (\d+) /.exec(line) ?? [];
  if (!length) return [];
  // The next line has the throughput for these times.
  const below = cells(lines[place + 1]);
  return [[`${Number(length).toLocaleString("en")} ${text}`, cells(line).at(-4), below.at(-4), below.at(-6)?.split(" ").slice(-2).join(" "), below.at(-5)]];
});
const written = table(["bytes", "median", "throughput", "fastest", "slowest"], rows);
// `make bench` measures the other tools on the same text just before this script.
const [, peer] = /\| write-good [^|]+\|[^|]+\|[^|]+\| ([\d.]+) \|/.exec(readFileSync(join(root, "docs/performance.md"), "utf8")) ?? [];
const [, , throughput] = rows.find(([bytes]) => bytes === "1,000,000 of news");
const times = Number.parseFloat(throughput) / Number(peer);
if (!(times > 0) || !throughput.endsWith(" MB/s")) throw new Error("docs/performance.md has no figure of write-good, or the engine none in MB/s");
record("docs/performance.md", "native", `${written}\n\nAt 1 MB one core does ${times.toFixed(0)} times what write-good does in the table above.`);
