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

/** A source that takes several lines of a phone. */
const LONG_MARK = `${STORY}\n\nThe boats could sail within a week, according to two officials briefed on the plan, who spoke on condition of anonymity because they were not authorised to speak publicly. ${"It rained. ".repeat(300)}`;

/** Words outside of the article's text that are broken over two lines, parts that are cut off, and what reaches out of the window. */
function broken() {
  const out = new Set();
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("#shell, textarea, .skip, .heard, [aria-hidden=true], .finder:not(.open), .message:not(.open), #article .sections > section > :not(h1, h2)");
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines = (node, from, to) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].filter((line) => line.width > 1);
  };
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.parentElement || !shown(node.parentElement)) continue;
    for (const word of node.data.matchAll(/[^\s–—/·‑-]{3,}/g)) {
      const tops = lines(node, word.index, word.index + word[0].length).map((line) => line.top);
      if (Math.max(...tops) - Math.min(...tops) > 8) out.add(`“${word[0]}” is broken in ${node.parentElement.className || node.parentElement.tagName}`);
    }
  }
  const name = document.querySelector(".masthead .name"), room = name.getBoundingClientRect();
  const [title, motto] = [name.firstChild, name.querySelector("small").firstChild].map((node) => lines(node, 0, node.data.length));
  if (title.some((line) => line.right > room.right + 1 || line.bottom > room.bottom + 4)) out.add("the name is cut");
  if (motto.some((line) => line.top < room.bottom - 4 && line.right > room.right + 1)) out.add("the motto is cut");
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) out.add(`the page is ${document.documentElement.scrollWidth} wide`);
  return [...out];
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
      await page.still();
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

  it("breaks no word and cuts no name, whatever the window, the size of the text and the width of its lines", async () => {
    await article(LONG);
    await page.run(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
    for (const text of ["small", "usual", "large", "largest"]) {
      for (const line of ["narrow", "usual", "wide"]) {
        await page.run((text, line) => {
          document.documentElement.setAttribute("data-text-size", text);
          document.documentElement.setAttribute("data-line-width", line);
        }, text, line);
        for (const width of [320, 360, 390, 600, 820, 1000, 1060, 1280, 1440]) {
          await page.resize(width, 900);
          // WebKit comes to rest a moment after it has taken the size.
          let found;
          await page.settles(async () => (found = await page.run(broken)).length === 0);
          assert.deepEqual(found, [], `${width} wide, ${text} text, ${line} lines`);
        }
      }
    }
    assert.deepEqual(await page.faults(), [], "no change of size is an error of the page");
  });

  it("shows the whole mark above the sheet that explains it, or else its beginning", async () => {
    await article(LONG_MARK);
    for (const name of ["phone", "phone held sideways", "small phone", "zoom of 200 %"]) {
      await page.resize(...SIZES[name]);
      // The heights of sections out of view follow the width.
      await page.still();
      for (const share of [0.1, 0.5, 0.9]) {
        await page.run((share) => {
          const mark = [...document.querySelectorAll("#article mark.source")].at(-1);
          scrollBy(0, mark.getBoundingClientRect().top - share * innerHeight);
          mark.click();
        }, share);
        await page.until(() => document.querySelector(".card"));
        await page.until(() => document.getAnimations().length === 0);
        await page.still();
        const { first, last, top, bottom } = await page.run(() => {
          const lines = [...document.querySelectorAll("mark.current")].flatMap((mark) => [...mark.getClientRects()]);
          const [bar, card] = [".masthead", ".card"].map((part) => document.querySelector(part).getBoundingClientRect());
          return { first: lines[0].top, last: lines.at(-1).bottom, top: bar.bottom, bottom: card.top };
        });
        assert.ok(first >= top, `${name}, mark at ${share}: its first line is at ${first}, below ${top}`);
        assert.ok(last <= bottom || first < top + 20, `${name}, mark at ${share}: ${first} to ${last} between ${top} and ${bottom}`);
        await page.press("\uE00C");
      }
    }
  });

  it("keeps the bar of places to the column of the article", async () => {
    await article(LONG);
    for (const [name, size] of Object.entries(SIZES)) {
      await page.resize(...size);
      await page.run(() => document.querySelector(".ledger .go").click());
      await page.until(() => document.querySelector(".finder.open .to-list"));
      await page.still();
      const [bar, column, head] = await page.run(() => [".finder", "#article", ".masthead"].map((part) => document.querySelector(part).getBoundingClientRect()).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })));
      assert.ok(bar.left >= column.left - 1 && bar.right <= column.right + 1, `${name}: ${bar.left} to ${bar.right}, the article ${column.left} to ${column.right}`);
      assert.ok(bar.top >= head.bottom && bar.top < head.bottom + 20, `${name}: at ${bar.top}`);
    }
    await page.press("\uE00C");
  });

  it("knows how high a very long article is, and comes to its end with one key", async () => {
    const sentence = (number) => `Item ${number} of the list, which the council of the harbour may discuss, was left for later.`;
    const paragraph = (number) => Array.from({ length: 1 + (number * 7) % 9 }, (_, place) => sentence(number * 10 + place)).join(" ");
    const text = Array.from({ length: 400 }, (_, number) => (number % 40 === 7 ? `Part ${number}` : paragraph(number))).join("\n\n");
    for (const size of [SIZES.desktop, SIZES.phone]) {
      await page.resize(...size);
      await article(text);
      await page.until(() => document.querySelector(".sections.whole"));
      await page.still();
      const [expected, is] = await page.run(() => {
        const sections = [...document.querySelectorAll(".sections > section")].slice(1, -1);
        const sum = (all) => all.reduce((one, other) => one + other, 0);
        const expected = sum(sections.map((section) => parseFloat(section.style.getPropertyValue("contain-intrinsic-height").replace("auto", ""))));
        sections.forEach((section) => (section.style.contentVisibility = "visible"));
        const is = sum(sections.map((section) => section.getBoundingClientRect().height));
        sections.forEach((section) => (section.style.contentVisibility = ""));
        return [expected, is];
      });
      assert.ok(Math.abs(expected / is - 1) < 0.1, `${size}: ${expected} expected, ${is} high`);
      await article(text);
      await page.until(() => document.querySelector(".sections.whole"));
      await page.run(() => document.querySelector("#article").focus({ preventScroll: true }));
      await page.press("\uE010");
      await page.until(() => scrollY > innerHeight);
      await page.still();
      assert.ok(await page.settles(() => page.run(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2)), `${size}: End does not reach the end`);
    }
  });

  it("shows the empty page from its top, with the cursor in the box", async () => {
    for (const [name, size] of Object.entries(SIZES)) {
      await page.resize(...size);
      await article(LONG);
      await page.click("#new-text");
      await page.until(() => document.activeElement?.id === "text" && document.querySelector(".introduction"));
      await page.still();
      assert.equal(await page.run(() => scrollY), 0, name);
    }
  });

  it("gives a finger 24 pixels for each number that leads to its places", async () => {
    await article(LONG);
    await page.resize(...SIZES.phone);
    const low = await page.run(() => [...document.querySelectorAll(".glance .counts, .ledger .counts")].filter((link) => link.checkVisibility()).map((link) => [link.textContent, link.getClientRects()[0].height]).filter(([, height]) => height < 24));
    assert.deepEqual(low, []);
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
      const chosen = await page.run(() => document.querySelector("#text").value.slice(document.querySelector("#text").selectionStart, document.querySelector("#text").selectionEnd));
      assert.deepEqual(await page.lit("here"), [chosen], "the words are lit in the preview");
      await page.click("#edit");
      await page.until(() => document.querySelector(".editor.away") && !CSS.highlights.get("here")?.size);
    }
  });

  it("opens the box in view beside the article", async () => {
    await article(LONG);
    await page.resize(1280, 720);
    await page.run(() => scrollTo(0, 0));
    await page.click("#edit");
    await page.until(() => document.activeElement.id === "text" && document.activeElement.getBoundingClientRect().top < innerHeight / 3);
    await page.click("#edit");
  });

  it("keeps rows and headings clear of the tabs of the ledgers", async () => {
    await article(LONG);
    await page.resize(1280, 720);
    await page.run(() => document.querySelector(".ledger:not(.put-away) li:nth-child(2) .go").scrollIntoView({ behavior: "instant" }));
    const [tabs, row] = await page.run(() => [".tabs", ".ledger:not(.put-away) li:nth-child(2) .go"].map((part) => document.querySelector(part).getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
    assert.ok(row.top > tabs.bottom, `${row.top} > ${tabs.bottom}`);
  });

  it("keeps the buttons of a dialog in view, and says that a card has more", async () => {
    await article(LONG);
    for (const size of [SIZES.phone, SIZES["phone held sideways"]]) {
      await page.resize(...size);
      for (const id of ["export", "privacy"]) {
        await page.choose(id);
        await page.until(() => document.querySelector("dialog[open]"));
        const hidden = await page.run(() => [...document.querySelectorAll("#download, #copy-export, .closing button")].filter((button) => {
          const { left, top, width, height } = button.getBoundingClientRect();
          return !button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }).map((button) => button.textContent));
        assert.deepEqual(hidden, [], `${id}, ${size}`);
        await accessible(`${id}, ${size}`);
        await page.press("\uE00C");
        await page.until(() => !document.querySelector("dialog[open]"));
      }
    }
    await page.run(() => document.querySelector("#article mark.source").click());
    await page.until(() => document.querySelector(".told"));
    await accessible("a card that scrolls");
    assert.equal(await page.run(() => document.querySelector(".told").scrollHeight > document.querySelector(".told").clientHeight), true);
    await page.press("\uE00C");
  });

  it("shows the whole name of what the reader goes through, and what is wrong with a search", async () => {
    await article(LONG);
    for (const size of [SIZES.phone, [1440, 900]]) {
      await page.resize(...size);
      const cut = () => page.run(() => [...document.querySelectorAll(".finder p, .finder p *")].filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== "inline").map((part) => part.textContent));
      for (const link of [0, 1, 2]) {
        await page.run((link) => document.querySelectorAll("#summary .counts")[link].click(), link);
        await page.until(() => document.querySelector(".finder.open b"));
        assert.deepEqual(await cut(), [], `tour ${link}, ${size}`);
      }
      await page.press("f");
      await page.until(() => document.activeElement.type === "search");
      await page.press(..."/[a/");
      await page.until(() => document.querySelector(".finder p").textContent.includes("(character 2)"));
      assert.deepEqual(await cut(), [], `search, ${size}`);
      await page.press("\uE00C");
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
    assert.match(await page.text("#decisions-tab"), /^Undecided matters \d+$/);
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
