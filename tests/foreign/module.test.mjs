// The npm package as another program uses it: in Node.js, in a browser and its worker, and by its types.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { serve } from "../../.ci/tools/serve.mjs";
import { engines, start } from "../browser/engines.mjs";

const root = join(import.meta.dirname, "../..");
const built = join(root, "target/npm/caveat-lector");
const folder = mkdtempSync(join(tmpdir(), "caveat-lector-module-"));
mkdirSync(join(folder, "node_modules"));
cpSync(built, join(folder, "node_modules/caveat-lector"), { recursive: true });
const [, example] = /```js\n([\s\S]*?)```/.exec(readFileSync(join(built, "README.md"), "utf8"));
const EXPECTED = [
  "1 of the 2 sentences is hedged, 1 rests on a source the article does not name, and 1 describes a matter still undecided.",
  "hedge/modal 12-15 may",
  "source/anonymous 35-68 two officials briefed on the plan",
  "pending/undecided 70-101 No final decision has been made",
];
const told = (lines) => {
  assert.deepEqual(lines.slice(0, EXPECTED.length - 1), EXPECTED.slice(0, -1));
  assert.match(lines[3], /^pending\/undecided 70-\d+ No final decision/);
  assert.match(lines[4], /^[a-z-]+ .*\?$/);
};

describe("the npm package", { timeout: 300_000 }, () => {
  it("runs the example of its README in Node.js", () => {
    writeFileSync(join(folder, "example.mjs"), example);
    assert.ok(example.trim().split("\n").length <= 10);
    told(execFileSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" }).trim().split("\n"));
  });

  it("counts UTF-16 units, takes any string, and says what is wrong", async () => {
    const { analyze, init } = await import(join(built, "node.js"));
    await init();
    const odd = "🚢\ud800 It may rain, \u0000 officials said. 𝄞 It might.";
    for (const { start, end, text } of analyze(odd).findings) assert.equal(odd.toWellFormed?.().slice(start, end) ?? text, text);
    assert.equal(analyze(odd).findings.length, 3);
    for (const text of ["", " ", "\ud800".repeat(99), "may".repeat(100_000), "\u202e".repeat(999)]) assert.ok(Array.isArray(analyze(text).findings));
    assert.equal(analyze("").notice, "empty");
    assert.deepEqual(analyze("It may rain, officials said.", { only: ["source"] }).findings.map(({ text }) => text), ["officials"]);
    assert.deepEqual(analyze("Scuttlebutt!", { lexicon: "[[entry]]\nkind='hearsay'\npatterns=['scuttlebutt']" }).findings.map(({ kind }) => kind), ["hearsay"]);
    assert.throws(() => analyze("x", { only: ["moods"] }), /neither a category nor a kind/);
    assert.throws(() => analyze("x", { lexicon: "[[entry]]\nkind='hearsay'\npatterns=['a <wod>']" }), /there is no class `wod`/);
    assert.throws(() => analyze("x", { onyl: [] }), /onyl/);
  });

  it("has types that a program compiles against", () => {
    const program = `import { analyze, init, type Finding, type Report } from "caveat-lector";
import * as inline from "caveat-lector/inline";
import * as ready from "caveat-lector/ready";
import * as web from "caveat-lector/web";
await init();
await web.init(new URL("https://oster.example/engine.wasm"));
export const all: Report[] = [inline, ready, web].map((entry) => entry.analyze("It may rain."));
const report: Report = analyze("It may rain.", { only: ["hedge", "modal"] });
const first: Finding | undefined = report.findings[0];
export const words: string = first?.text ?? "";
// @ts-expect-error there is no such kind
analyze("", { only: ["moods"] });
`;
    writeFileSync(join(folder, "program.mts"), program);
    const compiler = join(root, ".ci/tools/node_modules/typescript/bin/tsc");
    execFileSync(process.execPath, [compiler, "--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--moduleResolution", "nodenext", "program.mts"], { cwd: folder, stdio: "pipe" });
  });

  for (const engine of engines().found) {
    describe(engine.name, () => {
      let server, browser;
      before(async () => {
        const map = JSON.stringify({ imports: { "caveat-lector": "./node_modules/caveat-lector/browser.js" } });
        const page = (script) => `<!doctype html><meta charset="utf-8"><script type="importmap">${map}</script><script type="module">window.lines = [];\nconsole.log = (...words) => window.lines.push(words.join(" "));\n${script}\nwindow.done = true;</script>`;
        writeFileSync(join(folder, "example.html"), page(example));
        writeFileSync(join(folder, "ready.html"), page('import { analyze } from "./node_modules/caveat-lector/ready.js";\nconsole.log(analyze("It may rain.").findings[0].text);'));
        writeFileSync(join(folder, "inline.html"), page('import { analyze } from "./node_modules/caveat-lector/inline.js";\nconsole.log(analyze("It may rain.").findings[0].text);'));
        writeFileSync(join(folder, "early.html"), page('import { analyze, init } from "caveat-lector";\nconst told = () => { try { return analyze("It may rain.").findings[0].text } catch (error) { return error.message } };\nconsole.log(told());\nawait init("nowhere.wasm").catch(() => console.log("no engine"));\nawait Promise.all([init(), init()]);\nconsole.log(told());'));
        writeFileSync(join(folder, "worker.js"), 'import { analyze } from "./node_modules/caveat-lector/ready.js";\nonmessage = ({ data }) => postMessage(analyze(data).findings.map(({ text }) => text));\npostMessage("ready");');
        writeFileSync(join(folder, "worker.html"), page('const worker = new Worker("worker.js", { type: "module" });\nworker.onmessage = ({ data }) => (data === "ready" ? worker.postMessage("It may rain, officials said.") : window.lines.push(...data));'));
        server = await serve({ dir: folder });
        browser = await start(engine);
      });
      after(async () => {
        await browser?.stop();
        server?.close();
      });
      const lines = async (name, count) => {
        await browser.session.get(server.url + name);
        await browser.session.wait(() => browser.session.executeScript(`return (window.lines ?? []).length >= ${count}`), 20_000);
        return browser.session.executeScript("return window.lines");
      };

      it("runs the example of its README", async () => told(await lines("example.html", 5)));
      it("is ready by the import where that waits or brings the engine", async () => {
        assert.deepEqual(await lines("ready.html", 1), ["may"]);
        assert.deepEqual(await lines("inline.html", 1), ["may"]);
      });
      it("says that the engine is not ready, and loads it again after a failure", async () => {
        assert.deepEqual(await lines("early.html", 3), ["The engine is not ready: await init() first.", "no engine", "may"]);
      });
      it("works in a worker", async () => assert.deepEqual(await lines("worker.html", 2), ["may", "officials"]));
    });
  }
});
