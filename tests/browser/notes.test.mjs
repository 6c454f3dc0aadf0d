// Notes of one's own on passages: by mouse and keyboard, in the article and its list, through edits, exports and links.
import assert from "node:assert/strict";
import { Key, Origin } from "./page.mjs";
import { it } from "./retry.mjs";
import { STORY, suite } from "./suite.mjs";

suite(({ page, article, accessible }) => {
  /** Selects words of the article that stand in one text node. */
  const select = (words) =>
    page.run((words) => {
      const texts = document.createTreeWalker(document.querySelector("#article"), NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const at = texts.currentNode.data.indexOf(words);
        if (at >= 0) return getSelection().setBaseAndExtent(texts.currentNode, at, texts.currentNode, at + words.length);
      }
      throw new Error(`no ${words}`);
    }, words);
  const listed = () => page.run(() => [...document.querySelectorAll(".own-notes li")].map((note) => [...note.querySelectorAll(".go, .gone, .comment")].map((part) => part.textContent).join(" ")));
  const noted = (...expected) => page.until((expected) => [...(CSS.highlights.get("noted") ?? [])].join("|") === expected, expected.join("|"));
  const write = async (comment) => {
    await page.until(() => document.activeElement.id === "note-text");
    await page.press(...comment);
  };
  /** Adds a note to words of the article. */
  const add = async (words, comment) => {
    await select(words);
    await page.until(() => document.querySelector("#add-note"));
    await page.click("#add-note");
    await write(comment);
    await page.click("#save-note");
    await page.until(() => !document.querySelector("dialog[open]"));
  };

  it("adds a note to selected words, changes it and removes it", async () => {
    await article();
    assert.equal(await page.has("#add-note"), false);
    await select("has been made");
    await page.until(() => document.querySelector("#add-note"));
    await page.click("#add-note");
    await write("By whom?");
    assert.equal(await page.text(".passage"), "has been made");
    await accessible("the dialog for a note");
    await page.click("#save-note");
    await noted("has been made");
    assert.deepEqual(await listed(), ["“has been made” By whom?"]);
    await accessible("a page with notes");
    await page.click(".own-notes .change");
    await write(" And when?");
    await page.press(Key.ESCAPE);
    await page.until(() => document.querySelector(".message.open")?.textContent.includes("not saved"));
    assert.deepEqual(await listed(), ["“has been made” By whom?"]);
    await accessible("a note that is not saved");
    await page.click("#go-on");
    await page.until(() => document.querySelector("#note-text")?.value === "By whom? And when?");
    await page.click("#discard-note");
    await page.until(() => !document.querySelector("dialog[open]"));
    assert.deepEqual(await listed(), ["“has been made” By whom?"]);
    await page.click(".own-notes .change");
    await write(" And when?");
    await page.press(Key.ESCAPE);
    await page.until(() => !document.querySelector("dialog[open]"));
    await page.click(".own-notes .change");
    await page.until(() => document.querySelector("#note-text")?.value === "By whom? And when?");
    await page.click("#save-note");
    await page.until(() => document.querySelector(".own-notes .comment")?.textContent === "By whom? And when?");
    await page.open();
    await noted("has been made");
    await page.click(".own-notes .go");
    await page.until(() => document.querySelector(".finder.open"));
    await page.press(Key.ESCAPE);
    await page.click(".own-notes .change");
    await page.click("#remove-note");
    await noted();
    await page.until(() => document.activeElement.id === "undo");
    await accessible("a note that is removed");
    await page.click("#undo");
    await noted("has been made");
    assert.deepEqual(await listed(), ["“has been made” By whom? And when?"]);
    await page.click(".own-notes .change");
    await page.click("#remove-note");
    await noted();
    assert.equal(await page.has(".own-notes"), false);
  });

  it("keeps a note that is not saved, also after a reload, and says so on the card", async () => {
    await article();
    const open = async () => {
      await page.click("mark.pending:last-of-type");
      await page.until(() => document.querySelector(".card #note-here"));
    };
    const offers = (words) => page.until((words) => document.querySelector("#note-here")?.textContent === words, words);
    await open();
    await page.click("#note-here");
    await write("Who decides?");
    await page.press(Key.ESCAPE);
    await offers("Go on writing");
    await page.open();
    await page.until(() => document.querySelector("#article mark"));
    await open();
    await offers("Go on writing");
    await page.click("#note-here");
    await page.until(() => document.querySelector("#note-text")?.value === "Who decides?");
    await page.click("#discard-note");
    await page.until(() => !document.querySelector("dialog[open]"));
    await offers("Add a note");
  });

  it("opens a note where it stands, and shows it on the card of a mark", async () => {
    await article();
    await add("has been made", "By whom?");
    await page.until(() => document.querySelector(".message.open")?.textContent.includes("Your note is saved"));
    await noted("has been made");
    const { x, y } = await page.run(() => {
      const [range] = CSS.highlights.get("noted");
      range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
      const place = range.getBoundingClientRect();
      return { x: Math.round(place.x + place.width / 2), y: Math.round(place.y + place.height / 2) };
    });
    await page.session.actions().move({ x, y, origin: Origin.VIEWPORT }).click().perform();
    await page.until(() => document.querySelector("#note-text")?.value === "By whom?");
    await page.press(Key.ESCAPE);
    await page.click("mark.pending:last-of-type");
    await page.until(() => document.querySelector(".card .quote"));
    await page.click("#note-here");
    await page.until(() => document.activeElement.id === "note-text");
    await page.press(Key.ESCAPE);
    await page.until(() => document.activeElement.id === "note-here");
    assert.equal(await page.has(".message.open"), false, "nothing was written");
    await page.click("#note-here");
    await write("Who decides?");
    await page.click("#save-note");
    await page.until(() => document.activeElement.className === "card");
    await page.until(() => !document.querySelector("dialog[open]"));
    await page.until(() => document.querySelector(".card .noted .comment")?.textContent === "Your note Who decides?");
    await accessible("a card with a note");
  });

  it("takes a note by keyboard, on the mark in focus", async () => {
    await article();
    await page.press("a");
    await page.until(() => document.querySelector(".message.open")?.textContent.includes("Select words"));
    await page.press("n", "n");
    await page.until(() => document.activeElement.matches("mark.hedge"));
    await page.press("a");
    await write("Who thinks so?");
    await page.chord(Key.ENTER);
    await page.until(() => !document.querySelector("dialog[open]"));
    assert.deepEqual(await listed(), ["“may” Who thinks so?"]);
  });

  it("moves along with an edit, and keeps a note whose words are gone", async () => {
    await article();
    for (const [words, comment] of [["has been made", "By whom?"], ["Senator Ana Ruiz", "Ask her."]]) {
      await add(words, comment);
    }
    assert.deepEqual(await listed(), ["“Senator Ana Ruiz” Ask her.", "“has been made” By whom?"]);
    await page.click("#edit");
    await page.run((text) => {
      const box = document.querySelector("#text");
      box.value = text.replace("Senator Ana Ruiz", "She").replace("The plan", "It rained on the capital. The plan");
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, STORY);
    await page.click("#edit");
    await noted("has been made");
    assert.deepEqual(await listed(), ["“has been made” By whom?", "“Senator Ana Ruiz” no longer in the text Ask her."]);
    await page.click("#new-text");
    await page.paste("Another story\n\nNobody may know what has been made.");
    await page.until(() => document.querySelector("#article mark"));
    assert.equal(await page.has(".own-notes"), false, "another article has no notes");
  });

  it("carries notes into exports and links", async () => {
    await article();
    await add("has been made", "By whom?");
    await page.until(() => document.querySelector(".own-notes"));
    await page.choose("export");
    await page.run(() => {
      window.copied = [];
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => window.copied.push(text) } });
    });
    for (const format of ["html", "markdown", "json", "annotation"]) {
      await page.click(`input[value=${format}]`);
      await page.click("#copy-export");
    }
    await page.until(() => window.copied.length === 4);
    for (const copied of await page.run(() => window.copied)) assert.match(copied, /By whom\?/);
    await page.click("dialog .closing button");
    await page.choose("share");
    await page.until(() => document.querySelector("#link")?.value);
    const link = await page.run(() => document.querySelector("#link").value);
    assert.match(link, /&notes=/);
    await page.openAnew();
    assert.equal(await page.has(".own-notes"), false);
    await page.run((link) => (location.hash = new URL(link).hash), link);
    await noted("has been made");
    assert.deepEqual(await listed(), ["“has been made” By whom?"]);
  });
});
