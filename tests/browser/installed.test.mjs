// The page as an installed application of the system, in Chromium: it opens files that it is launched with.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { serve } from "../../.ci/tools/serve.mjs";
import { startChromium } from "./chromium.mjs";
import { engines } from "./engines.mjs";
import { it } from "./retry.mjs";
import { MARKS, STORY, root } from "./suite.mjs";

const chromium = engines().found.find(({ name }) => name === "chromium");

describe("installed", { skip: !chromium, timeout: 120_000 }, () => {
  const profile = mkdtempSync(join(tmpdir(), "caveat-lector-installed-"));
  let server, browser, manifestId;

  const ask = async (targetId, expression) => {
    const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    const { result } = await browser.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true }, sessionId);
    await browser.send("Target.detachFromTarget", { sessionId });
    return result.value;
  };
  /** Asks a page until the answer holds; a page that is being loaded gives none. */
  const until = async (targetId, expression, holds) => {
    let value;
    for (let tries = 0; tries < 100; tries += 1) {
      value = await ask(targetId, expression).catch(() => undefined);
      if (value !== undefined && holds(value)) return value;
      await new Promise((later) => setTimeout(later, 100));
    }
    return assert.fail(`${expression} stays ${JSON.stringify(value)}`);
  };
  const inBox = (targetId, text) => until(targetId, "document.querySelector('#text')?.value", (value) => value === text);

  /** The windows that show the page, as soon as there are so many. */
  const windows = async (count) => {
    let pages = [];
    for (let tries = 0; tries < 100; tries += 1) {
      const { targetInfos } = await browser.send("Target.getTargets");
      pages = targetInfos.filter(({ type, url }) => type === "page" && url.startsWith(server.url));
      if (pages.length === count) return pages;
      await new Promise((later) => setTimeout(later, 50));
    }
    return assert.fail(`${pages.length} windows, not ${count}`);
  };
  /** Launches the installed page with a file, as the system does; gives its window. */
  const launchWith = async (text) => {
    const file = join(profile, "article.txt");
    writeFileSync(file, text);
    await browser.send("PWA.launchFilesInApp", { manifestId, files: [file] });
    const [{ targetId }] = await windows(1);
    return targetId;
  };

  before(async () => {
    server = await serve({ dir: join(root, "dist") });
    browser = startChromium(chromium, profile);
    manifestId = server.url;
    const { targetId } = await browser.send("Target.createTarget", { url: server.url });
    await until(targetId, "document.documentElement.dataset.offline", (offline) => ["yes", "now"].includes(offline));
    await browser.send("PWA.install", { manifestId, installUrlOrBundleUrl: server.url });
    await browser.send("PWA.changeAppUserSettings", { manifestId, displayMode: "standalone" });
    await browser.send("Target.closeTarget", { targetId });
    await windows(0);
  });

  after(async () => {
    await browser?.stop();
    server?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it("is told to the system with the files it opens", async () => {
    const { fileHandlers } = await browser.send("PWA.getOsAppState", { manifestId });
    const kinds = fileHandlers.flatMap(({ accepts }) => accepts.flatMap(({ fileExtensions }) => fileExtensions));
    assert.deepEqual(kinds.sort(), [".eml", ".htm", ".html", ".markdown", ".md", ".mht", ".mhtml", ".text", ".txt", ".xhtml"]);
  });

  it("opens a file it is launched with, and brings back what the file replaced", async () => {
    const app = await launchWith(STORY);
    await inBox(app, STORY);
    await until(app, "matchMedia('(display-mode: standalone)').matches", (standalone) => standalone);
    const marks = "JSON.stringify([...document.querySelectorAll('#article mark')].map((mark) => mark.textContent))";
    assert.deepEqual(JSON.parse(await until(app, marks, (value) => JSON.parse(value).length === MARKS.length)), MARKS.map((mark) => mark.split(": ")[1]));

    const other = "The port may close.\n";
    const again = await launchWith(other);
    await inBox(again, other);
    await until(again, "(document.querySelector('.put-aside button:not(#join)')?.click(), document.querySelector('#text')?.value)", (value) => value === STORY);
  });
});
