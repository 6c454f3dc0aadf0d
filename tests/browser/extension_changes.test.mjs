// The browser extension on pages that change: what is new is marked, and the reader keeps the place.
import assert from "node:assert/strict";
import { before, describe } from "node:test";
import { engines } from "./engines.mjs";
import { HEADLINE, LATER, MARKS, OTHER, STORY, Site, article, pageOf, paragraphs, weeks, words } from "./extension_suite.mjs";
import { Key } from "./page.mjs";
import { it } from "./retry.mjs";

const story = [HEADLINE, ...paragraphs];
const OTHERS = words(OTHER.join("\n\n"));
const head = `<link rel="canonical" href="https://courier.example/ban"><meta property="og:title" content="Marenna weighs a ban">`;
const made = {
  "ticker.html": pageOf(`<header><span id="ticker">0</span></header>${article(story)}<script>setInterval(() => { ticker.textContent = Date.now(); }, 500)</script>`),
  "inner.html": pageOf(article(story).replace("</h1>", '</h1><span id="ticker">0</span>') + "<script>setInterval(() => { ticker.textContent = Date.now(); }, 500)</script>"),
  "long.html": pageOf(article(weeks(30))),
  "spa.html": pageOf(`<main id="app">${article(story)}</main>`, head),
  "style.html": pageOf(`<main>${article(story)}${article(OTHER, ' style="display: none"')}</main>`),
  "letter.html": pageOf(article(story).replace("may", '<span class="icon" aria-hidden="true">may</span>')),
  "other.html": pageOf(article(OTHER)),
  "late.html": pageOf('<p>The article is below.</p><iframe width="700" height="700" src="about:blank"></iframe>'),
  "scroller.html": pageOf('<p>The article is below.</p><iframe src="long.html" width="700" height="180"></iframe>'),
  "modal.html": pageOf(`${article(story)}<dialog><p>Subscribe</p><button>No</button></dialog>`),
};
const grow = (text) => document.querySelector("article").append(Object.assign(document.createElement("p"), { textContent: text }));

