// Pages that show whole further stories below the first one: each story is marked as a text of its own, and bar, panel and full page
// follow the reader. The first part runs without a browser.
import assert from "node:assert/strict";
import { before, describe } from "node:test";
import { analyze } from "../../target/npm/caveat-lector/node.js";
import { engines } from "./engines.mjs";
import "../../extension/content/nodes.js";
import "../../extension/content/stories.js";
import { LATER, OTHER, Site, article, pageOf, weeks, words } from "./extension_suite.mjs";
import { Key } from "./page.mjs";
import { it } from "./retry.mjs";

const { storiesOf } = globalThis.caveatLector;

/** An element as it is sent to the engine: `names` are its class and other hints. */
const element = (tag, names, ...content) => [[tag, names, false, "", false], ...content.flat(), null];
const p = (text) => element("p", "", text);
const FILL = "The council said on Monday that the ferries would go on as before, and that the crews had been told about it. ";
const text = (length) => Array.from({ length: Math.ceil(length / FILL.length) }, () => p(FILL)).flat();
const heading = (tag, words) => element(tag, "", words);
const link = (words) => element("a", "", words);
const story = (tag, names, title, length = 1000, rank = "h1") => element(tag, names, heading(rank, title), text(length));
/** Elements side by side. */
const row = (...content) => content.flat();
const main = (...content) => element("main", "", ...content);

/** Pages and the headlines of their stories; none for a page that is one text. */
const PAGES = {
  "one article": [main(story("article", "", "One")), []],
  "articles side by side": [row(story("article", "", "One"), story("article", "", "Two"), story("article", "", "Three")), ["One", "Two", "Three"]],
  "articles in main, with advertisements and lists between them": [
    main(story("article", "a1", "One"), element("div", "ad", "Buy"), element("aside", "", text(700)), story("article", "a2", "Two", 700), element("ul", "", element("li", "", link(FILL)))),
    ["One", "Two"],
  ],
  "sections": [main(story("section", "", "One"), story("section", "x", "Two")), ["One", "Two"]],
  "containers of one class": [element("div", "page", story("div", "story s1", "One"), story("div", "story s2", "Two")), ["One", "Two"]],
  "containers that are named by numbers": [main(story("div", "story-1", "One"), story("div", "story-2", "Two")), ["One", "Two"]],
  "further stories in a container of their own": [
    row(main(story("article", "", "One")), element("div", "more", story("article", "", "Two"), story("article", "", "Three"))),
    ["One", "Two", "Three"],
  ],
  "containers of different kinds": [row(main(heading("h1", "One"), element("div", "body", text(900))), element("div", "next", story("div", "", "Two"))), ["One", "Two"]],
  "stories of one container that is unlike the first": [
    row(main(heading("h1", "One"), element("div", "body", text(900))), element("div", "more", story("article", "", "Two"), story("article", "", "Three"))),
    ["One", "Two", "Three"],
  ],
  "stories whose names tell of their comments": [main(story("article", "post comments-open", "One"), story("article", "post comments-closed", "Two")), ["One", "Two"]],
  "one h1 for the page": [main(story("article", "story", "One"), story("article", "story", "Two", 800, "h2")), ["One", "Two"]],
  "the posts of a blog, below its linked name": [
    row(element("header", "", element("h1", "", link("The Courier"))), main(story("article", "", "One", 900, "h2"), story("article", "", "Two", 900, "h2"))),
    ["One", "Two"],
  ],
  "stories with sections and comments": [
    main(
      element("article", "", heading("h1", "One"), text(700), story("section", "", "A part", 700, "h2"), story("section", "", "Another part", 700, "h2")),
      element("article", "", heading("h1", "Two"), text(700), element("section", "comments", story("article", "", "A comment", 700, "h2"))),
    ),
    ["One", "Two"],
  ],
  "a live report": [main(heading("h1", "Live"), text(300), story("article", "", "Noon", 900, "h2"), story("article", "", "Eleven", 900, "h2")), []],
  "a live report with a headline above": [row(element("header", "", heading("h1", "Live")), main(story("article", "", "Noon", 900, "h2"), story("article", "", "Ten", 900, "h2"))), []],
  "a live report of headlines of one rank": [main(heading("h1", "Live"), text(300), story("article", "", "Noon"), story("article", "", "Ten")), []],
  "a live report in an article": [element("article", "", text(300), story("article", "", "Noon"), story("article", "", "Ten")), []],
  "an article of sections": [main(story("section", "", "One"), story("section", "", "Background", 900, "h2"), story("section", "", "Outlook", 900, "h2")), []],
  "an article of sections with headings of one rank": [element("article", "", story("section", "", "One"), story("section", "", "Background"), story("section", "", "Outlook")), []],
  "teasers below an article": [main(story("article", "", "One"), story("article", "", "Two", 200), story("article", "", "Three", 200)), []],
  "lists of stories below an article": [main(story("article", "", "One"), element("article", "", heading("h1", "More"), element("ul", "", link(FILL.repeat(9))))), []],
  "a list of teasers of the rank of the headline": [
    main(story("article", "", "One", 900, "h2"), element("div", "", heading("h2", "More"), ...["Two", "Three", "Four", "Five"].map((title) => story("article", "", title, 200, "h3")))),
    [],
  ],
  "a front page of sections": [row(...["World", "Politics"].map((title) => element("section", "", heading("h2", title), ...["A", "B", "C", "D"].map((one) => story("div", "", one, 200, "h3"))))), []],
  "long teasers below an article": [main(story("article", "", "One"), element("div", "related", story("article", "", "Two"), story("article", "", "Three"))), []],
  "comments below an article": [main(story("article", "", "One", 900, "h2"), story("article", "comment c1", "I think", 900, "h2"), story("article", "comment c2", "No", 900, "h2")), []],
  "a box beside an article": [main(story("article", "", "One"), story("div", "box", "About us", 900, "h2")), []],
  "a front page": [main(heading("h1", "News"), ...["One", "Two", "Three", "Four"].map((title) => story("article", "teaser", title, 200, "h2"))), []],
  "stories in one container without parts": [main(heading("h1", "One"), text(900), element("hr", ""), heading("h1", "Two"), text(900)), []],
};

