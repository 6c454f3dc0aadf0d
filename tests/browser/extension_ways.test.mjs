// The browser extension as different readers use it: own words, other languages, touch, narrow windows, browsers without highlights.
import assert from "node:assert/strict";
import { before, describe } from "node:test";
import { Button } from "selenium-webdriver";
import { Pointer } from "selenium-webdriver/lib/input.js";
import { engines } from "./engines.mjs";
import { HEADLINE, MARKS, STORY, Site, article, pageOf, paragraphs, weeks } from "./extension_suite.mjs";
import { it } from "./retry.mjs";

const story = article([HEADLINE, ...paragraphs]);
const made = {
  "huge.html": pageOf(article(weeks(500))),
  "modal.html": pageOf(`${story}<dialog open><p>Subscribe</p></dialog>`),
  "open.html": pageOf(`<x-page><template shadowrootmode="open" shadowrootserializable>${story}</template></x-page>`),
  "narrow.html": pageOf(story, "<style>html { overflow-y: scroll; } ::-webkit-scrollbar { width: 15px; }</style>"),
};
const OWN = '[[entry]]\nkind = "hearsay"\npatterns = ["harbour"]\n';

for (const engine of engines().found.filter(({ name }) => name !== "webkitgtk")) {
  describe(`extension as readers use it, in ${engine.name}`, { timeout: 600_000 }, () => {
    const site = new Site(engine, { made });
    let reader;
    before(() => ({ reader } = site));

    it("marks own words, and explains them as the page does", async () => {
      const setWords = (list) => reader.inExtension((list) => (globalThis.browser ?? chrome).storage.local.set({ "caveat-lector.words": list }), list);
      await setWords(OWN);
      await site.visit("plain.html");
      await reader.toggle();
      assert.ok((await reader.marks()).some((found) => found.endsWith(": harbour")), String(await reader.marks()));
      const parts = (section) => [...section.querySelectorAll("p:not(.ignoring, details p, .caveat-lector-row), dt, dd")].map((part) => part.textContent);
      const cards = [];
      for (const _ of await reader.marks()) {
        await reader.button("Next ›");
        cards.push(await reader.run(`() => (${parts})(document.querySelector("caveat-lector").shadowRoot.querySelector(".caveat-lector-mark"))`));
      }
      const own = cards.find(([, quote]) => quote === "“harbour”");
      assert.deepEqual(own.slice(2), ["One of your own words."]);
      assert.deepEqual(cards.flat().filter((words) => !words.trim()), []);
      // A word that becomes weak is drawn otherwise at once.
      const weak = () => [...(CSS.highlights.get("caveat-lector-hedge-weak-light") ?? [])].some(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset) === "harbour");
      assert.equal(await reader.run(weak), false);
      await setWords(OWN.replace("patterns", 'strength = "weak"\npatterns'));
      await reader.until(weak);
      await reader.showOwn("");
      await reader.inOwn(async () => {
        await reader.run((text) => dispatchEvent(new CustomEvent("site-article", { detail: JSON.stringify({ text }) })), STORY);
        await reader.until(() => document.querySelector("#article mark"));
        for (const card of cards) {
          await reader.run((quote) => [...document.querySelectorAll("#article mark")].find((mark) => quote.startsWith(`“${mark.textContent}`)).click(), card[1]);
          await reader.until((quote) => document.querySelector(".quote")?.textContent === quote, card[1]);
          assert.deepEqual(await reader.run(`() => (${parts})(document.querySelector(".quote").parentElement)`), card);
        }
      });
    });

    it("takes another language that is marked anyway to the panel and to the full page", async () => {
      await site.mark("german.html", []);
      await reader.button("Mark it anyway");
      await reader.until(() => !/English/.test(document.querySelector("caveat-lector").shadowRoot.querySelector(".caveat-lector-status").textContent));
      const shown = async () => {
        await reader.until(() => document.querySelector("p.any-language"));
        assert.equal(await reader.has("#mark-anyway"), false);
      };
      await reader.showOwn("#panel");
      await reader.inOwn(shown);
      const taken = await reader.ask({ do: "article" });
      await reader.showOwn("");
      await reader.inOwn(async () => {
        await reader.run((article) => dispatchEvent(new CustomEvent("site-article", { detail: JSON.stringify(article) })), taken);
        await shown();
      });
    });

    it("marks another language on the site when the panel is asked to", async () => {
      await site.mark("german.html", []);
      await reader.showOwn("#panel");
      await reader.inOwn(async () => {
        await reader.until(() => document.querySelector("#mark-anyway"));
        await reader.run(() => document.querySelector("#mark-anyway").click());
        await reader.until(() => document.querySelector("p.any-language"));
      });
      assert.doesNotMatch(await reader.inOverlay(".caveat-lector-status"), /English/);
      await reader.showOwn("");
    });

    it("says in the panel what the panel keeps", async () => {
      await site.mark("plain.html");
      await reader.showOwn("#panel");
      await reader.inOwn(async () => {
        await reader.until(() => document.querySelector(".ledger .go"));
        const about = await reader.run(() => [...document.querySelectorAll(".about section")].map((part) => part.textContent).find((part) => part.startsWith("Private")));
        assert.doesNotMatch(about, /paste|New text/);
        assert.match(about, /forgotten when you remove the marks/);
      });
      await reader.showOwn("");
    });

    it("explains the mark that a finger taps", async () => {
      await site.mark("plain.html");
      const em = await reader.find("article em");
      const finger = new Pointer("finger", Pointer.Type.TOUCH);
      const actions = reader.session.actions();
      await actions.insert(finger, finger.move({ origin: em }), finger.press(Button.LEFT), finger.release(Button.LEFT)).perform();
      await site.carded("“may”");
    });

    it("leaves pages of every kind as they were, byte for byte", async () => {
      const html = () => reader.run(() => document.documentElement.getHTML({ serializableShadowRoots: true }));
      for (const name of ["huge.html", "live.html", "app.html", "german.html", "none.html", "modal.html", "open.html"]) {
        await site.visit(name);
        const [before, kept] = [await html(), await reader.run(() => CSS.highlights.size)];
        await reader.toggle();
        if ((await reader.marks()).length) await reader.button("Next ›");
        await reader.toggle();
        assert.equal(await html(), before, name);
        assert.equal(await reader.run(() => CSS.highlights.size), kept, name);
      }
    });

    it("stays inside a narrow window", async () => {
      await reader.resize(390, 700);
      try {
        await site.mark("narrow.html");
        await reader.button("Next ›");
        const edges = await reader.run(() => [".caveat-lector-bar", ".caveat-lector-card"].map((part) => document.querySelector("caveat-lector").shadowRoot.querySelector(part).getBoundingClientRect()).map(({ left, right }) => [left, right]));
        const width = await reader.run(() => document.documentElement.clientWidth);
        for (const [left, right] of edges) assert.ok(left >= 0 && right <= width, `${left} to ${right} of ${width}`);
      } finally {
        await reader.resize(1200, 900);
      }
    });
  });

  describe(`extension in ${engine.name} without highlights`, { timeout: 600_000 }, () => {
    const change = { "content/highlights.js": (code) => code.replace(/lector\.canHighlight = .*/, "lector.canHighlight = () => false;") };
    const site = new Site(engine, { change });

    it("leads to the marks, explains them, and leaves the page as it was", async () => {
      const { reader } = site;
      await site.visit("plain.html");
      const before = await reader.html();
      await reader.toggle();
      assert.deepEqual(await reader.marks(), []);
      for (const expected of MARKS) {
        await reader.button("Next ›");
        assert.equal(await site.card(), `“${expected.split(": ")[1]}”`);
      }
      await reader.toggle();
      assert.equal(await reader.html(), before);
    });
  });
}
