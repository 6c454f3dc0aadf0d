// `cargo bench`, read into docs/performance.md.
import { spawnSync } from "node:child_process";
import { record, table } from "./news.mjs";

const { stdout, status } = spawnSync("cargo", ["bench", "--bench", "engine"], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
console.log(stdout);
if (status !== 0) process.exit(status);
const lines = stdout.split("\n");
const cells = (line) => line.split("│").map((cell) => cell.trim());
const rows = lines.flatMap((line, place) => {
  const [, length] = /[├╰]─ (\d+) /.exec(line) ?? [];
  if (!length) return [];
  // The line below the times says how many bytes a second they are.
  const below = cells(lines[place + 1]);
  return [[Number(length).toLocaleString("en"), cells(line).at(-4), below.at(-4), below.at(-5)]];
});
record("docs/performance.md", "native", table(["bytes", "median", "throughput", "slowest"], rows));