describe("the stories of a page", () => {
  for (const [name, [nodes, expected]] of Object.entries(PAGES)) {
    it(`${name}: ${expected.length || "one text"}`, async () => {
      const texts = nodes.filter((node) => typeof node === "string").map((node) => ({ node: { data: node }, from: 0 }));
      const stories = await storiesOf({ nodes, texts });
      assert.deepEqual(stories.map((one) => one.title), expected.length ? expected : [""]);
      // Each text is read once, in its own story.
      for (const one of stories) assert.deepEqual(one.nodes.filter((node) => typeof node === "string"), one.texts.map(({ node }) => node.data));
      assert.equal(stories.reduce((sum, one) => sum + one.nodes.length, 0), nodes.length);
      for (const one of stories.slice(1)) assert.ok(one.nodes.includes(one.title));
    });
  }
});

const FIRST = weeks(8);
const SECOND = [OTHER[0], ...Array.from({ length: 9 }, (_, day) => OTHER.slice(1).map((text) => `${text} It was day ${day}.`)).flat()];
const THIRD = ["Ferries may stop", ...Array.from({ length: 9 }, (_, day) => `${LATER} It was day ${day}.`)];
const plain = (story) => story.join("\n\n");
const marksOf = (...stories) => stories.flatMap((story) => words(plain(story)));
const ALL = [FIRST, SECOND, THIRD];
const css = "<style>p { margin: 3em 0; } html { scroll-behavior: auto; }</style>";
const head = `<link rel="canonical" href="https://courier.example/ban"><meta property="og:title" content="Marenna weighs a ban">${css}`;
const teaser = "<article><h1>Read more</h1><p>The plan may fail, according to two officials who were briefed on it last week.</p></article>";
const ticker = "<script>setInterval(() => { ticker.textContent = Date.now(); }, 500)</script>";
const posts = SECOND.slice(1).map((text, number) => `<article class="post"><h2>Post ${number}</h2><p>${text}</p>${THIRD.slice(1).map((more) => `<p>${more} Post ${number}.</p>`).join("")}</article>`);
const made = {
  "endless.html": pageOf(`<nav>Home</nav><main>${article(FIRST)}</main>`, head),
  "loaded.html": pageOf(`<main>${ALL.map((story) => article(story)).join('<div class="ad">Buy</div>')}</main>`, head),
  "ticker.html": pageOf(`<header><span id="ticker">0</span></header><main>${article(FIRST)}</main>${ticker}`, head),
  "posts.html": pageOf(`<main><h1>Marenna weighs a ban</h1><p>${FIRST[1]}</p>${posts.slice(0, 2).join("")}</main>`, head),
};
const append = (html) => document.querySelector("main").insertAdjacentHTML("beforeend", html);

