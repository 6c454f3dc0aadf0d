// The built page on a plain file server and on nginx, in a folder: types, compression, caching, and that it works.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as tcp } from "node:net";
import { homedir, tmpdir } from "node:os";
import { extname, join } from "node:path";
import { describe, it } from "node:test";
import { engines, start } from "../browser/engines.mjs";
import { Page } from "../browser/page.mjs";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "caveat-lector-site-"));
mkdirSync(join(folder, "some"));
cpSync(join(root, "dist"), join(folder, "some/folder"), { recursive: true });
const names = readdirSync(join(root, "dist"));
const named = (pattern) => names.find((name) => pattern.test(name));
const [wasm, js] = [named(/_bg\.wasm$/), named(/-[0-9a-f]+\.js$/)];

const works = async (url) => {
  const [engine] = engines().found;
  const browser = await start(engine);
  try {
    const page = new Page().drive(browser.session, url);
    await page.openAnew();
    await page.paste("It may rain, officials said.");
    await page.until(() => document.querySelectorAll("#article mark").length === 2);
    assert.deepEqual(await page.faults(), []);
  } finally {
    await browser.stop();
  }
};

describe("the built page", { timeout: 120_000 }, () => {
  it("has names by content and compressed copies of every file", () => {
    // Pictures are compressed already, and nobody waits for the bill of materials.
    const plain = ["icon-192.png", "icon-512.png", "narrow.png", "wide.png", "sbom.cdx.json"];
    for (const name of names.filter((name) => !/\.(gz|br)$/.test(name) && !plain.includes(name))) {
      assert.ok(["index.html", "manifest.json", "worker.js", "icon.svg"].includes(name) || /-[0-9a-f]{12,}(_bg)?\.[a-z]+$/.test(name), name);
      assert.ok(names.includes(`${name}.gz`) && names.includes(`${name}.br`), name);
    }
    assert.doesNotMatch(readFileSync(join(root, "dist/index.html"), "utf8"), /(?:href|src|from|path)[=:]? ?["']\/(?!\/)/);
  });

  it("works from a plain file server in a folder", async () => {
    const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".svg": "image/svg+xml" };
    const server = createServer((request, response) => {
      const path = join(folder, request.url.endsWith("/") ? `${request.url}index.html` : request.url);
      if (!existsSync(path)) return response.writeHead(404).end();
      response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" });
      createReadStream(path).pipe(response);
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    try {
      await works(`http://127.0.0.1:${server.address().port}/some/folder/`);
    } finally {
      server.close();
    }
  });

  // nginx of the system, or the one that `.ci/install nginx` unpacked; each with its own table of types.
  const unpacked = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "caveat-lector/nginx");
  const home = ["", unpacked].find((folder) => existsSync(`${folder}/usr/sbin/nginx`));
  const nginx = `${home}/usr/sbin/nginx`;
  it("works from nginx with the documented configuration", { skip: home === undefined && process.env.CI !== "true" && "nginx is not installed" }, async () => {
    const probe = tcp().listen(0, "127.0.0.1");
    await new Promise((ready) => probe.once("listening", ready));
    const { port } = probe.address();
    probe.close();
    const ours = readFileSync(join(root, "docs/nginx.conf"), "utf8").replace("/srv/caveat-lector", folder);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/tmp-${kind};`).join("\n");
    writeFileSync(join(folder, "nginx.conf"), `${process.getuid?.() === 0 ? "user root;\n" : ""}pid ${folder}/pid;\nerror_log ${folder}/errors;\nevents {}\nhttp {\ninclude ${home}/etc/nginx/mime.types;\naccess_log off;\n${temporary}\nserver {\nlisten 127.0.0.1:${port};\n${ours}\n}\n}\n`);
    execFileSync(nginx, ["-t", "-c", join(folder, "nginx.conf"), "-p", folder], { stdio: "pipe" });
    const server = spawn(nginx, ["-c", join(folder, "nginx.conf"), "-p", folder, "-g", "daemon off;"], { stdio: "ignore" });
    const url = `http://127.0.0.1:${port}/some/folder/`;
    try {
      for (let tries = 0; tries < 100 && !(await fetch(url).catch(() => null)); tries += 1) await new Promise((later) => setTimeout(later, 50));
      const head = async (name) => (await fetch(url + name, { method: "HEAD", headers: { "accept-encoding": "gzip" } })).headers;
      const [page, program, glue] = [await head(""), await head(wasm), await head(js)];
      assert.match(page.get("content-type"), /^text\/html/);
      assert.equal(page.get("cache-control"), "no-cache");
      assert.equal(program.get("content-type"), "application/wasm");
      assert.match(glue.get("content-type"), /javascript/);
      for (const headers of [program, glue]) {
        assert.equal(headers.get("cache-control"), "public, max-age=31536000, immutable");
        assert.equal(headers.get("content-encoding"), "gzip");
      }
      await works(url);
    } finally {
      server.kill();
    }
  });
});
