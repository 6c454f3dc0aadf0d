// The browser extension in Chromium and Firefox: it marks the article of a site where it stands, and leaves no trace.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, describe } from "node:test";
import { analyze } from "../../target/npm/caveat-lector/node.js";
import { engines } from "./engines.mjs";
import { Key } from "./page.mjs";
import { LATER, MARKS, STORY, Site, article, pageOf, paragraphs, weeks, words } from "./extension_suite.mjs";
import { it } from "./retry.mjs";
import { root } from "./suite.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** The heads of both ledgers. */
const ledgers = (text) => {
  const { sources, decisions } = analyze(text);
  return [...sources.unnamed.map(({ phrase }) => phrase), ...sources.named.map(({ phrase }) => phrase), ...decisions.map(({ matter }) => matter)];
};

/** A page of a megabyte. */
const HUGE = pageOf(article(weeks(2800)));
const headers = {
  "strict.html": { "content-security-policy": "default-src 'none'; img-src data:" },
  "trusted.html": { "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'; img-src data:" },
};

const found = engines().found.filter(({ name }) => name !== "webkitgtk");
describe("extension", () => {
  it("asks for no site, and passes the linter of Firefox's store", () => {
    for (const [browser, panel] of [["chromium", ["sidePanel"]], ["firefox", []]]) {
      const manifest = JSON.parse(readFileSync(join(root, "target/extension", browser, "manifest.json"), "utf8"));
      assert.deepEqual(manifest.permissions, ["activeTab", "contextMenus", "scripting", "storage", ...panel].sort());
      for (const key of ["host_permissions", "optional_host_permissions", "optional_permissions", "content_scripts", "web_accessible_resources", "externally_connectable"]) assert.equal(manifest[key], undefined);
      assert.match(manifest.content_security_policy.extension_pages, /^default-src 'none'; .*connect-src 'self'/);
    }
    const command = join(root, ".ci/tools/node_modules/.bin/web-ext");
    const { status, stdout } = spawnSync(command, ["lint", "--output", "json", "--source-dir", join(root, "target/extension/firefox")], { encoding: "utf8" });
    const { errors, warnings, notices } = JSON.parse(stdout);
    // The page draws with templates that its framework has checked; Trusted Types allow nothing else.
    const others = warnings.filter(({ code, file }) => !(code === "UNSAFE_VAR_ASSIGNMENT" && file.startsWith("page/caveat-lector-")));
    assert.deepEqual([status, errors, others, notices], [0, [], [], []]);
  });
});

