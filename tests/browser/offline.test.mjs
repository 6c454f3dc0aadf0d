// The page without a network, with a new version, and with faults of the browser.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../.ci/tools/serve.mjs";
import { it } from "./retry.mjs";
import { SINGLE, STORY, root, suite } from "./suite.mjs";

/** A copy of the built page, as its next version: another title, and the icon under another name. */
function nextVersion() {
  const dir = mkdtempSync(join(tmpdir(), "caveat-lector-next-"));
  cpSync(join(root, "dist"), dir, { recursive: true });
  for (const name of readdirSync(dir).filter((name) => /\.(br|gz)$/.test(name))) rmSync(join(dir, name));
  const old = readdirSync(dir).find((name) => /^icon-[0-9a-f]{12,}\.svg$/.test(name));
  renameSync(join(dir, old), join(dir, "icon-0123456789abcdef.svg"));
  const [, version] = /data-version="([0-9a-f]+)"/.exec(readFileSync(join(dir, "index.html"), "utf8"));
  for (const name of ["index.html", "worker.js"]) {
    const text = readFileSync(join(dir, name), "utf8").replaceAll(old, "icon-0123456789abcdef.svg").replaceAll("<title>", "<title>Next: ");
    writeFileSync(join(dir, name), text.replaceAll(version, "next"));
  }
  return { dir, old };
}

