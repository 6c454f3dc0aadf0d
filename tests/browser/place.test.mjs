// The reader's line stays where it is, whatever changes around it; what is no article says what to do.
import assert from "node:assert/strict";
import { it } from "./retry.mjs";
import { Key } from "selenium-webdriver";
import { STORY, suite } from "./suite.mjs";

const PARAGRAPHS = Array.from({ length: 40 }, (_, number) => `Crew ${number} may leave the harbour, two officials said. The pilots of day ${number} went home in the evening, as they had done for years, and nobody on the quay had seen them come.`);
const LONG = [STORY, ...PARAGRAPHS].join("\n\n");

suite(({ page, article }) => {
  const near = (one, other, by = 3) => Math.abs(one - other) <= by;
  const topOf = (words) => page.run((words) => [...document.querySelectorAll("#article [data-from]")].find((row) => row.textContent.startsWith(words))?.getBoundingClientRect().top ?? null, words);
  const scrollTo = async (words, top) => {
    await page.still();
    const there = async () => {
      const at = await topOf(words);
      await page.run((by) => scrollBy(0, by), at - top);
      await page.still();
      return near(await topOf(words), top);
    };
    assert.ok(await page.settles(there), `“${words}” is at ${await topOf(words)}`);
  };
  // The line below the bar stays, and what stands below it moves with the height of the lines between.
  const stays = async (words, top, what, by = 12) => assert.ok(await page.settles(async () => near(await topOf(words), top, by)), `${what}: ${await topOf(words)} instead of ${top}`);
  const press = (selector) => page.run((selector) => document.querySelector(selector).click(), selector);

  it("keeps the line with another text size and with an ignored mark", async () => {
    await page.resize(1440, 900);
    await article(LONG);
    await scrollTo("Crew 20", 70);
    await press("#more");
    await press("#text-size button:last-of-type");
    await stays("Crew 20", 70, "larger text");
    await press("#text-size button:first-of-type");
    await stays("Crew 20", 70, "usual text");
    await page.press(Key.ESCAPE);
    await page.run(() => [...document.querySelectorAll("#article [data-from]")].find((row) => row.textContent.startsWith("Crew 21")).querySelector("mark").click());
    await page.until(() => document.querySelector(".card .ignoring button"));
    await press(".card .ignoring button");
    await page.until(() => document.querySelector("#summary").textContent.startsWith("Counting only the marks that are shown (1 is hidden), "));
    await stays("Crew 20", 70, "an ignored mark");
    await press("#undo");
    await stays("Crew 20", 70, "a mark that is back");
  });

  it("keeps the line when the window becomes wider, and on the way back from a ledger", async () => {
    await page.resize(820, 1180);
    await article(LONG);
    await scrollTo("Crew 20", 70);
    await page.resize(1180, 820);
    await stays("Crew 20", 70, "turned");
    await page.resize(820, 1180);
    // The line that was first in the wide window may be another one of its paragraph.
    await stays("Crew 20", 70, "turned back", 80);
    await scrollTo("Crew 20", 70);
    await press("#more");
    await press("#to-decisions");
    await page.until(() => document.activeElement?.id === "decisions-tab");
    await page.still();
    await press(".ledger.decisions .from-ledger button");
    await stays("Crew 20", 70, "back from the ledger");
  });

  it("opens the box beside the words that are read, and leaves the ledgers in view afterwards", async () => {
    await page.resize(1440, 900);
    await article(LONG);
    await scrollTo("Crew 30", 300);
    await press("#edit");
    await page.until(() => document.activeElement?.id === "text");
    const seen = async () => (await topOf("Crew 30")) > -200 && (await topOf("Crew 30")) < 700;
    assert.ok(await page.settles(seen), `“Crew 30” is at ${await topOf("Crew 30")} beside the box`);
    await press("#edit");
    await page.until(() => document.querySelector(".editor.away"));
    const inView = () => page.run(() => (({ top, bottom }) => bottom > 100 && top < innerHeight)(document.querySelector(".side").getBoundingClientRect()));
    assert.ok(await page.settles(inView), "the ledgers are in view");
  });

  it("finds the next place from where the reader is", async () => {
    await page.resize(1440, 900);
    await article(LONG);
    await scrollTo("Crew 20", 300);
    await page.press("f");
    await page.until(() => document.querySelector(".finder input") === document.activeElement);
    await page.press("m", "a", "y");
    await page.until(() => / of /.test(document.querySelector(".finder p span").textContent));
    const [place, all] = (await page.text(".finder p span")).split(" of ").map((number) => Number.parseInt(number, 10));
    assert.ok(place > 15 && place < all, `${place} of ${all}`);
    await page.press(Key.ESCAPE);
  });

  it("goes through the menu by arrow keys, from its button on", async () => {
    await page.resize(1440, 900);
    await article(STORY);
    await page.run(() => document.querySelector("#more").focus());
    await page.press(Key.ENTER);
    await page.until(() => document.querySelector("#menu:popover-open"));
    const order = [];
    for (let step = 0; step < 9; step++) {
      await page.press(Key.ARROW_DOWN);
      order.push(await page.run(() => document.activeElement.id || document.activeElement.getAttribute("aria-label")));
    }
    assert.equal(new Set(order).size, 9, order.join());
    assert.ok(order.includes("practise") && order.includes("export"), order.join());
    await page.press("h");
    assert.ok(await page.has("#menu:popover-open"), "letters are no shortcuts while the menu is open");
    await page.press(Key.ESCAPE);
  });

  it("says what to do with an address, and reads the source of a page formatted", async () => {
    await page.resize(1440, 900);
    await page.paste("https://news.example/harbour");
    await page.until(() => document.querySelector("#summary")?.textContent.startsWith("This is only the address of a page."));
    assert.equal(await page.has("#mark-anyway"), false);
    await page.paste("<h1>Harbour may close</h1><p>The harbour may close, two officials said.</p>");
    await page.until(() => document.querySelector("#summary")?.textContent === "This is the HTML source of a page.");
    await press("#read-source");
    await page.until(() => document.querySelector("#article h1, #article h2")?.textContent === "Harbour may close");
    assert.equal(await page.has("#join"), false);
    await page.paste("# Harbour may close\n\nThe harbour **may** close, [two officials](https://news.example) said.");
    await page.until(() => document.querySelector("#read-source"));
    await press("#read-source");
    await page.until(() => document.querySelector("#article").textContent.includes("The harbour may close, two officials said."));
  });

  it("undoes with Ctrl+Z what the page offers to undo, and never the paste", async () => {
    await article(STORY);
    const marks = await page.run(() => document.querySelectorAll("#article mark").length);
    const undo = () => page.session.actions().keyDown(Key.CONTROL).sendKeys("z").keyUp(Key.CONTROL).perform();
    await press("#article mark");
    await page.until(() => document.querySelector(".card .ignoring button"));
    await press(".card .ignoring button");
    await page.until((marks) => document.querySelectorAll("#article mark").length === marks - 1, marks);
    await undo();
    await page.until((marks) => document.querySelectorAll("#article mark").length === marks, marks);
    await undo();
    await undo();
    await page.run(() => document.execCommand("undo"));
    await page.still();
    assert.equal(await page.run(() => document.querySelectorAll("#article mark").length), marks);
    await press("#edit");
    await page.until(() => !document.querySelector(".editor.away"));
    assert.equal(await page.run(() => document.querySelector("#text").value), STORY);
  });
});
