// The way back: from a tour to its ledger, from another mode to the same place of the article, from a sample to the reader's own text.
import assert from "node:assert/strict";
import { it } from "./retry.mjs";
import { STORY, suite } from "./suite.mjs";

const LONG = `${STORY}\n\n${Array.from({ length: 30 }, (_, number) => `Item ${number} may be built, according to two officials of department ${number}. Parliament has yet to vote on it, and critics say that it could hurt trade.`).join("\n\n")}`;
const SIZES = [[1440, 900], [1280, 720], [820, 1180], [390, 844]];

suite(({ page, article, accessible }) => {
  const down = () => page.run(() => scrollY);
  const scroll = async (to) => {
    await page.run((to) => scrollTo(0, to), to);
    await page.still();
    return down();
  };
  const isAt = async (place, what) => {
    const near = async () => Math.abs((await down()) - place) <= 1;
    assert.ok(await page.settles(near), `${what}: ${await down()}, not ${place}`);
    await page.still();
    assert.ok(await near(), `${what}: ${await down()}, not ${place}`);
  };

  /** A click that does not scroll first, as that of a driver does. */
  const press = (selector) => page.run((selector) => document.querySelector(selector).click(), selector);

  it("leads back to the row of a ledger, in the same place of the window", async () => {
    for (const size of SIZES) {
      await page.resize(...size);
      await article(LONG);
      await page.run(() => document.querySelectorAll(".ledger.sources .go")[4].scrollIntoView({ block: "center" }));
      await page.still();
      const row = () => page.run(() => document.querySelectorAll(".ledger.sources .go")[4].getBoundingClientRect().top);
      const before = await row();
      await page.run(() => document.querySelectorAll(".ledger.sources .go")[4].click());
      await page.until(() => document.querySelector(".finder.open .to-list"));
      await page.still();
      await accessible("tour from a ledger");
      await page.click(".finder .to-list");
      await page.until(() => document.activeElement === document.querySelectorAll(".ledger.sources .go")[4]);
      await page.still();
      assert.ok(await page.settles(async () => Math.abs((await row()) - before) <= 1), `${size}: ${await row()}, not ${before}`);
      assert.equal(await page.has(".finder.open"), false);
    }
    await page.run(() => document.querySelector(".counts.hedge").click());
    await page.until(() => document.querySelector(".finder.open"));
    assert.equal(await page.has(".to-list"), false, "a tour from the summary has no list");
    await page.press("\uE00C");
  });

  it("comes back from editing, practice and comparison to the same place", async () => {
    for (const size of SIZES) {
      await page.resize(...size);
      await article(LONG);
      await page.still();
      for (const place of [0, 900]) {
        const before = await scroll(place);
        await press("#edit");
        await page.until(() => document.activeElement?.id === "text");
        await page.still();
        await press("#edit");
        await page.until(() => document.querySelector(".editor.away"));
        await isAt(before, `${size}, from the box`);
        for (const mode of ["practise", "compare"]) {
          await press(`#${mode}`);
          await page.until(() => document.querySelector("#back"));
          await page.still();
          await press("#back");
          await page.until(() => document.querySelector("#article .sections.whole"));
          await isAt(before, `${size}, from ${mode}`);
        }
      }
    }
  });

  it("leads from the filters to the list of what is ignored", async () => {
    await page.resize(1280, 720);
    await article(LONG);
    await press("#article mark.hedge");
    await page.until(() => document.querySelector(".ignoring button"));
    await press(".ignoring button");
    await page.until(() => document.querySelector(".filters summary small").textContent === "1 ignored");
    await press(".filters summary");
    await accessible("ignored marks in the filters");
    await press("#to-ignored");
    await page.until(() => document.activeElement?.textContent === "Ignored" && document.activeElement.getBoundingClientRect().top < innerHeight);
  });

  it("opens the menu at its top, without the mode that the reader is in", async () => {
    await page.resize(390, 400);
    await article();
    const open = async () => {
      await page.click("#more");
      await page.until(() => document.querySelector("#menu:popover-open"));
    };
    await open();
    await page.run(() => (document.querySelector("#menu").scrollTop = 200));
    await page.press("\uE00C");
    await open();
    await page.until(() => document.querySelector("#menu").scrollTop === 0);
    await page.press("\uE00C");
    for (const mode of ["practise", "compare"]) {
      await page.choose(mode);
      await page.until(() => document.querySelector("#back"));
      await open();
      assert.equal(await page.has(`#${mode}`), false);
      await page.press("\uE00C");
      await page.click("#back");
      await page.until(() => document.querySelector("#edit"));
    }
  });

  it("gives the reader's text back after the sample of two versions, unless the sample was changed", async () => {
    await page.resize(1280, 900);
    await article("It may rain.");
    const text = () => page.run(() => document.querySelector("#text").value);
    const compareSample = async () => {
      await page.choose("compare");
      await page.click("#sample-versions");
      await page.until(() => document.querySelector(".pairs"));
    };
    await compareSample();
    await page.click("#back");
    await page.until(() => document.querySelector("#article mark"));
    assert.equal(await text(), "It may rain.");
    assert.equal(await page.has(".put-aside button"), false);
    await compareSample();
    await page.run(() => {
      const later = document.querySelector("#later");
      later.value += " It may snow.";
      later.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await page.click("#back");
    await page.until(() => document.querySelector("#article mark"));
    assert.match(await text(), /It may snow\.$/);
    await page.openAnew();
    await compareSample();
    await page.click("#back");
    await page.until(() => document.querySelector(".introduction"));
    assert.equal(await text(), "");
  });
});
