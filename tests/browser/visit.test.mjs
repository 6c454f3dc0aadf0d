// Where the reader is: the Back button, a reload, private visits, and what closes or opens with them.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Key } from "./page.mjs";
import { it } from "./retry.mjs";
import { STORY, suite } from "./suite.mjs";

const LONG = Array.from({ length: 40 }, (_, number) => `Paragraph ${number + 1}. The plan may fail, according to two officials briefed on it. Parliament has yet to vote.`).join("\n\n");

suite(({ page, article }) => {
  const ready = () => page.until(() => document.querySelector("#more"));
  const reload = async () => {
    await page.session.navigate().refresh();
    await ready();
  };
  const focused = (id) => page.until((id) => document.activeElement?.id === id, id);

  it("leaves practice and comparison by the Back button, and enters them again by Forward", async () => {
    await article();
    for (const [item, heading] of [["practise", "practice-title"], ["compare", "versions-title"]]) {
      await page.choose(item);
      await focused(heading);
      await page.session.navigate().back();
      await page.until(() => document.querySelector("#article mark[role]"));
      await page.session.navigate().forward();
      await focused(heading);
      await page.click("#back");
      await page.until(() => document.querySelector("#article mark[role]"));
      await page.choose(item);
      await focused(heading);
      await page.press(Key.ESCAPE);
      await page.until(() => document.querySelector("#article mark[role]"));
    }
    assert.equal(await page.run(() => document.querySelector("#text").value), STORY);
  });

  it("returns after a reload to mode, place and ledger", async () => {
    await article(LONG);
    await page.click("#decisions-tab");
    await page.run(() => [...document.querySelectorAll("#article p")][25].scrollIntoView());
    await page.still();
    const top = () => page.run(() => [...document.querySelectorAll("#article p")].findIndex((row) => row.getBoundingClientRect().top > 0));
    const before = await top();
    // The place is noted when the reader has come to rest.
    await new Promise((later) => setTimeout(later, 600));
    await reload();
    await page.until(() => document.querySelectorAll("#article mark").length > 20 && scrollY > 200);
    await page.still();
    assert.ok(Math.abs((await top()) - before) <= 5, `${await top()}, before ${before}`);
    assert.equal(await page.run(() => document.querySelector("#decisions-tab").getAttribute("aria-selected")), "true");
    await page.click("#edit");
    await focused("text");
    await reload();
    await focused("text");
    await page.click("#read");
    await page.choose("compare");
    await focused("versions-title");
    await reload();
    await page.until(() => document.querySelector("#versions-title"));
    await page.session.navigate().back();
    await page.until(() => document.querySelector("#article mark[role]"));
  });

  it("keeps the marks of an exercise over a reload", async () => {
    await article();
    await page.choose("practise");
    await focused("practice-title");
    await page.run(() => document.querySelector(".lesson").focus());
    await page.press(Key.ARROW_RIGHT, Key.ARROW_RIGHT, "u");
    const marks = (...words) => page.until((words) => [...document.querySelectorAll(".lesson mark")].map((mark) => mark.textContent).join() === words, words.join());
    await marks("weighs");
    await reload();
    await focused("practice-title");
    await marks("weighs");
    await page.click("#back");
    await page.until(() => document.querySelector("#article mark[role]"));
    await page.click("#new-text");
    await page.paste(STORY.replace("Marenna", "Velland"));
    await page.until(() => document.querySelector("#article mark[role]"));
    await page.choose("practise");
    await focused("practice-title");
    assert.equal(await page.has(".lesson mark"), false, "the marks were on another text");
  });

  it("returns after a reload to a place deep in a long article", async () => {
    await article(Array.from({ length: 60 }, () => LONG).join("\n\n"));
    await page.until(() => document.querySelectorAll("#article section").length > 50);
    await page.run(() => document.querySelector(".strip").focus());
    await page.press(Key.END);
    await page.until(() => document.querySelector(".in-view") && scrollY > 10_000);
    await page.still();
    await new Promise((later) => setTimeout(later, 600));
    const before = await page.run(() => document.documentElement.scrollHeight - scrollY);
    await reload();
    await page.until(() => scrollY > 10_000);
    await page.still();
    const now = await page.run(() => document.documentElement.scrollHeight - scrollY);
    assert.ok(Math.abs(now - before) < 2000, `${now} from the end, before ${before}`);
  });

  it("keeps the list of articles until the tab is closed", async () => {
    const dir = mkdtempSync(join(tmpdir(), "caveat-lector-list-"));
    for (const name of ["one", "two"]) writeFileSync(join(dir, `${name}.txt`), `Story ${name}\n\nThe bridge might close, officials said.`);
    await page.openAnew();
    await (await page.find("#files")).sendKeys(["one", "two"].map((name) => join(dir, `${name}.txt`)).join("\n"));
    await page.until(() => document.querySelectorAll(".shelf li").length === 2 && document.querySelector("#article h1")?.textContent === "Story one");
    await page.click(".shelf li:last-child button");
    await page.until(() => document.querySelector("#article h1")?.textContent === "Story two");
    await reload();
    await page.until(() => document.querySelectorAll(".shelf li").length === 2 && document.querySelector("#article h1")?.textContent === "Story two");
    assert.equal(await page.text(".shelf [aria-current]"), "two.txt");
    await page.click(".shelf li:first-child button");
    await page.until(() => document.querySelector("#article h1")?.textContent === "Story one");
    await page.openAnew();
    assert.equal(await page.has(".shelf"), false);
  });

  it("says in the bar that a visit is private, and stays so after a reload", async () => {
    await article();
    await page.choose("privacy");
    await page.click("#private");
    await page.press(Key.ESCAPE);
    await page.until(() => document.querySelector(".private-note")?.checkVisibility());
    assert.equal(await page.run(() => location.hash), "#private");
    await reload();
    assert.equal(await page.has(".private-note"), true);
    assert.equal(await page.run(() => document.querySelector("#text").value), "");
    await page.choose("privacy");
    await page.click("#private");
    await page.press(Key.ESCAPE);
    await page.until(() => !document.querySelector(".private-note"));
    assert.equal(await page.run(() => location.hash), "");
  });

  it("erases only when asked, and puts back what it erased", async () => {
    await article();
    await page.choose("privacy");
    await focused("sheet-title");
    await page.click("#erase");
    await page.until(() => document.querySelector("#nothing-kept"));
    assert.equal(await page.run(() => localStorage.getItem("caveat-lector.text")), null);
    await page.click("#put-back");
    await page.until(() => document.querySelector("#kept"));
    assert.equal(await page.run(() => localStorage.getItem("caveat-lector.text")), STORY);
    assert.equal(await page.has("#put-back"), false);
    await page.press(Key.ESCAPE);
  });

  it("does not open an explanation again that Escape has closed, until the pointer comes back", async () => {
    await article();
    await page.hover("mark.source");
    await page.until(() => document.querySelector(".card"));
    await page.press(Key.ESCAPE);
    await page.until(() => !document.querySelector(".card"));
    await page.run(() => document.querySelector("mark.source").dispatchEvent(new MouseEvent("mouseover", { bubbles: true })));
    await new Promise((later) => setTimeout(later, 700));
    assert.equal(await page.has(".card"), false);
    await page.leave();
    await new Promise((later) => setTimeout(later, 700));
    await page.hover("mark.source");
    await page.until(() => document.querySelector(".card"));
    await page.leave();
  });

  it("opens the text at the words that the reader wants to edit", async () => {
    await page.resize(1440, 900);
    await article();
    await page.click("mark.source");
    await page.until(() => document.querySelector("#edit-here"));
    await page.click("#edit-here");
    await focused("text");
    const selected = () => page.run(() => document.querySelector("#text").value.slice(document.querySelector("#text").selectionStart, document.querySelector("#text").selectionEnd));
    await page.until(() => document.querySelector("#text").selectionEnd > document.querySelector("#text").selectionStart);
    assert.equal(await selected(), "two officials briefed on it");
    await page.click("#read");
  });
});
