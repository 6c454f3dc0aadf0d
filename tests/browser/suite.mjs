// One suite for every engine: the built page, served from a sub-folder, as a reader uses it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, afterEach, before, describe } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../.ci/tools/serve.mjs";
import { engines, start } from "./engines.mjs";
import { Page } from "./page.mjs";

/** Whether the one file that opens by double click is tested, not the served site. */
export const SINGLE = Boolean(process.env.SINGLE);
export const root = join(import.meta.dirname, "../..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const STORY = "Marenna weighs a ban\n\nThe plan may fail, according to two officials briefed on it. “It seems dead,” Senator Ana Ruiz said on May 5.\n\nShare\n\nNo final decision has been made.";
export const MARKS = ["pending: weighs", "hedge: may", "source: two officials briefed on it", "hedge: seems", "pending: No final decision"];

/** Runs the tests that `define` names in every engine of this machine. */
export function suite(define) {
  const { found, skipped } = engines();
  if (skipped.length) console.log(`# skipped, not on this machine: ${skipped.join(", ")}`);
  if (process.env.CI === "true" && skipped.length) throw new Error(`CI requires every engine, missing: ${skipped.join(", ")}`);
  if (!found.length) throw new Error("no browser with a WebDriver was found");

  for (const engine of found) {
    describe(engine.name, { timeout: 900_000 }, () => {
      const page = new Page();
      let server, browser;

      before(async () => {
        browser = await start(engine);
        // On a busy machine WebKitGTK now and then never finishes the first service worker of a host. Another port is another host.
        for (let hosts = 1; ; hosts += 1) {
          server = await serve({ dir: join(root, "dist"), base: "/some/folder/" });
          page.drive(browser.session, SINGLE ? pathToFileURL(join(root, "caveat-lector.html")).href : server.url);
          await page.open();
          if (hosts === 3 || SINGLE || !engine.serviceWorkers || (await page.kept())) break;
          server.close();
        }
        await page.openAnew();
      });

      // Every journey: nothing was asked of the network after the program ran, and the policy had nothing to report.
      afterEach(async () => {
        assert.equal(await page.run(() => document.documentElement.dataset.requests ?? "0"), "0");
        assert.deepEqual((await page.faults()).filter((fault) => fault.startsWith("policy")), []);
      });

      after(async () => {
        await browser?.stop();
        server?.close();
      });

      /** A pasted article, on a page as on a first visit. */
      const article = async (text = STORY) => {
        await page.openAnew();
        await page.paste(text);
        await page.until(() => document.querySelector("#article") && document.querySelector(".editor.away") !== null);
      };

      /** axe-core finds nothing in this state of the page. */
      const accessible = async (state) => {
        await page.until(() => document.getAnimations().length === 0);
        await page.run(new Function(axe));
        const violations = await page.session.executeAsyncScript("const done = arguments[0]; axe.run().then(r => done(r.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target + ' ' + n.failureSummary).join(' | ')}`)), e => done([String(e)]))");
        assert.deepEqual(violations, [], state);
        // Contrast holds in the other theme too.
        const contrast = await page.session.executeAsyncScript(`
          const done = arguments[0], root = document.documentElement, before = root.getAttribute("data-theme");
          root.setAttribute("data-theme", getComputedStyle(document.body).backgroundColor === "rgb(251, 250, 246)" ? "dark" : "light");
          const end = (found) => { if (before === null) root.removeAttribute("data-theme"); else root.setAttribute("data-theme", before); done(found); };
          axe.run({ runOnly: ["color-contrast"] }).then((r) => end(r.violations.flatMap((v) => v.nodes.map((n) => n.target + " " + n.failureSummary))), (e) => end([String(e)]));`);
        assert.deepEqual(contrast, [], `${state}, the other theme`);
      };

      define({ engine, page, article, accessible, requests: () => server.requests, devtools: (...call) => browser.devtools(...call) });
    });
  }
}