suite(({ engine, page, article, accessible, devtools }) => {
  /** Runs with the page on a server of its own, which can go away and come back with another version. */
  const onServer = async (work) => {
    const url = page.url;
    let server = await serve({ dir: join(root, "dist"), stale: false });
    const port = Number(new URL(server.url).port);
    page.url = server.url;
    try {
      await page.open();
      await page.until(() => ["yes", "now"].includes(document.documentElement.dataset.offline));
      await work({
        stop: () => server.close(),
        start: async (dir) => {
          server.close();
          server = await serve({ dir, port, stale: false });
        },
      });
    } finally {
      await page.run(() => dispatchEvent(new Event("forget"))).catch(() => {});
      server.close();
      page.url = url;
      await page.openAnew();
    }
  };
  // An engine without service workers loads the page anew each time.
  const skip = SINGLE || !engine.serviceWorkers;
  const title = () => page.run(() => document.title);
  const sheet = async () => {
    await page.choose("privacy");
    await page.until(() => document.querySelector("#privacy-sheet")?.open);
  };

  it("tells that it works without a network from the next visit on", { skip }, async () => {
    await page.openAnew();
    await page.until(() => ["yes", "now"].includes(document.documentElement.dataset.offline));
    await page.open();
    await page.until(() => document.documentElement.dataset.offline === "now");
  });

  it("works without a network from the second visit on", { skip }, async () => {
    await onServer(async ({ stop }) => {
      await page.paste(STORY);
      await page.until(() => document.querySelectorAll("#article mark").length === 5);
      stop();
      await page.open();
      await page.until(() => document.querySelectorAll("#article mark").length === 5);
      assert.ok(await page.run(() => [...document.styleSheets].length >= 1 && [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)));
      await sheet();
      assert.equal(await page.text("#requests"), "0");
      assert.equal(await page.text("#offline"), "yes");
      await page.press("\uE00C");
      assert.deepEqual(await page.faults(), []);
    });
  });

  it("tells of a new version, loads it when asked, and never mixes two", { skip }, async () => {
    const { dir, old } = nextVersion();
    try {
      await onServer(async ({ start }) => {
        await page.paste(STORY);
        await start(dir);
        await page.open();
        await page.until(() => document.querySelector("#load-version"));
        assert.ok(!(await title()).startsWith("Next"), "the old version stays until it is asked");
        const icon = () => page.run(() => document.querySelector("link[rel=icon]").href.split("/").pop());
        assert.equal(await icon(), old, "with its own files, though the host has them no more");
        await page.click("#load-version");
        await page.until(() => document.title.startsWith("Next") && document.querySelectorAll("#article mark").length === 5);
        assert.equal(await icon(), "icon-0123456789abcdef.svg");
        assert.equal((await page.run(() => caches.keys())).length, 1, "the old files are gone");
      });
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it("comes back from the host when the browser has thrown its copy away and the host has another version", { skip }, async () => {
    const { dir, old } = nextVersion();
    try {
      await onServer(async ({ start }) => {
        await page.paste(STORY);
        await page.run(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
        await start(dir);
        await page.session.get(page.url);
        await page.run((old) => void fetch(old), old);
        await page.until(() => document.title.startsWith("Next") && document.querySelectorAll("#article mark").length === 5);
      });
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it("shows what is kept, erases it, and keeps nothing in private", async () => {
    await article();
    await page.choose("theme");
    await sheet();
    await accessible("privacy");
    assert.equal(await page.text("#requests"), "0");
    if (SINGLE) assert.equal(await page.text("#offline"), "yes");
    assert.deepEqual(await page.run(() => [...document.querySelectorAll("#kept th")].map((cell) => cell.textContent)), ["The article", "Light or dark"]);
    await page.click("#erase");
    await page.until(() => document.querySelector("#nothing-kept"));
    assert.equal(await page.run(() => localStorage.length), 0);
    await page.click("#private");
    await page.click(".sheet .closing button");
    await page.choose("theme");
    await page.paste("It may rain.");
    await page.until(() => document.querySelector("#article mark")?.textContent === "may");
    await page.run(() => dispatchEvent(new Event("pagehide")));
    assert.equal(await page.run(() => localStorage.length), 0, "nothing is kept in private");
    await sheet();
    await page.click("#private");
    assert.equal(await page.run(() => localStorage.getItem("caveat-lector.text")), "It may rain.", "kept again");
    await page.session.get(`${page.url}#private`);
    await page.run(() => location.reload());
    await page.until(() => document.querySelector("#more") && document.querySelector("#text").value === "");
    await page.openAnew();
  });

  it("goes on where the storage is full or denied", async () => {
    await page.openAnew();
    await page.run(() => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }));
    await page.paste(STORY);
    await page.until(() => document.querySelectorAll("#article mark").length === 5 && document.querySelector(".warning")?.textContent.length > 20);
    assert.equal(await page.run(() => document.querySelector("#text").value), STORY);
    await page.run(() => {
      const refuse = () => { throw new DOMException("no", "SecurityError"); };
      for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { configurable: true, get: refuse });
      // WebKitGTK goes on reading a property of the window that it has read often.
      for (const name of ["getItem", "setItem", "removeItem", "key"]) Storage.prototype[name] = refuse;
      Object.defineProperty(Storage.prototype, "length", { get: refuse });
    });
    await page.paste("It could snow.");
    await page.until(() => document.querySelector("#article mark")?.textContent === "could");
    await sheet();
    await page.click("#erase");
    await page.until(() => document.querySelector(".sheet [role=status]").textContent.includes("blocks storage"));
    await page.press("\uE00C");
    assert.equal(await page.run(() => document.querySelector("#text").value), "It could snow.");
    assert.deepEqual(await page.faults(), []);
    await page.openAnew();
  });

  it("offers the link to copy by hand where the clipboard is denied", async () => {
    await article();
    await page.run(() => {
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) } });
      document.execCommand = () => false;
    });
    await page.choose("share");
    await page.until(() => document.querySelector("#link")?.value.includes("#text1="));
    await page.click("#copy-link");
    await page.until(() => document.querySelector(".sheet [role=status]").textContent.length > 10);
    assert.equal(await page.run(() => { const field = document.querySelector("#link"); return field.selectionEnd - field.selectionStart === field.value.length; }), true);
    await page.press("\uE00C");
    await page.openAnew();
  });

  it("keeps what was typed when the tab is closed at once", async () => {
    const long = `${"The sea was calm all day long. ".repeat(3000)}It may rain.`;
    await article(long);
    await page.press("e");
    await page.until(() => document.activeElement.id === "text");
    await page.press("s", "o", " ");
    const typed = await page.run(() => document.querySelector("#text").value);
    assert.equal(typed.length, long.length + 3);
    await page.open();
    assert.equal(await page.run(() => document.querySelector("#text").value), typed);
    await page.openAnew();
  });

  it("keeps a text and tells when a file changes while it is read", async () => {
    await article();
    await page.run(() => {
      const file = new File(["It may rain."], "changed.txt");
      file.arrayBuffer = () => Promise.reject(new DOMException("changed", "NotReadableError"));
      File.prototype.arrayBuffer = file.arrayBuffer;
      Blob.prototype.arrayBuffer = file.arrayBuffer;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      window.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
    });
    await page.until(() => document.querySelector(".message")?.textContent.includes("changed.txt"));
    assert.equal(await page.run(() => document.querySelector("#text").value), STORY);
    await page.openAnew();
  });

  it("says so where WebAssembly is refused, and what was kept stays", { skip: engine.name !== "chromium" }, async () => {
    await article();
    await page.until(() => localStorage.getItem("caveat-lector.text"));
    const { identifier } = await devtools("Page.addScriptToEvaluateOnNewDocument", { source: "delete window.WebAssembly" });
    await page.session.get(page.url);
    await page.until(() => document.querySelector("#loading")?.textContent.includes("could not start"));
    assert.equal(await page.run(() => localStorage.getItem("caveat-lector.text")), STORY);
    await devtools("Page.removeScriptToEvaluateOnNewDocument", { identifier });
    await page.open();
    assert.equal(await page.run(() => document.querySelector("#text").value), STORY);
    await page.openAnew();
  });
});
