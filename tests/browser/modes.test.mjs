// Practice, versions, share links, and the page in print, high contrast, narrow and zoomed.
import assert from "node:assert/strict";
import { Key } from "./page.mjs";
import { it } from "./retry.mjs";
import { MARKS, STORY, suite } from "./suite.mjs";

suite(({ engine, page, article, accessible }) => {
  const count = (number) => page.until((number) => document.querySelectorAll("#article mark").length === number, number);
  const focused = (selector) => page.until((selector) => document.activeElement.matches(selector), selector);

  it("hides the marks for practice, and compares phrase by phrase", async () => {
    await article();
    await page.choose("practise");
    await page.until(() => document.activeElement?.id === "practice-title");
    assert.equal(await page.has("mark"), false);
    await accessible("practice");
    await page.run(() => document.querySelector(".lesson").focus());
    const picked = (words) => page.until((words) => [...(CSS.highlights.get("picked") ?? [])].join() === words, words);
    for (const words of ["Marenna", "weighs"]) {
      await page.press(Key.ARROW_RIGHT);
      await picked(words);
    }
    await page.press("u");
    await page.until(() => document.querySelector(".lesson mark.pending")?.textContent === "weighs");
    await page.press(Key.ARROW_RIGHT);
    await page.shift(Key.ARROW_RIGHT);
    await picked("a ban");
    await page.shift(Key.ARROW_LEFT);
    await picked("a");
    await page.press("s");
    await page.run(() => {
      const text = document.querySelectorAll(".lesson [data-from]")[1].firstChild;
      const start = text.textContent.indexOf("ay fail");
      getSelection().setBaseAndExtent(text, start, text, start + 4);
    });
    await picked("may fail");
    await page.click("[data-mark=hedge]");
    await page.until(() => document.querySelectorAll(".lesson mark").length === 3);
    await accessible("guesses");
    await page.click("#reveal");
    await page.until(() => document.querySelector(".tally"));
    assert.equal(await page.text(".tally"), "You found 2 of the 5 phrases that the rules mark. You marked 1 that no rule marks.");
    const rows = await page.run(() => [...document.querySelectorAll(".outcomes li")].map((row) => `${row.className}: ${row.querySelector("button").textContent}`));
    assert.deepEqual(rows, ["both: weighs", "extra: a", "both: may", "missed: two officials briefed on it", "missed: seems", "missed: No final decision"]);
    await accessible("revealed");
    assert.equal(await page.run(() => document.querySelector("#article").getAttribute("aria-label")), "The article with your marks and those of the rules");
    assert.equal(await page.text("#practice-title"), "Practice");
    const results = await page.run(() => document.querySelectorAll(".results li").length);
    await page.session.navigate().refresh();
    await page.until(() => document.querySelectorAll(".outcomes li").length === 6);
    assert.equal(await page.run(() => document.querySelectorAll(".results li").length), results, "the result counts once");
    await page.press(Key.ESCAPE);
    await count(MARKS.length);
  });

  it("compares two versions of a story", async () => {
    await page.openAnew();
    await page.choose("compare");
    await accessible("no versions");
    await page.run(() => {
      for (const [id, text] of [["earlier", "The ferry may have hit a reef. A senior official said nobody was hurt. The port is weighing whether to close the channel. Nobody swam. It rained."], ["later", "The ferry hit a reef. Lena Huld said nobody was hurt. The port closed the channel. Nobody swam. Divers reportedly found a crack."]]) {
        document.getElementById(id).value = text;
        document.getElementById(id).dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
    });
    await page.until(() => document.querySelectorAll(".pairs > li").length === 6);
    const changes = await page.run(() => [...document.querySelectorAll(".changes li")].map((line) => line.textContent));
    assert.deepEqual(changes, ["No longer hedged with “may”.", "“A senior official” is gone; Lena Huld is cited.", "No longer says “weighing”."]);
    assert.match(await page.text(".fates"), /1 hedge dropped.*1 unnamed source gave way to a name.*1 mark of an undecided matter dropped.*Only in the later version: 1 sentence with 1 mark\. Only in the earlier one: 1 sentence\./s);
    await accessible("versions");
    assert.deepEqual(await page.run(() => [...document.querySelectorAll(".changes li")].map((line) => line.className.split(" ")[1])), ["earlier", "both", "earlier"]);
    await page.click(".fates button");
    await page.until(() => document.activeElement.dataset.fates === "stated");
    // What came or went is a change, too: only the sentence that both versions have goes.
    await page.click("#only-changes");
    await page.until(() => [...document.querySelectorAll(".pairs > li")].filter((pair) => pair.checkVisibility()).length === 5);
    await page.session.navigate().refresh();
    await page.until(() => document.querySelectorAll(".pairs > li").length === 6);
    await page.click("#back");
    await page.until(() => document.querySelector("#article"));
    assert.equal(await page.run(() => document.querySelectorAll("#article mark").length), 1, "the later version is the article");
    await page.choose("compare");
    await page.until(() => document.querySelectorAll(".pairs > li").length === 6);
    await page.openAnew();
    await page.choose("compare");
    await page.click("#sample-versions");
    await page.until(() => document.querySelectorAll(".changes li").length >= 6);
    await page.until(() => document.activeElement.id === "changes-title" && document.activeElement.getBoundingClientRect().top < innerHeight / 3);
  });

  it("shares text and filter in a link, asks before it replaces a text, and says when a link is damaged", async () => {
    const text = `${STORY}\n\n“Über 40 %”, 東京 🙂 may.`;
    await article(text);
    await page.click("[data-category=hedge]");
    await page.choose("share");
    await page.until(() => document.querySelector("#share-sheet[open]") && document.querySelector("#link").value);
    await accessible("share sheet");
    const link = await page.run(() => document.querySelector("#link").value);
    assert.ok(link.startsWith(`${page.url}#`), link);
    assert.match(link, /#text1=[\w-]+&show=[\w,-]+$/);
    await page.press(Key.ESCAPE);
    await page.until(() => !document.querySelector("dialog[open]"));
    const visit = async (address) => {
      await page.session.get("about:blank");
      await page.session.get(address);
      await page.until(() => document.querySelector("#more"));
    };
    await page.openAnew();
    await visit(link);
    await page.until(() => document.querySelector("#article mark.pending"));
    assert.equal(await page.run(() => document.querySelector("#text").value), text);
    assert.equal(await page.has("mark.hedge"), false);
    assert.equal(await page.run(() => location.hash), "");
    await article("It may rain.");
    await visit(link);
    await page.until(() => document.querySelector("#accept-link"));
    assert.deepEqual(await page.marks(), ["hedge: may"]);
    await accessible("incoming link");
    await page.click("#refuse-link");
    await focused("#article");
    assert.deepEqual(await page.marks(), ["hedge: may"]);
    await visit(link);
    await page.until(() => document.querySelector("#accept-link"));
    await page.click("#accept-link");
    await page.until(() => document.querySelector("#text").value.startsWith("Marenna"));
    await page.click(".put-aside button");
    await page.until(() => document.querySelector("#text").value === "It may rain.");
    for (const damaged of [link.slice(0, -60).replace("=", "=x"), link.replace(/#.*/, "#text1=%%%"), link.replace(/#.*/, "#text1=AAAA")]) {
      await visit(damaged);
      await page.until(() => document.querySelector(".message p").textContent.includes("damaged"));
      assert.equal(await page.run(() => document.querySelector("#text").value), "It may rain.");
    }
    let seed = 1;
    const noise = Array.from({ length: 90_000 }, () => String.fromCharCode(97 + ((seed = (seed * 48271) % 2147483647) % 26))).join("");
    await article(`It may rain. ${noise}`);
    await page.choose("share");
    await page.until(() => document.querySelector(".message p").textContent.includes("too long for a link"));
  });

  it("fits windows from 320 pixels up without sideways scrolling", async () => {
    const fits = async (state) => assert.deepEqual(await page.tooWide(), [], state);
    for (const [width, height] of [[320, 640], [640, 450], [820, 1180]]) {
      await page.resize(width, height);
      await page.openAnew();
      await fits(`empty, ${width}`);
      await article(`${STORY}\n\n${"Donaudampfschifffahrtsgesellschaft".repeat(8)} may sail.`);
      await fits(`article, ${width}`);
      await page.click(".filters summary");
      await fits(`filters, ${width}`);
      await page.click(".counts.hedge");
      await fits(`tour, ${width}`);
      await page.press(Key.ESCAPE);
      await page.run(() => document.querySelector("mark.source").click());
      await page.until(() => document.querySelector(".card"));
      await fits(`card, ${width}`);
      await page.until(() => {
        const card = document.querySelector(".card").getBoundingClientRect();
        return card.left >= 0 && card.right <= innerWidth;
      });
      await page.press(Key.ESCAPE);
      await page.click("#edit");
      await fits(`edit, ${width}`);
      await page.choose("practise");
      await page.run(() => document.querySelector("#reveal").click());
      await page.until(() => document.querySelector(".tally"));
      await fits(`practice, ${width}`);
      await page.click("#back");
      await page.choose("compare");
      await page.run(() => document.querySelector("#sample-versions").click());
      await page.until(() => document.querySelector(".pairs"));
      await fits(`versions, ${width}`);
      if (width === 320) await accessible("versions on a small phone");
    }
    await page.resize(1280, 900);
  });

  it("keeps its meaning in print, high contrast and forced colours", { skip: engine.name !== "chromium" && "only Chromium lets a test ask for these" }, async () => {
    await article(`${STORY}\n\n${["Ana Ruiz", "Tom Quill", "Lena Huld", "Per Dahl", "Ines Roth", "Olav Brandt", "Mia Kern", "Sven Falk", "Ida Lund", "Kai Moe"].map((name) => `${name} said the port would open.`).join(" ")}`);
    const media = (media, features = []) => page.session.sendDevToolsCommand("Emulation.setEmulatedMedia", { media, features });
    const letter = () => page.run(() => getComputedStyle(document.querySelector("mark[data-letters=S]"), "::after").content);
    const line = (selector) => page.run((selector) => getComputedStyle(document.querySelector(selector)).textDecorationStyle, selector);
    assert.equal(await letter(), "none");
    assert.deepEqual([await line("mark.hedge"), await line("mark.source"), await line("mark.pending")], ["wavy", "dotted", "dashed"]);
    const seen = (selector) => page.run((selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length, selector);
    assert.equal(await seen(".ledger.sources li"), 6);
    await media("print");
    assert.match(await letter(), /\[/);
    assert.equal(await seen(".masthead, .strip, .filters, .editor, .about, .more"), 0);
    assert.equal(await seen("#article mark"), 5);
    assert.equal(await seen(".ledger.sources li"), 11, "print has every row");
    assert.equal(await seen("#summary"), 1);
    await media("screen", [{ name: "prefers-contrast", value: "more" }]);
    assert.match(await letter(), /attr|S/);
    await accessible("high contrast");
    await media("screen", [{ name: "forced-colors", value: "active" }]);
    assert.match(await letter(), /attr|S/);
    await accessible("forced colours");
    await media("screen", [{ name: "prefers-reduced-motion", value: "reduce" }]);
    await page.run(() => document.querySelector("mark").click());
    await page.until(() => document.querySelector(".card"));
    assert.equal(await page.run(() => document.getAnimations().length), 0);
    await media("");
  });
});
