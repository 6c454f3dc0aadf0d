// Runs Lighthouse five times on the built page, with its mobile profile, and writes the medians to docs/performance.md.
import { join } from "node:path";
import { serve } from "../.ci/tools/serve.mjs";
import { engines } from "../tests/browser/engines.mjs";
import { record, root, table } from "./news.mjs";

const peers = join(root, "benches/peers/node_modules");
const { default: lighthouse } = await import(join(peers, "lighthouse/core/index.js"));
const { launch } = await import(join(peers, "chrome-launcher/dist/index.js"));
const chromium = engines().found.find(({ name }) => name === "chromium");
if (!chromium) throw new Error("Lighthouse needs Chromium");
const server = await serve({ dir: join(root, "dist") });
const chrome = await launch({ chromePath: chromium.browser, chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu"] });
try {
  const runs = [];
  for (let run = 0; run < 5; run += 1) runs.push((await lighthouse(server.url, { port: chrome.port, logLevel: "error", throttlingMethod: "devtools" })).lhr);
  const middle = (values) => values.toSorted((a, b) => a - b)[2];
  const marks = Object.keys(runs[0].categories).map((id) => [runs[0].categories[id].title, middle(runs.map(({ categories }) => Math.round(categories[id].score * 100)))]);
  const times = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index", "cumulative-layout-shift"];
  const figures = times.map((id) => [runs[0].audits[id].title, runs.toSorted((a, b) => a.audits[id].numericValue - b.audits[id].numericValue)[2].audits[id].displayValue]);
  const text = table(["median of five runs", ""], [...marks, ...figures]);
  console.log(text);
  for (const { title, description, score } of Object.values(runs[0].audits)) if (score !== null && score < 1) console.log(`- ${title} (${score}): ${description}`);
  record("docs/performance.md", "lighthouse", text);
} finally {
  await chrome.kill();
  server.close();
}
