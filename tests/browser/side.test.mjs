// The ledgers stay beside the article while the page scrolls; how to read the marks is at the foot of the page.
import assert from "node:assert/strict";
import { it } from "./retry.mjs";
import { STORY, suite } from "./suite.mjs";

const ITEMS = Array.from({ length: 16 }, (_, number) => `Item ${number} may be built, according to two officials of department ${number}. Parliament has yet to vote on it, and critics say that it could hurt trade.`);
const QUIET = Array.from({ length: 80 }, (_, number) => `The harbour stayed open on day ${number}. Ships came in at dawn, and the crews went home in the evening, as they had done for years.`);
const LONG = [STORY, ...ITEMS, ...QUIET].join("\n\n");

suite(({ page, article }) => {
  const side = () => page.run(() => (({ top, bottom }) => ({ top, bottom }))(document.querySelector(".side").getBoundingClientRect()));
  const bar = () => page.run(() => document.querySelector(".masthead").getBoundingClientRect().bottom);
  const near = (one, other) => Math.abs(one - other) <= 1;
  // A page that has just been drawn returns to its top.
  const scroll = async (to) => {
    await page.still();
    const there = async () => {
      await page.run((to) => scrollTo(0, to), to);
      await page.still();
      return near(await page.run(() => scrollY), to);
    };
    assert.ok(await page.settles(there), `the page is at ${await page.run(() => scrollY)}, not ${to}`);
  };

  it("shows the end of a long panel on the way down, and its beginning on the way up", async () => {
    for (const [width, height] of [[1440, 900], [1280, 720]]) {
      await page.resize(width, height);
      await article(LONG);
      await page.run(() => [...document.querySelectorAll(".ledger.sources button")].find((button) => /^Show all/.test(button.textContent)).click());
      await page.until((height) => document.querySelector(".side").offsetHeight > height, height);
      await page.still();
      const { top, bottom } = await side();
      assert.ok(bottom - top > height, `the panel is longer than the window: ${bottom - top}`);
      await scroll(bottom - top + 900);
      assert.ok(await page.settles(async () => near((await side()).bottom, height)), `${width} down: ${JSON.stringify(await side())}`);
      // A little up, it goes with the page, as soon as the page has turned.
      await page.run(() => scrollBy(0, -1));
      await page.still();
      const before = await side();
      await page.run(() => scrollBy(0, -100));
      await page.still();
      assert.ok(near((await side()).top, before.top + 100), `${width} a little up: ${JSON.stringify(await side())}`);
      // Far up, it stops at its beginning, before the page does.
      await page.run((by) => scrollBy(0, -by), bottom - top - height + 100);
      await page.still();
      assert.ok((await page.run(() => scrollY)) > 100, "the page is not at its top");
      assert.ok(await page.settles(async () => (await side()).top >= (await bar())), `${width} up: ${JSON.stringify(await side())}`);
    }
  });

  it("keeps the place in the article when a tab shows the other ledger from its first row", async () => {
    await page.resize(1440, 900);
    await article(LONG);
    await scroll(3000);
    await page.run(() => document.querySelector("#decisions-tab").click());
    await page.until(() => document.activeElement?.id === "decisions-tab");
    await page.still();
    assert.equal(await page.run(() => scrollY), 3000);
    const first = await page.run(() => document.querySelector(".ledger.decisions .go").getBoundingClientRect().top);
    assert.ok(first > (await bar()) && first < 300, `the first row is at ${first}`);
    assert.equal(await page.has(".from-ledger"), false);
  });

  it("brings a row to the keyboard without moving the page", async () => {
    await page.resize(1280, 720);
    await article(LONG);
    await page.run(() => [...document.querySelectorAll(".ledger.sources button")].find((button) => /^Show all/.test(button.textContent)).click());
    await scroll(4000);
    await page.run(() => document.querySelector(".ledger.sources .go").focus());
    await page.still();
    const row = () => page.run(() => document.querySelector(".ledger.sources .go").getBoundingClientRect().top);
    assert.ok(await page.settles(async () => (await row()) > (await bar()) && (await row()) < 720), `the row is at ${await row()}`);
    assert.ok(near(await page.run(() => scrollY), 4000), `the page is at ${await page.run(() => scrollY)}`);
  });

  it("fits the foot into its column while the reader writes", async () => {
    await page.resize(1024, 768);
    await page.openAnew();
    await (await page.find("#text")).sendKeys("The bridge might close");
    await page.until(() => document.querySelector("#article mark") && document.querySelector(".about"));
    assert.ok(await page.run(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the window");
  });

  it("puts how to read the marks below everything else", async () => {
    for (const size of [[1440, 900], [820, 1180], [390, 844]]) {
      await page.resize(...size);
      await article(STORY);
      const [foot, others] = await page.run(() => {
        const end = (selector) => document.querySelector(selector).getBoundingClientRect().bottom;
        return [document.querySelector(".about").getBoundingClientRect().top, Math.max(end("#article"), end(".side"))];
      });
      assert.ok(foot >= others, `${size}: the foot at ${foot}, the rest ends at ${others}`);
    }
  });
});
