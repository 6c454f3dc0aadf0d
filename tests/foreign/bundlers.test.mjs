// The npm package in bundlers as they come: nothing is configured but what is bundled and where it goes. The bundles find what Node.js finds.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../.ci/tools/serve.mjs";
import { engines, start } from "../browser/engines.mjs";

const root = join(import.meta.dirname, "../..");
const built = join(root, "target/npm/caveat-lector");
const tool = createRequire(join(root, ".ci/tools/package.json"));
const esm = (name) => import(pathToFileURL(tool.resolve(name)));

const TEXT = "🚢 The mission may fail, according to two officials briefed on the plan. No final decision has been made.";
const PAGE = `import { analyze, init } from "caveat-lector";
window.results = {};
init().then(() => (window.results.page = analyze(${JSON.stringify(TEXT)}).findings));
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => (window.results.worker = data);
worker.onerror = (event) => (window.results.worker = String(event.message));
`;
const WORKER = `import { analyze, init } from "caveat-lector";
init().then(() => postMessage(analyze(${JSON.stringify(TEXT)}).findings));
`;
const PROGRAM = `import { analyze, init } from "caveat-lector";
init().then(() => console.log(JSON.stringify(analyze(${JSON.stringify(TEXT)}).findings)));
`;
const html = (script, type = "module") => `<!doctype html><meta charset="utf-8"><script type="${type}" src="${script}"></script>`;

/** Makes the project of a user who has installed the package. */
const project = (name) => {
  const folder = mkdtempSync(join(tmpdir(), `caveat-lector-${name}-`));
  mkdirSync(join(folder, "node_modules"));
  cpSync(built, join(folder, "node_modules/caveat-lector"), { recursive: true });
  const files = { "package.json": '{ "private": true, "type": "module" }', "page.js": PAGE, "worker.js": WORKER, "program.js": PROGRAM };
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return folder;
};

/** Bundles with webpack's programming interface. */
const webpack = (options) =>
  new Promise((resolve, reject) => {
    tool("webpack")({ mode: "production", performance: false, ...options }, (error, stats) => {
      if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString("errors-only")));
      else resolve();
    });
  });

const rollup = async (folder, entry, file, format) => {
  const [{ rollup }, { nodeResolve }] = [await esm("rollup"), await esm("@rollup/plugin-node-resolve")];
  const bundle = await rollup({ input: join(folder, entry), plugins: [nodeResolve()] });
  await bundle.write({ file: join(folder, file), format, name: "app" });
  await bundle.close();
};

const esbuild = (folder, options) => tool("esbuild").build({ absWorkingDir: folder, bundle: true, logLevel: "silent", outdir: "out", ...options });

describe("the npm package in bundlers", { timeout: 600_000 }, () => {
  let expected;
  before(async () => {
    expected = (await import(pathToFileURL(join(built, "node.js")))).analyze(TEXT).findings;
    assert.equal(expected.length, 3);
  });
  const runs = (folder, file) => {
    const printed = execFileSync(process.execPath, [file], { cwd: folder, encoding: "utf8" });
    assert.deepEqual(JSON.parse(printed), expected, file);
  };

  describe("bundles for Node.js", () => {
    it("esbuild", async () => {
      const folder = project("esbuild");
      for (const [format, extension] of [["esm", ".mjs"], ["cjs", ".cjs"]]) {
        await esbuild(folder, { entryPoints: ["program.js"], platform: "node", format, outExtension: { ".js": extension } });
        runs(folder, `out/program${extension}`);
      }
    });
    it("Rollup", async () => {
      const folder = project("rollup");
      for (const [format, file] of [["es", "out/program.mjs"], ["cjs", "out/program.cjs"]]) {
        await rollup(folder, "program.js", file, format);
        runs(folder, file);
      }
    });
    it("webpack", async () => {
      const folder = project("webpack");
      await webpack({ context: folder, target: "node", entry: "./program.js", output: { path: join(folder, "out"), filename: "program.cjs" } });
      runs(folder, "out/program.cjs");
    });
    it("Vite", async () => {
      const folder = project("vite");
      const { build } = await esm("vite");
      await build({ root: folder, configFile: false, logLevel: "silent", ssr: { noExternal: true }, build: { ssr: "program.js", outDir: "out" } });
      runs(folder, join("out", readdirSync(join(folder, "out")).find((name) => /^program\./.test(name))));
    });
  });

  for (const engine of engines().found.filter(({ name }) => name === "chromium")) {
    describe(`pages and their workers in ${engine.name}`, () => {
      let browser;
      before(async () => (browser = await start(engine)));
      after(() => browser?.stop());
      const shows = async (address, parts = ["page", "worker"]) => {
        await browser.session.get(address);
        const there = `return ${JSON.stringify(parts)}.every((part) => window.results?.[part])`;
        await browser.session.wait(() => browser.session.executeScript(there), 30_000).catch(() => {});
        const results = await browser.session.executeScript("return window.results");
        for (const part of parts) assert.deepEqual(results?.[part], expected, part);
      };
      const served = async (dir, name = "index.html") => {
        const server = await serve({ dir });
        await shows(server.url + name).finally(() => server.close());
      };

      it("esbuild", async () => {
        const folder = project("esbuild");
        await esbuild(folder, { entryPoints: ["page.js", "worker.js"], format: "esm" });
        writeFileSync(join(folder, "out/index.html"), html("page.js"));
        await served(join(folder, "out"));
      });
      it("esbuild, as a plain script", async () => {
        const folder = project("esbuild");
        writeFileSync(join(folder, "plain.js"), WORKER.replace("postMessage", "window.show"));
        await esbuild(folder, { entryPoints: ["plain.js"], format: "iife" });
        writeFileSync(join(folder, "out/index.html"), `<script>window.show = (page) => (window.results = { page });</script>${html("plain.js", "text/javascript")}`);
        const server = await serve({ dir: join(folder, "out") });
        await shows(server.url, ["page"]).finally(() => server.close());
      });
      it("Rollup", async () => {
        const folder = project("rollup");
        for (const part of ["page", "worker"]) await rollup(folder, `${part}.js`, `out/${part}.js`, "es");
        writeFileSync(join(folder, "out/index.html"), html("page.js"));
        await served(join(folder, "out"));
      });
      it("webpack, with the engine in a file of its own", async () => {
        const folder = project("webpack");
        await webpack({ context: folder, entry: "./page.js", output: { path: join(folder, "out"), filename: "page.js" } });
        assert.equal(readdirSync(join(folder, "out")).filter((name) => name.endsWith(".wasm")).length, 1);
        writeFileSync(join(folder, "out/index.html"), html("page.js", "text/javascript"));
        await served(join(folder, "out"));
      });
      it("Vite, built and in development", async () => {
        const folder = project("vite");
        writeFileSync(join(folder, "index.html"), html("/page.js"));
        const { build, createServer } = await esm("vite");
        await build({ root: folder, configFile: false, logLevel: "silent" });
        assert.ok(existsSync(join(folder, "dist/index.html")));
        await served(join(folder, "dist"));
        const server = await createServer({ root: folder, configFile: false, logLevel: "silent", server: { port: 0, host: "127.0.0.1" } });
        await server.listen();
        await shows(server.resolvedUrls.local[0]).finally(() => server.close());
      });
    });
  }
});
