// Pages that show whole further stories below the first one, and pages that are one text. It needs no browser.
import assert from "node:assert/strict";
import { describe } from "node:test";
import "../../extension/content/nodes.js";
import "../../extension/content/stories.js";
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