for (const engine of engines().found.filter(({ name }) => name !== "webkitgtk")) {
  describe(`extension on pages of several stories, in ${engine.name}`, { timeout: 600_000 }, () => {
    const site = new Site(engine, { made });
    let reader;
    before(() => ({ reader } = site));
    const pause = (time) => new Promise((later) => setTimeout(later, time));
    /** Scrolls to a story. The event comes with the next frame, and a tab in the background has none. */
    const scrollTo = async (number) => {
      await reader.run((number) => document.querySelectorAll("article")[number].querySelectorAll("p")[4].scrollIntoView({ block: "center" }), number);
      await pause(300);
    };
    /** Waits until bar, panel and full page speak of a story. */
    const isRead = async (story) => {
      let from;
      await reader.session.wait(async () => (from = await reader.ask({ do: "article" })).text === plain(story), 10_000).catch(() => {});
      assert.equal(from.text, plain(story));
      assert.equal(await reader.inOverlay(".caveat-lector-status"), analyze(plain(story)).summary);
      return from;
    };

    it("marks further stories as they come, each for itself", async () => {
      await site.mark("endless.html", marksOf(FIRST));
      await reader.run(append, article(SECOND) + teaser);
      await site.marked(marksOf(FIRST, SECOND));
      await reader.run(append, article(THIRD));
      await site.marked(marksOf(...ALL));
      await isRead(FIRST);
      await scrollTo(1);
      const { title, address } = await isRead(SECOND);
      assert.deepEqual([title, address], [SECOND[0], `${site.server.url}endless.html`]);
      await scrollTo(0);
      assert.equal((await isRead(FIRST)).address, "https://courier.example/ban");
      const rounds = await reader.rounds();
      await scrollTo(1);
      await isRead(SECOND);
      assert.equal(await reader.rounds(), rounds, "what was marked is not marked again");
    });

    it("marks all stories that are there, and leaves the page as it was", async () => {
      await site.visit("loaded.html");
      const html = await reader.html();
      await scrollTo(2);
      await reader.toggle();
      assert.deepEqual(await reader.marks(), marksOf(...ALL));
      await isRead(THIRD);
      assert.equal(await reader.run(() => scrollY > innerHeight), true);
      await reader.toggle();
      assert.equal(await reader.html(), html);
      assert.deepEqual(await reader.marks(), []);
    });

    it("shows the story that is read in the panel", async () => {
      await site.mark("loaded.html", marksOf(...ALL));
      await reader.showOwn("#panel");
      const sums = (story) => reader.inOwn(() => reader.until((sum, title) => document.querySelector("#summary")?.textContent === sum && document.querySelector("h1").textContent === title, analyze(plain(story)).summary, story[0]));
      await sums(FIRST);
      await scrollTo(1);
      await sums(SECOND);
      await reader.inOwn(() => reader.run(() => document.querySelector(".ledger.sources .go").click()));
      await pause(1500);
      assert.ok(await reader.run(() => document.querySelectorAll("article")[1].contains([...CSS.highlights.get("caveat-lector-here-light")][0].startContainer)));
      await sums(SECOND);
      await reader.showOwn("");
    });

    it("says where a story comes from, by its headline's link or the address that the site gives it", async () => {
      await site.mark("endless.html", marksOf(FIRST));
      await reader.run(append, article(SECOND) + article([`<a href="/ferries">${THIRD[0]}</a>`, ...THIRD.slice(1)]));
      await site.marked(marksOf(...ALL));
      await scrollTo(1);
      await isRead(SECOND);
      await reader.run(() => history.replaceState(null, "", "/bridge"));
      assert.equal((await reader.ask({ do: "article" })).address, `${site.server.url}bridge`);
      await scrollTo(2);
      const { title, address } = await isRead(THIRD);
      assert.deepEqual([title, address], [THIRD[0], `${site.server.url}ferries`]);
      await reader.run(() => history.replaceState(null, "", "/endless.html"));
      await scrollTo(0);
      assert.deepEqual(await isRead(FIRST).then(({ title, address }) => [title, address]), ["Marenna weighs a ban", "https://courier.example/ban"]);
    });

    it("keeps an open card, and goes on to the story when it is closed", async () => {
      await site.mark("endless.html", marksOf(FIRST));
      for (let step = 0; step < 3; step += 1) await reader.button("Next ›");
      const [card, here] = [await site.card(), await reader.here()];
      await reader.run(append, article(SECOND));
      await site.marked(marksOf(FIRST, SECOND));
      assert.deepEqual([await site.card(), await reader.here()], [card, here]);
      await scrollTo(1);
      await pause(1500);
      assert.equal(await site.card(), card);
      await isRead(FIRST);
      await reader.session.actions().sendKeys(Key.ESCAPE).perform();
      await isRead(SECOND);
      await reader.button("Next ›");
      await site.carded(`“${marksOf(SECOND)[0].split(": ")[1]}”`);
    });

    it("explains a mark of another story, and turns to it", async () => {
      await site.mark("loaded.html", marksOf(...ALL));
      await reader.run(() => document.querySelectorAll("article h1")[1].scrollIntoView({ block: "end" }));
      await reader.run(() => scrollBy(0, 120));
      await pause(1500);
      await isRead(FIRST);
      const { x, y } = await reader.run(() => {
        const [node] = [...document.querySelectorAll("article")][1].querySelector("h1").childNodes;
        const range = document.createRange();
        range.setStart(node, node.data.indexOf("planned"));
        range.setEnd(node, node.length);
        const rect = range.getBoundingClientRect();
        return { x: Math.round(rect.x + rect.width / 2), y: Math.round(rect.y + rect.height / 2) };
      });
      await reader.session.actions().move({ x, y }).click().perform();
      await site.carded(`“${marksOf(SECOND)[0].split(": ")[1]}”`);
      await isRead(SECOND);
    });

    it("ignores a mark in one story, and a rule in all", async () => {
      await site.mark("loaded.html", marksOf(...ALL));
      await scrollTo(2);
      await isRead(THIRD);
      await reader.button("Next ›");
      await reader.button("Ignore this rule", ".caveat-lector-card");
      const rule = analyze(plain(THIRD)).findings[0].rule;
      const left = ALL.flatMap((story) => analyze(plain(story)).findings.filter((found) => found.rule !== rule).map(({ category, text }) => `${category}: ${text}`));
      await site.marked(left);
    });

    it("notices a story soon on a page that changes all the time", async () => {
      await site.mark("ticker.html", marksOf(FIRST));
      await pause(11_500);
      await reader.run(append, article(SECOND));
      const since = Date.now();
      await site.marked(marksOf(FIRST, SECOND));
      assert.ok(Date.now() - since < 4500, `marked after ${Date.now() - since} ms`);
    });

    it("lets a story go that the site takes away", async () => {
      await site.mark("loaded.html", marksOf(...ALL));
      await scrollTo(1);
      await isRead(SECOND);
      await reader.run(() => document.querySelector("article").remove());
      await site.marked(marksOf(SECOND, THIRD));
      await isRead(SECOND);
      await reader.run(() => document.querySelector("article").remove());
      await site.marked(marksOf(THIRD));
      await isRead(THIRD);
    });

    it("reads a live report as one article, whatever its posts are", async () => {
      await site.visit("posts.html");
      await reader.toggle();
      const { text, address } = await reader.ask({ do: "article" });
      assert.ok(text.includes("Post 0") && text.includes("Post 1"));
      await reader.run(append, posts[2]);
      await reader.session.wait(async () => (await reader.ask({ do: "article" })).text.includes("Post 2"), 10_000);
      const from = await reader.ask({ do: "article" });
      assert.deepEqual([from.address, from.text.startsWith("Marenna weighs a ban")], [address, true]);
      assert.deepEqual(await reader.marks(), words(from.text));
    });
  });
}
