// Nothing overlaps, nothing is cut off, nothing hides: at every size of the window, reading and writing, at the top and at the bottom.
import assert from "node:assert/strict";
import { it } from "./retry.mjs";
import { STORY, suite } from "./suite.mjs";

const SIZES = { desktop: [1440, 900], laptop: [1280, 720], tablet: [820, 1180], phone: [390, 844], "phone held sideways": [844, 390], "zoom of 200 %": [720, 450], "small phone": [320, 568] };

const PARAGRAPH = "The plan may fail, according to two officials briefed on it. “It seems dead,” Senator Ana Ruiz said on May 5. Parliament has yet to vote on the harbour levy, and critics say that it could hurt trade. The ministry is weighing a ban.";
const LONG = `${STORY}\n\n${Array.from({ length: 14 }, (_, number) => `${PARAGRAPH} Item ${number + 1} of the list was not discussed.`).join("\n\n")}`;

/** What is wrong in the window as it is: parts that overlap or reach out of it, and the height or width that is too much. */
function faults() {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().height > 0;
  const name = (element) => element.id || element.className || element.tagName;
  const parts = [".editor", ".paper", ".side", ".glance", ".strip-column", ".introduction", ".samples"].flatMap((selector) => [...document.querySelectorAll(selector)]).filter(shown);
  const out = [];
  const covers = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  for (const [at, part] of parts.entries()) {
    for (const other of parts.slice(at + 1)) {
      if (covers(part.getBoundingClientRect(), other.getBoundingClientRect())) out.push(`${name(part)} covers ${name(other)}`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) out.push(`the page is ${document.documentElement.scrollWidth} wide`);
  for (const element of document.querySelectorAll("a, button, input, textarea, summary, [tabindex]")) {
    const box = element.getBoundingClientRect();
    if (!shown(element) || element.closest(".wide, .skip, .finder:not(.open), .message:not(.open), .heard, [popover]:not(:popover-open)")) continue;
    if (box.left < -1 || box.right > innerWidth + 1) out.push(`${name(element)} is out of the window: ${box.left} to ${box.right}`);
  }
  for (const scroller of document.querySelectorAll("main *")) {
    const { overflowY } = getComputedStyle(scroller);
    if (/auto|scroll/.test(overflowY) && scroller.scrollHeight > scroller.clientHeight + 1 && shown(scroller) && scroller.tagName !== "TEXTAREA") out.push(`${name(scroller)} scrolls inside the page`);
  }
  return out;
}

suite(({ page, article, accessible }) => {
  const places = async (what) => {
    for (const place of ["top", "bottom"]) {
      await page.run((place) => scrollTo(0, place === "top" ? 0 : document.body.scrollHeight), place);
      await page.still();
      assert.deepEqual(await page.run(faults), [], `${what}, at the ${place}`);
    }
  };

  it("holds at every size, empty, reading and writing, at the top and at the bottom", async () => {
    const everywhere = async (what) => {
      for (const [name, size] of Object.entries(SIZES)) {
        await page.resize(...size);
        await places(`${name}, ${what}`);
      }
    };
    await page.openAnew();
    await everywhere("empty");
    await article(LONG);
    await everywhere("reading");
    await page.run(() => scrollTo(0, 0));
    await page.still();
    await page.click("#edit");
    await page.until(() => document.activeElement?.id === "text");
    await everywhere("writing");
  });

  it("shows every explanation whole, beside its mark", async () => {
    await article(LONG);
    for (const [name, size] of Object.entries(SIZES)) {
      await page.resize(...size);
      for (const share of [0.25, 0.9]) {
        await page.run((share) => {
          const marks = [...document.querySelectorAll("#article mark")];
          const mark = marks[Math.floor(marks.length / 2)];
          scrollBy(0, mark.getBoundingClientRect().top - share * innerHeight);
          mark.click();
        }, share);
        await page.until(() => document.querySelector(".card"));
        await page.until(() => document.getAnimations().length === 0);
        await page.still();
        const found = await page.run(() => {
          const card = document.querySelector(".card").getBoundingClientRect();
          const bar = document.querySelector(".masthead").getBoundingClientRect();
          const close = document.querySelector(".card .close").getBoundingClientRect();
          const mark = document.querySelector("mark.current").getClientRects()[0];
          const out = [];
          if (card.top < bar.bottom - 1 || card.bottom > innerHeight + 1 || card.left < 0 || card.right > innerWidth + 1) out.push(`the card is cut: ${card.top} to ${card.bottom} of ${innerHeight}`);
          if (close.bottom > innerHeight + 1 || close.bottom > card.bottom + 1) out.push("its buttons are out of view");
          if (mark.top < card.bottom && card.top < mark.bottom && mark.left < card.right && card.left < mark.right) out.push("it covers its mark");
          if (mark.top < bar.bottom - 1 || mark.bottom > innerHeight) out.push(`its mark is out of view: ${mark.top}`);
          return out;
        });
        assert.deepEqual(found, [], `${name}, mark at ${share}`);
        await page.press("\uE00C");
      }
    }
  });

  it("opens the box in view at the words to edit", async () => {
    await article(LONG);
    for (const size of [SIZES.phone, SIZES["phone held sideways"]]) {
      await page.resize(...size);
      await page.run(() => [...document.querySelectorAll("#article mark")].at(-1).click());
      await page.until(() => document.querySelector("#edit-here"));
      await page.run(() => document.querySelector("#edit-here").click());
      await page.until(() => {
        const box = document.querySelector("#text");
        const { top, bottom } = box.getBoundingClientRect();
        return document.activeElement === box && box.selectionEnd > box.selectionStart && top >= 0 && top < innerHeight && bottom > 0;
      });
      await page.still();
      assert.equal(await page.run(() => scrollY), 0);
      await page.click("#edit");
      await page.until(() => document.querySelector(".editor.away"));
    }
  });

  it("puts the explanation into the margin where there is room", async () => {
    await page.resize(1440, 900);
    await article(LONG);
    await page.run(() => document.querySelectorAll("#article mark")[1].click());
    await page.until(() => document.querySelector(".card"));
    assert.equal(await page.run(() => document.querySelector(".card").getBoundingClientRect().left >= document.querySelector("#article").getBoundingClientRect().right), true);
    await page.press("\uE00C");
  });

  it("has both ledgers one step away, also from the foot of a long article", async () => {
    await page.resize(1440, 900);
    await article(LONG);
    assert.match(await page.text("#sources-tab"), /^Who speaks \d+$/);
    assert.match(await page.text("#decisions-tab"), /^Open matters \d+$/);
    const open = () => page.run(() => [...document.querySelectorAll(".ledger")].filter((ledger) => ledger.checkVisibility()).map((ledger) => ledger.id));
    assert.deepEqual(await open(), ["sources-panel"]);
    await page.run(() => scrollTo(0, document.body.scrollHeight));
    await page.still();
    await page.click("#decisions-tab");
    assert.deepEqual(await open(), ["decisions-panel"]);
    await page.until(() => document.querySelector("#decisions-panel").getBoundingClientRect().top < innerHeight / 2);
    await page.press("\uE012");
    await page.until(() => document.activeElement.id === "sources-tab");
    assert.deepEqual(await open(), ["sources-panel"]);
    await accessible("tabs");
    await page.resize(390, 844);
    await page.run(() => scrollTo(0, 0));
    await page.still();
    await page.click(".to-ledgers button:last-child");
    await page.until(() => document.activeElement.id === "decisions-tab" && document.activeElement.getBoundingClientRect().top < innerHeight / 2);
    await page.resize(1440, 900);
  });

  it("keeps the bar in view, with the reader's progress", async () => {
    await page.resize(1440, 900);
    await article(LONG);
    await page.still();
    await page.run(() => scrollTo(0, 0));
    await page.until(() => Number(document.querySelector(".progress rect").getAttribute("width")) === 0);
    await page.run(() => scrollTo(0, document.body.scrollHeight));
    await page.until(() => Number(document.querySelector(".progress rect").getAttribute("width")) > 99);
    assert.equal(await page.run(() => document.querySelector(".masthead").getBoundingClientRect().top), 0);
  });
});