for (const engine of found) {
  describe(`extension in ${engine.name}`, { timeout: 600_000 }, () => {
    const site = new Site(engine, { headers, made: { "huge.html": HUGE } });
    const [visit, mark, marked] = ["visit", "mark", "marked"].map((name) => (...args) => site[name](...args));
    let reader, server;
    before(() => ({ reader, server } = site));
    /** What axe-core finds in a part of the page. */
    const violations = async (part) => {
      await reader.run(new Function(axe));
      return reader.session.executeAsyncScript(`const done = arguments[0]; axe.run(${part}).then(r => done(r.violations.map(v => v.id + ": " + v.nodes.map(n => n.target + " " + n.failureSummary).join(" | "))), e => done([String(e)]))`);
    };
    for (const name of ["plain", "strict", "trusted", "dark", "rtl", "menus", "own", "shadow", "closed", "frame"]) {
      it(`marks ${name}.html on the right words and leaves it as it was`, async () => {
        await visit(`${name}.html`);
        const before = await reader.html();
        const asked = server.requests.length;
        const [kept, view] = [await reader.run(() => CSS.highlights.size), name === "frame" ? "frame" : undefined];
        await reader.toggle();
        assert.deepEqual(await reader.marks(view), MARKS);
        const host = '<caveat-lector popover="manual"></caveat-lector>';
        assert.equal((await reader.html()).replace(host, ""), before, "no element of the page has changed");
        await reader.toggle();
        assert.equal(await reader.html(), before);
        assert.deepEqual(await reader.marks(view), []);
        assert.equal(await reader.run(() => CSS.highlights.size), kept);
        assert.deepEqual(server.requests.slice(asked), []);
        if (engine.name === "chromium") assert.deepEqual((await reader.session.manage().logs().get("browser")).map(({ message }) => message), []);
      });
    }

    it("draws tints that fit the site", async () => {
      const [light, dark] = [[218, 243, 238], [16, 51, 47]];
      for (const [name, tint] of [["plain", light], ["strict", light], ["shadow", light], ["closed", light], ["frame", light], ["dark", dark]]) {
        await visit(`${name}.html`);
        await reader.toggle();
        const count = await reader.pixels(...tint);
        assert.ok(count > 500, `${name}: ${count} pixels`);
      }
    });

    it("marks a page of a megabyte", async () => {
      await visit("huge.html");
      await reader.toggle();
      const { length } = await reader.marks();
      assert.equal(length, 1 + 2800 * (MARKS.length - 1));
    });

    it("says that there is no article", async () => {
      await mark("none.html", []);
      assert.match(await reader.inOverlay(".caveat-lector-status"), /No article was found/);
    });

    it("marks another language only when the reader wants it", async () => {
      await mark("german.html", []);
      assert.match(await reader.inOverlay(".caveat-lector-status"), /does not look like English/);
      await reader.button("Mark it anyway");
      await reader.until(() => /Nothing is marked in the \d sentences|sentences (is|are) hedged/.test(document.querySelector("caveat-lector").shadowRoot.querySelector(".caveat-lector-status").textContent));
    });

    it("marks what a page adds later, and another article", async () => {
      await mark("live.html");
      await reader.run(() => dispatchEvent(new Event("grow")));
      await marked(words(`${STORY}\n\n${LATER}`));
      await mark("app.html");
      await reader.run(() => dispatchEvent(new Event("swap")));
      await reader.session.wait(async () => (await reader.marks()).some((found) => found.startsWith("source: an official")), 15_000);
      assert.ok(!(await reader.marks()).some((found) => MARKS.includes(found) && !found.startsWith("hedge")));
      const { title, address } = await reader.ask({ do: "article" });
      assert.deepEqual([title, address], ["A bridge is planned", `${server.url}app.html?next`], "the head of the page is that of the first article");
      await mark("app.html");
      await reader.run(() => dispatchEvent(new Event("turn")));
      await reader.session.wait(async () => (await reader.marks()).some((found) => found.startsWith("source: an official")), 15_000);
    });

    it("marks only what is selected", async () => {
      await visit("plain.html");
      await reader.run(() => getSelection().selectAllChildren(document.querySelector("article p")));
      await reader.toggle();
      assert.deepEqual(await reader.marks(), words(paragraphs[0]));
      await reader.run(() => getSelection().removeAllRanges());
      await reader.toggle({ again: true });
      assert.deepEqual(await reader.marks(), MARKS);
    });

    it("explains the mark under the pointer", async () => {
      await mark("plain.html");
      const em = await reader.find("article em");
      await reader.session.actions().move({ origin: em }).perform();
      await reader.until(() => document.querySelector("caveat-lector").shadowRoot.querySelector(".caveat-lector-card:not([hidden])"));
      assert.equal(await reader.inOverlay(".caveat-lector-quote"), "“may”");
      assert.match(await reader.inOverlay(".caveat-lector-kind"), /hedged wording/);
      await reader.session.actions().move({ x: 3, y: 3 }).perform();
      await reader.until(() => document.querySelector("caveat-lector").shadowRoot.querySelector(".caveat-lector-card[hidden]"));
      await em.click();
      await reader.until(() => document.querySelector("caveat-lector").shadowRoot.querySelector(".caveat-lector-card:not([hidden])"));
    });

    it("explains marks in shadow trees and in frames", async () => {
      for (const [name, view] of [["shadow", undefined], ["closed", undefined], ["frame", "frame"]]) {
        await mark(`${name}.html`, MARKS, view);
        const { x, y } = await reader.run(() => {
          const [frame] = document.querySelectorAll("iframe");
          const [{ startContainer, startOffset, endOffset }] = (frame?.contentWindow ?? window).CSS.highlights.get("caveat-lector-source-strong-light");
          const range = startContainer.ownerDocument.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(startContainer, endOffset);
          const [rect] = range.getClientRects();
          const base = frame?.getBoundingClientRect() ?? { x: 0, y: 0 };
          return { x: Math.round(base.x + rect.x + 20), y: Math.round(base.y + rect.y + rect.height / 2) };
        });
        await reader.session.actions().move({ x, y }).click().perform();
        await reader.until(() => document.querySelector("caveat-lector").shadowRoot.querySelector(".caveat-lector-card:not([hidden])"));
        assert.match(await reader.inOverlay(".caveat-lector-quote"), /^“two officials briefed on it/, name);
      }
    });

    it("gives the focus back when its card is closed", async () => {
      await mark("plain.html");
      await reader.run(() => document.querySelector("nav a").focus());
      await reader.button("Next ›");
      assert.equal(await reader.run(() => document.querySelector("caveat-lector").shadowRoot.activeElement.className), "caveat-lector-card");
      await reader.session.actions().sendKeys(Key.ESCAPE).perform();
      await reader.until(() => document.querySelector("caveat-lector").shadowRoot.querySelector(".caveat-lector-card[hidden]"));
      assert.equal(await reader.run(() => document.activeElement.textContent), "Home");
    });

    it("goes from mark to mark and ignores one, in every page that is marked", async () => {
      await mark("plain.html");
      for (const expected of MARKS.slice(0, 2)) {
        await reader.button("Next ›");
        assert.equal(await reader.inOverlay(".caveat-lector-quote"), `“${expected.split(": ")[1]}”`);
      }
      await reader.button("Ignore this one", ".caveat-lector-card");
      await marked(MARKS.filter((_, index) => index !== 1));
      await reader.forget();
      await marked(MARKS);
    });

    it("sums up the article in the panel, which leads to its places and filters the marks", async () => {
      await mark("plain.html");
      await reader.run(() => (document.querySelector("article").style.marginTop = "300vh"));
      await reader.showOwn("#panel");
      await reader.inOwn(async () => {
        await reader.until(() => document.querySelector(".ledger.sources .go"));
        const sums = await reader.text("#summary");
        assert.equal(sums, analyze(STORY).summary);
        assert.deepEqual(await reader.run(() => [...document.querySelectorAll(".ledger .go")].map((row) => row.textContent)), ledgers(STORY));
        assert.deepEqual(await violations("document"), []);
        await reader.run(() => document.querySelector(".ledger.decisions .go").click());
      });
      await reader.until(() => scrollY > innerHeight);
      assert.deepEqual(await reader.here(), ["weighs"]);
      await reader.inOwn(() => reader.run(() => document.querySelector(".ledger.sources .go").click()));
      await reader.until(() => [...CSS.highlights.get("caveat-lector-here-light")].some(({ startContainer }) => startContainer.data.includes("two officials")));
      await reader.button("Next ›");
      assert.match(await site.card(), /^“two officials briefed on it/);
      await reader.inOwn(() => reader.run(() => document.querySelector("[data-category=hedge]").click()));
      await marked(MARKS.filter((found) => !found.startsWith("hedge")));
      await reader.showOwn("");
    });

    it("forgets the shared settings when the page erases what it keeps", async () => {
      await mark("plain.html");
      await reader.button("Next ›");
      await reader.button("Ignore this rule", ".caveat-lector-card");
      await marked(MARKS.slice(1));
      await reader.showOwn("");
      await reader.inOwn(async () => {
        assert.notEqual(await reader.run(() => localStorage.getItem("caveat-lector.ignored")), null);
        await reader.choose("privacy");
        await reader.run(() => document.querySelector("#erase").click());
      });
      await marked(MARKS);
      const kept = await reader.inExtension(() => (globalThis.browser ?? chrome).storage.local.get().then((all) => Object.values(all).filter(Boolean)));
      assert.deepEqual(kept, []);
    });

    // The driver of Chromium does not know tabs that an extension opens: extension_click.test.mjs looks at that one.
    it("opens the article in the full page, which says where it comes from", { skip: engine.name === "chromium" }, async () => {
      await mark("plain.html");
      const before = await reader.session.getAllWindowHandles();
      await reader.button("Open in Caveat Lector");
      let handles = [];
      await reader.session.wait(async () => (handles = (await reader.session.getAllWindowHandles()).filter((handle) => !before.includes(handle))).length, 15_000);
      await reader.session.switchTo().window(handles[0]);
      try {
        for (const _ of ["opened", "loaded again"]) {
          await reader.until(() => !window.old && document.querySelector("#article mark") && document.querySelector(".origin a"));
          assert.match(await reader.text(".origin"), /^From “Marenna weighs a ban”, The Marenna Courier, read on \d+ \w+ 20\d\d$/);
          const link = await reader.run(() => ["href", "rel"].map((name) => document.querySelector(".origin a").getAttribute(name)));
          assert.deepEqual(link, ["https://courier.example/marenna-ban", "noopener noreferrer"]);
          assert.equal(await reader.run(() => document.querySelector("#text").value), STORY);
          await reader.run(() => {
            window.old = true;
            location.reload();
          });
        }
      } finally {
        await reader.session.close();
        await reader.session.switchTo().window(reader.site);
      }
    });

    it("is accessible", async () => {
      for (const name of ["plain.html", "dark.html", "strict.html"]) {
        await mark(name);
        await reader.button("Next ›");
        assert.deepEqual(await violations("document.querySelector('caveat-lector')"), [], name);
      }
    });
  });
}
