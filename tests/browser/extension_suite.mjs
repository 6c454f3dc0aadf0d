// What the tests of the browser extension share: the article of most pages, and a browser with the extension and a server.
import assert from "node:assert/strict";
import { after, before, beforeEach } from "node:test";
import { analyze } from "../../target/npm/caveat-lector/node.js";
import { servePages, startExtension } from "./extension.mjs";

export const words = (text) => analyze(text).findings.map(({ category, text: marked }) => `${category}: ${marked}`);

/** The article of most pages, as plain text. */
export const STORY = `Marenna weighs a ban

The plan may fail, according to two officials briefed on it, who said that the council had heard enough about the harbour and its traffic.

“It seems dead,” Senator Ana Ruiz said on May 5, when the chamber met for the last time before the summer break.

No final decision has been made, and the port stays open until the end of the year, the mayor’s office wrote on Monday.`;
export const MARKS = words(STORY);
export const LATER = "Later the harbour master added that the ferries might stop at noon, and that nobody had told the crews about it.";
export const [HEADLINE, ...paragraphs] = STORY.split("\n\n");
/** Another article. */
export const OTHER = [
  "A bridge is planned",
  "The council plans to build a bridge over the river, and it could open in spring, said Mayor Tom Berrick at the harbour on Monday.",
  "Talks with the builder are under way, and an official who was not authorised to speak said that the price was still open.",
];

export const article = ([headline, ...texts], attributes = "") => `<article${attributes}><h1>${headline}</h1>${texts.map((text) => `<p>${text}</p>`).join("\n")}</article>`;
export const pageOf = (body, head = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Marenna weighs a ban</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
/** The article of most pages, again and again. Each paragraph has another end: of those that a page has twice, one is read. */
export const weeks = (count) => [HEADLINE, ...Array.from({ length: count }, (_, week) => paragraphs.map((text) => `${text} It was week ${week}.`)).flat()];

/** A browser with the extension, from before the tests of a suite until after them. `made` has pages by name, `change` changes the extension. */
export class Site {
  constructor(engine, { headers = {}, made = {}, change } = {}) {
    before(async () => {
      this.server = await servePages(headers, made);
      this.reader = await startExtension(engine, change);
      await this.reader.begin();
    });
    beforeEach(() => this.reader.forget());
    after(async () => {
      await this.reader?.stop();
      this.server?.close();
    });
  }

  visit(name) {
    return this.reader.visit(this.server.url + name);
  }

  /** Opens a page, marks it and waits for the marks. */
  async mark(name, expected = MARKS, view = undefined) {
    await this.visit(name);
    await this.reader.toggle();
    assert.deepEqual(await this.reader.marks(view), expected, name);
  }

  /** Waits until the page has these marks. */
  async marked(expected, view = undefined) {
    let marks;
    await this.reader.session.wait(async () => ((marks = await this.reader.marks(view)), JSON.stringify(marks) === JSON.stringify(expected)), 15_000).catch(() => {});
    assert.deepEqual(marks, expected);
  }

  /** The words that the open card quotes; null without a card. */
  card() {
    return this.reader.run(() => {
      const card = document.querySelector("caveat-lector")?.shadowRoot.querySelector(".caveat-lector-card:not([hidden])");
      return card?.querySelector(".caveat-lector-quote").textContent ?? null;
    });
  }

  /** Waits until the card quotes these words, or is closed. */
  async carded(expected) {
    let card;
    await this.reader.session.wait(async () => (card = await this.card()) === expected, 15_000).catch(() => {});
    assert.equal(card, expected);
  }
}