for (const engine of engines().found.filter(({ name }) => name !== "webkitgtk")) {
  describe(`extension on pages that change, in ${engine.name}`, { timeout: 600_000 }, () => {
    const site = new Site(engine, { made });
    let reader;
    before(() => ({ reader } = site));
    const next = () => reader.button("Next ›");
    const pause = (time) => new Promise((later) => setTimeout(later, time));
    const grown = words(`${STORY}\n\n${LATER}`);

    it("marks what is new on a page that never stops changing, and seldom reads it in vain", async () => {
      for (const name of ["ticker.html", "inner.html"]) {
        await site.mark(name);
        const before = await reader.rounds();
        await pause(9000);
        const rounds = (await reader.rounds()) - before;
        assert.ok(rounds > 0 && rounds <= 3, `${name}: ${rounds} rounds in 9 s`);
        await reader.run(grow, LATER);
        const since = Date.now();
        await site.marked(grown);
        assert.ok(Date.now() - since < 4500, `${name}: marked after ${Date.now() - since} ms`);
      }
    });

    it("keeps the card and the place when the article grows", async () => {
      await site.visit("long.html");
      await reader.toggle();
      for (let step = 0; step < 12; step += 1) await next();
      const [card, here, count] = [await site.card(), await reader.here(), (await reader.marks()).length];
      const label = await reader.run(() => document.querySelector("caveat-lector").shadowRoot.activeElement.className);
      await reader.run(grow, LATER);
      await reader.session.wait(async () => (await reader.marks()).length > count, 15_000);
      assert.deepEqual([await site.card(), await reader.here()], [card, here]);
      assert.equal(await reader.run(() => document.querySelector("caveat-lector").shadowRoot.activeElement.className), label, "the focus");
      // What is new stands before the mark.
      await reader.run((text) => document.querySelector("h1").after(Object.assign(document.createElement("p"), { textContent: text })), LATER.replace("noon", "night"));
      await reader.session.wait(async () => (await reader.marks()).length > count + 1, 15_000);
      assert.deepEqual([await site.card(), await reader.here()], [card, here]);
      const stands = () => reader.run(() => [...document.querySelectorAll("p")].findIndex((text) => text.contains([...CSS.highlights.get("caveat-lector-here-light")][0].startContainer)));
      const at = await stands();
      await next();
      assert.ok((await stands()) - at <= 1 && (await stands()) >= at, "the next mark follows");
    });

    it("keeps the place when the site draws its text anew", async () => {
      await site.mark("spa.html");
      for (let step = 0; step < 3; step += 1) await next();
      const card = await site.card();
      await reader.run((html) => (document.querySelector("#app").innerHTML = html), article([...story, LATER]));
      await site.marked(grown);
      await site.carded(card);
      await next();
      assert.equal(await site.card(), `“${MARKS[3].split(": ")[1]}”`);
    });

    it("closes the card of a mark that is gone, and goes on from its place", async () => {
      await site.mark("spa.html");
      for (let step = 0; step < 3; step += 1) await next();
      await reader.run(() => document.querySelector("article p").remove());
      await site.marked([MARKS[0], ...MARKS.slice(3)]);
      await site.carded(null);
      await next();
      assert.equal(await site.card(), `“${MARKS[3].split(": ")[1]}”`);
    });

    it("goes on from the place of a mark that is ignored, in both directions", async () => {
      for (const [button, expected] of [["Next ›", 3], ["‹ Previous", 1]]) {
        await site.mark("spa.html");
        for (let step = 0; step < 3; step += 1) await next();
        await reader.button("Ignore this one", ".caveat-lector-card");
        await site.marked(MARKS.filter((_, index) => index !== 2));
        await site.carded(null);
        await reader.button(button);
        assert.equal(await site.card(), `“${MARKS[expected].split(": ")[1]}”`);
        await reader.forget();
      }
    });

    it("keeps the focus in the bar", async () => {
      await site.mark("spa.html");
      await reader.run(() => [...document.querySelector("caveat-lector").shadowRoot.querySelectorAll(".caveat-lector-bar button")].at(-1).focus());
      await reader.run(grow, LATER);
      await site.marked(grown);
      assert.equal(await reader.run(() => document.querySelector("caveat-lector").shadowRoot.activeElement.textContent), "Remove the marks");
    });

    it("says where another article of an application comes from", async () => {
      await site.mark("spa.html");
      assert.deepEqual(await reader.ask({ do: "article" }).then(({ title, address }) => [title, address]), [HEADLINE, "https://courier.example/ban"]);
      const turn = (html, path, title) => {
        history.pushState(null, "", path);
        document.title = title;
        document.querySelector("#app").innerHTML = html;
      };
      await reader.run(turn, article(OTHER), "/next-story", OTHER[0]);
      await site.marked(OTHERS);
      const from = await reader.ask({ do: "article" });
      assert.deepEqual([from.title, from.address], [OTHER[0], `${site.server.url}next-story`]);
      // An application that keeps its head true is believed.
      await reader.run(() => (document.querySelector("link[rel=canonical]").href = "https://courier.example/next-story"));
      assert.equal((await reader.ask({ do: "article" })).address, "https://courier.example/next-story");
    });

    it("sees articles that come and go by their look alone", async () => {
      await site.mark("style.html");
      await reader.run(() => [...document.querySelectorAll("article")].forEach((one) => (one.style.display = one.style.display ? "" : "none")));
      await site.marked(OTHERS);
      const before = await reader.rounds();
      await reader.run(() => (document.querySelector("article").style.color = "red"));
      await reader.run(() => document.querySelectorAll("article")[1].classList.toggle("none"));
      await pause(2500);
      assert.ok((await reader.rounds()) <= before + 1, "a colour is no other article");
      await site.mark("letter.html", MARKS.filter((_, index) => index !== 1));
      await reader.run(() => document.querySelector("span").removeAttribute("aria-hidden"));
      await site.marked(MARKS);
    });

    it("marks an article in a frame that is loaded later, and another one in its place", async () => {
      await site.visit("late.html");
      await reader.toggle();
      await reader.run(() => (document.querySelector("iframe").src = "plain.html"));
      await site.marked(MARKS, "frame");
      assert.ok((await reader.pixels(218, 243, 238)) > 500, "drawn");
      await site.visit("frame.html");
      await reader.toggle();
      await reader.run(() => (document.querySelector("iframe").src = "other.html"));
      await site.marked(OTHERS, "frame");
      assert.ok((await reader.pixels(218, 243, 238)) > 500, "drawn");
    });

    it("keeps the card at its mark while a frame scrolls", async () => {
      await site.visit("scroller.html");
      await reader.toggle();
      for (let step = 0; step < 10; step += 1) await next();
      const gap = () => reader.run(() => {
        const [{ startContainer, startOffset, endOffset }] = frames[0].CSS.highlights.get("caveat-lector-here-light");
        const range = frames[0].document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(startContainer, endOffset);
        const card = document.querySelector("caveat-lector").shadowRoot.querySelector(".caveat-lector-card").getBoundingClientRect();
        return Math.round(card.top - range.getBoundingClientRect().bottom - document.querySelector("iframe").getBoundingClientRect().top);
      });
      await pause(500);
      const before = await gap();
      await reader.run(() => frames[0].scrollBy(0, 40));
      await reader.session.wait(async () => (await gap()) === before, 5000).catch(() => {});
      assert.equal(await gap(), before);
    });

    it("shows bar and card on a modal dialog", async () => {
      await site.mark("modal.html");
      const html = await reader.html();
      const reachable = () => reader.run(() => {
        const host = document.querySelector("caveat-lector");
        const { x, y } = host.shadowRoot.querySelector(".caveat-lector-bar").getBoundingClientRect();
        return document.elementFromPoint(x + 20, y + 20) === host;
      });
      await reader.run(() => document.querySelector("dialog").showModal());
      await reader.session.wait(reachable, 5000);
      await (await reader.find("dialog button")).getText();
      await next();
      await site.carded(`“${MARKS[0].split(": ")[1]}”`);
      await reader.session.actions().sendKeys(Key.ESCAPE).perform();
      await site.carded(null);
      assert.ok(await reader.run(() => document.querySelector("dialog").open), "Escape closes the card alone");
      await reader.run(() => document.querySelector("dialog").close());
      await reader.session.wait(reachable, 5000);
      assert.equal(await reader.html(), html);
      await reader.toggle();
      assert.equal(await reader.html(), html.replace('<caveat-lector popover="manual"></caveat-lector>', ""));
    });
  });
}
