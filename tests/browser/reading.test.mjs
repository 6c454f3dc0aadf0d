// Reading with the page: figures, strip, ledgers, explanations, filters, keys, editing.
import assert from "node:assert/strict";
import { Key, Origin } from "./page.mjs";
import { it } from "./retry.mjs";
import { MARKS, STORY, suite } from "./suite.mjs";

const SPOKEN = "Two officials briefed on it said it may fail. Lena Huld said no.\n\nTom Quill agreed that it was over, two officials briefed on it said. Lena Huld said that parliament has yet to approve it.";
const cells = (selector) => document.querySelector(selector).getAttribute("d").split("M").length - 1;

suite(({ engine, page, article, accessible }) => {
  const count = (number) => page.until((number) => document.querySelectorAll("#article mark").length === number, number);
  const card = (words) => page.until((words) => document.querySelector(".card .quote")?.textContent === words, words);

  it("sums the article up in words and figures, each of which leads to what it counts", async () => {
    await article();
    assert.match(await page.text(".figure.hedge p"), /^in 2 of 4 sentences$/);
    assert.match(await page.text(".figure.source p"), /^1 statement names its source$/);
    assert.match(await page.text(".figure.pending p"), /^in 2 of 4 sentences$/);
    await page.click(".counts.hedge");
    await page.until(() => CSS.highlights.get("here")?.size === 1);
    assert.equal(await page.run(() => document.querySelectorAll(".figure .counts").length), 3);
    assert.equal(await page.places(), "Hedged sentences 1 of 2");
    assert.deepEqual(await page.lit("tour"), ["The plan may fail, according to two officials briefed on it.", "“It seems dead,” Senator Ana Ruiz said on May 5."]);
    await accessible("tour");
    await page.click(".finder [aria-label='Next place']");
    await page.until(() => [...CSS.highlights.get("here")].join() === "“It seems dead,” Senator Ana Ruiz said on May 5.");
    await page.press(Key.ESCAPE);
    await page.until(() => !document.querySelector(".finder.open") && document.activeElement.textContent === "seems");
    assert.equal(await page.has(".card"), false, "the focus comes without the explanation");
    await page.click(".figure.pending .number");
    await page.until(() => [...(CSS.highlights.get("tour") ?? [])].join() === "weighs,No final decision");
    await page.press("n");
    await page.until(() => document.querySelector(".finder p").textContent === "Undecided 2 of 2");
    await page.press(Key.ESCAPE);
  });

  it("shows every sentence in a strip that leads to any of them", async () => {
    const sentence = (number) => `Sentence ${number} is ${number % 3 ? "calm and plain" : "such that it may fail"}.`;
    await article(Array.from({ length: 500 }, (_, block) => Array.from({ length: 4 }, (_, place) => sentence(block * 4 + place)).join(" ")).join("\n\n"));
    await page.until(() => document.querySelector(".strip .cells")?.getAttribute("d"));
    assert.equal(await page.run(cells, ".strip .cells"), 2000);
    assert.equal(await page.run(cells, ".strip .lane.hedge"), 667);
    assert.equal(await page.run(() => document.querySelector(".strip .lane.source").getAttribute("d")), "");
    const strip = await page.find(".strip");
    const view = () => page.run(() => Number(document.querySelector(".in-view").getAttribute("y")));
    const near = (number) => page.until((number) => Math.abs(document.querySelector(".strip").getAttribute("aria-valuenow") - number) < 40, number);
    const shows = (number) => page.until((number) => {
      const row = [...document.querySelectorAll("[data-from]")].find((row) => row.textContent.includes(`Sentence ${number} `))?.getBoundingClientRect();
      return row && row.bottom > 0 && row.top < innerHeight;
    }, number);
    const before = await view();
    const half = Math.round((await strip.getRect()).height / 2);
    const actions = page.session.actions();
    await actions.move({ origin: strip, x: 0, y: 0 }).press().release().perform();
    await near(1000);
    await shows(Number(await page.run(() => document.querySelector(".strip").getAttribute("aria-valuenow"))) - 1);
    await page.until((before) => Number(document.querySelector(".in-view").getAttribute("y")) > before + 100, before);
    await actions.move({ origin: strip, x: 0, y: 0 }).press().move({ origin: Origin.POINTER, x: 0, y: Math.round(half / 2), duration: 200 }).release().perform();
    await near(1500);
    assert.equal(await page.run(() => document.activeElement.className), "strip");
    await page.press(Key.END);
    await shows(1999);
    await page.until(() => document.querySelector(".strip").getAttribute("aria-valuetext") === "Sentence 2,000 of 2,000: nothing marked");
    await page.press(Key.ARROW_UP);
    await page.until(() => document.querySelector(".strip").getAttribute("aria-valuetext") === "Sentence 1,999 of 2,000: hedge");
    await page.press(Key.HOME);
    await page.until(() => document.querySelector(".strip").getAttribute("aria-valuenow") === "1");
    await shows(0);
    await accessible("strip");
  });

  it("lists who speaks and what is open, and lights up every place of a row", async () => {
    await article(SPOKEN);
    await count(4);
    assert.match(await page.text(".ledger.sources"), /2 statements rest on unnamed sources, 3 on named ones\./);
    const rows = (selector) => page.run((selector) => [...document.querySelectorAll(`${selector} ol > li`)].map((row) => row.textContent), selector);
    const [unnamed, ...named] = await rows(".ledger.sources");
    assert.match(unnamed, /^Two officials briefed on itidentity withheldcited in 2 placesHow many2How they knowbriefed on itCited forit may failOne more statement/);
    assert.deepEqual(named.map((row) => row.split("Cited")[0]), ["Lena Huldcited in 2 places", "Tom Quill"]);
    assert.deepEqual(await rows(".ledger.decisions"), ["parliament has yet to approve itexplicitly undecidedWho decidesparliamentSentenceLena Huld said that parliament has yet to approve it."]);
    await page.still();
    await page.click(".ledger.sources li .go");
    await page.until(() => CSS.highlights.get("tour")?.size === 2);
    assert.deepEqual(await page.lit("here"), ["Two officials briefed on it"]);
    assert.equal(await page.run(() => document.activeElement.getAttribute("aria-current")), "true");
    await page.still();
    await page.click(".ledger.sources li .go");
    await page.until(() => [...CSS.highlights.get("here")].join() === "two officials briefed on it");
    await page.still();
    await page.click(".ledger [aria-label='Named sources'] .go");
    await page.until(() => [...CSS.highlights.get("tour")].join() === "Lena Huld,Lena Huld");
    await page.press(Key.ESCAPE);
    await page.still();
    await page.click("#decisions-tab");
    await page.click(".ledger.decisions .go");
    await page.until(() => [...CSS.highlights.get("here")].join() === "has yet to approve");
    await accessible("ledgers");
    await article("Critics say it failed.");
    await page.until(() => document.querySelector(".ledger.decisions")?.textContent.includes("Nothing is marked as undecided."));
    await article("The council is weighing a sale of the mill. No final decision has been made.");
    assert.match((await rows(".ledger.decisions")).join(), /2 marks on this matter/);
    assert.doesNotMatch(await page.text(".ledger.decisions"), /filtered out/);
  });

  it("explains the rule, and ignores a finding or a rule with a way back", async () => {
    await article("It may rain. It may snow. Critics say no.");
    await page.run(() => document.querySelector("mark.hedge").click());
    await card("“may”");
    await page.click(".rule summary");
    const examples = await page.run(() => [...document.querySelectorAll(".rule li")].map((line) => [line.textContent, line.querySelectorAll(".sample-mark").length]));
    assert.ok(examples.length >= 4 && examples.some(([, marks]) => marks) && examples.some(([, marks]) => !marks), JSON.stringify(examples));
    await accessible("rule");
    await page.click(".ignoring button");
    await count(2);
    await page.until(() => document.activeElement.id === "undo");
    assert.equal(await page.text(".figure.hedge .number"), "1");
    assert.equal(await page.text(".filters summary small"), "1 ignored");
    await accessible("message");
    await page.press(Key.ENTER);
    await count(3);
    await page.until(() => document.activeElement.textContent === "may");
    await page.run(() => document.querySelector("mark.hedge").click());
    await card("“may”");
    await page.click(".ignoring button:nth-child(2)");
    await count(1);
    assert.match(await page.text(".message"), /^Marks like “may” \(possibility verb\) are hidden from now on, 2 of them here\. Other rules of this kind still mark\./);
    await page.press("s");
    await page.until(() => !document.querySelector(".message.open"), "the next action takes the message away");
    await page.open();
    await count(1);
    assert.match(await page.text(".ignored li"), /^marks like “may” \(possibility verb\), 2 here/);
    await page.click(".ignored button");
    await count(3);
    assert.equal(await page.has(".ignored"), false);
    await article("It may rain or it may snow.");
    for (const left of [1, 0]) {
      await page.run(() => document.querySelector("mark.hedge").click());
      await card("“may”");
      await page.click(".ignoring button");
      await count(left);
    }
    await page.click("#undo");
    await count(1);
  });

  it("goes past marks that lie over each other", async () => {
    await article("Sources familiar with the possible deal said no. It may rain.");
    const sources = "“Sources familiar with the possible deal”";
    for (const quotes of [[sources], [sources, "“possible”"], ["“may”"], [sources]]) {
      await page.press("n");
      await page.until((quotes) => [...document.querySelectorAll(".card .quote")].map((quote) => quote.textContent).join() === quotes, quotes.join());
    }
    await page.shift("n");
    await card("“may”");
    await page.click("#edit-here");
    await page.until(() => document.activeElement.id === "text" && document.activeElement.selectionStart === 52);
  });

  it("goes on by keyboard from the place that a row, a search or an edit has led to", async () => {
    const far = `${"The road is long. ".repeat(200)}\n\nThe mayor, Lena Huld, said so. The bridge could close. It may rain.`;
    await article(`${STORY}\n\n${far}`);
    const at = (words) => page.until((words) => document.activeElement.textContent === words, words);
    await page.press("f", ..."could", Key.ENTER, Key.ESCAPE);
    await at("could");
    await page.press(Key.TAB);
    await at("may");
    await page.press(Key.ESCAPE);
    await page.still();
    await page.run(() => [...document.querySelectorAll("[aria-label='Named sources'] .go")].at(-1).focus());
    await page.press(Key.ENTER);
    await page.until(() => CSS.highlights.get("here")?.size === 1);
    await page.press(Key.ESCAPE);
    await page.until(() => document.activeElement.matches("#article p") && document.activeElement.textContent.startsWith("The mayor"));
    await accessible("a paragraph in focus");
    await page.press(Key.TAB);
    await at("could");
    await page.press("1");
    await page.until(() => !document.querySelector("mark.hedge") && document.activeElement.textContent.startsWith("The mayor"));
    await page.press("1", "e");
    await page.until(() => document.activeElement.id === "text");
    await page.press(Key.ESCAPE);
    await page.until(() => document.activeElement.closest("#article [data-from]")?.textContent.startsWith("The mayor"));
  });

  it("finds the marks of a category by any of its names", async () => {
    await article();
    await page.press("f");
    const finds = async (words, number) => {
      await page.run((words) => {
        const field = document.querySelector(".finder input");
        field.value = words;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }, words);
      await page.until((number) => document.querySelector(".finder p span").textContent === `1 of ${number}`, number);
    };
    for (const [words, category] of [["sources", "source"], ["Unnamed sources", "source"], ["hedges", "hedge"], ["undecided", "pending"], ["open decisions", "pending"]]) {
      await finds(words, MARKS.filter((mark) => mark.startsWith(category)).length);
    }
    await page.press(Key.ESCAPE);
  });

  it("says on demand why something is not marked", async () => {
    await article();
    await page.press("l");
    await page.until(() => document.querySelector("mark.look-alike")?.textContent === "May");
    await page.run(() => document.querySelector("mark.look-alike").click());
    await card("“May”");
    assert.match(await page.text(".card"), /not marked.*Not marked – .*month/s);
    await accessible("look-alike");
    await page.press(Key.ESCAPE);
    await page.press("l");
    await page.until(() => !document.querySelector("mark.look-alike"));
  });

  it("filters by category, kind, voice and strength, and everything follows", async () => {
    await article();
    await page.click("[data-category=hedge]");
    await page.until(() => !document.querySelector("mark.hedge"));
    assert.equal(await page.run(() => document.querySelector("[data-category=hedge]").getAttribute("aria-pressed")), "false");
    assert.deepEqual(await page.marks(), MARKS.filter((mark) => !mark.startsWith("hedge")));
    const hidden = MARKS.filter((mark) => mark.startsWith("hedge")).length;
    const sentence = "1 of the 4 sentences rests on a source the article does not name and 2 describe matters still undecided.";
    assert.equal(await page.text("#summary"), `Counting only the marks that are shown (${hidden} are hidden), ${sentence}`);
    assert.equal(await page.text(".figure.hedge .number"), "off");
    await page.click(".filters summary");
    await page.click("[data-kind=anonymous]");
    await page.until(() => !document.querySelector("mark.source"));
    assert.equal(await page.text(".ledger.sources .lead"), "1 statement rests on a named source. Some marks are filtered out or ignored. Show all marks");
    assert.equal(await page.run(() => document.querySelector(".strip .lane.source").getAttribute("d")), "");
    await accessible("filters");
    await page.open();
    assert.deepEqual(await page.marks(), MARKS.filter((mark) => mark.startsWith("pending")), "the choice survives a reload");
    await page.click(".filters summary");
    await page.click("#show-all");
    await count(MARKS.length);
    await page.click("#show-own");
    await count(MARKS.length - 1);
    assert.equal(await page.text(".figure.hedge p"), "in 1 of 4 sentences");
    await page.click("[name=voices][value=quoted]");
    await count(1);
    await page.click("#show-strong");
    await page.until(() => document.querySelectorAll("#article mark:not(.strong)").length === 0);
    for (const category of ["hedge", "source", "pending"]) await page.click(`[data-category=${category}]`);
    assert.equal(await page.text("#summary"), "All marks are switched off.");
    assert.equal(await page.text(".ledger.decisions .lead"), "Nothing is shown here: the marks are filtered out or ignored. Show all marks");
    await page.click("#decisions-tab");
    await page.click(".ledger.decisions .inline");
    await page.until(() => document.querySelector("#show-all").getAttribute("aria-pressed") === "true");
    await page.click("#sources-tab");
    await page.click("#letters");
    await page.until(() => {
      const mark = document.querySelector("#article.letters mark[data-letters=H]");
      return mark !== null && getComputedStyle(mark, "::after").content !== "none";
    });
  });

  it("leaves the focus to a reader who steps on before the page has drawn the article's first frame", async () => {
    await page.openAnew();
    await page.run(() => {
      const soon = requestAnimationFrame;
      window.late = 0;
      window.requestAnimationFrame = (work) => {
        window.late += 1;
        return soon(() => setTimeout(() => { window.late -= 1; work(performance.now()); }, 600));
      };
    });
    await page.paste(STORY);
    await page.until(() => document.querySelector("#article mark"));
    await page.press("n");
    await card("“weighs”");
    assert.ok(await page.run(() => window.late > 0), "the step came too late to prove anything");
    await page.until(() => window.late === 0);
    assert.equal(await page.run(() => document.activeElement.textContent), "weighs");
  });

  it("goes by single keys from mark to mark, and leaves typing alone", async () => {
    await article();
    const at = (words) => page.until((words) => document.activeElement.textContent === words && document.querySelector(".card .quote")?.textContent === `“${words}”`, words);
    await page.press("n");
    await at("weighs");
    await page.press("n");
    await at("may");
    await page.shift("n");
    await at("weighs");
    await page.press("s");
    await at("two officials briefed on it");
    await page.press("h");
    await at("seems");
    await page.shift("h");
    await at("may");
    await page.press("u");
    await at("No final decision");
    await page.press("u");
    await at("weighs");
    await page.press("1");
    await page.until(() => !document.querySelector("mark.hedge"));
    await page.press("1");
    await count(MARKS.length);
    await page.press("f");
    await page.until(() => document.activeElement.type === "search");
    await page.press("n", "o", " ", "f");
    await page.until(() => document.querySelector(".finder p span").textContent === "1 of 1");
    await page.until(() => [...(CSS.highlights.get("here") ?? [])].join() === "No final decision");
    await accessible("search");
    await page.press("x");
    await page.until(() => document.querySelector(".finder p span").textContent === "no mark matches");
    await page.press(Key.ESCAPE);
    await page.shift("?");
    await page.until(() => document.querySelector("#help-sheet[open]"));
    await accessible("help");
    await page.click("#shortcuts");
    await page.press(Key.ESCAPE);
    await page.until(() => !document.querySelector("dialog[open]"));
    await page.press("n", "e");
    assert.equal(await page.run(() => document.querySelector(".card") === null && document.querySelector(".editor.away") !== null), true, "shortcuts are off");
    await page.choose("help");
    await page.until(() => document.querySelector("#help-sheet[open]"));
    await page.click("#shortcuts");
    await page.press(Key.ESCAPE);
    await page.press("e");
    await page.until(() => document.activeElement.id === "text");
    await page.press("n", "h", "?");
    await page.until(() => document.querySelector("#text").value.includes("nh?"));
  });

  // WebKitGTK's driver sends no editing shortcuts.
  const undo = () => (engine.name === "webkitgtk" ? page.run(() => document.execCommand("undo")) : page.chord("z"));

  it("keeps place, caret and undo between reading and editing", async () => {
    const long = `${STORY}\n\n${"The road is long. ".repeat(200)}\n\nThe bridge might close soon.`;
    await article(long);
    await page.press("h", "h", "h");
    await page.until(() => document.activeElement.textContent === "might");
    await page.press("e");
    await page.until((at) => document.activeElement.id === "text" && document.activeElement.selectionStart === at && document.activeElement.scrollTop > 100, long.indexOf("might"));
    await page.press("q", "u", "i", "t", "e", " ");
    await page.until(() => document.querySelector("#text").value.endsWith("The bridge quite might close soon."));
    await page.press(Key.DELETE, Key.DELETE, Key.DELETE, Key.DELETE, Key.DELETE, "c", "o", "u", "l", "d");
    await page.until(() => [...document.querySelectorAll("#article mark")].at(-1).textContent === "could");
    assert.equal(await page.run((at) => document.querySelector("#text").selectionStart - at, long.indexOf("might")), "quite could".length);
    await page.press(Key.ESCAPE);
    await page.until(() => document.querySelector(".editor.away") !== null);
    await page.until(() => {
      const mark = [...document.querySelectorAll("#article mark")].at(-1).getBoundingClientRect();
      return mark.top > 0 && mark.bottom < innerHeight;
    });
    await page.press("e");
    await page.until((at) => document.activeElement.id === "text" && document.activeElement.selectionStart - at === 11, long.indexOf("might"));
    for (let step = 0; step < 20 && (await page.run(() => document.querySelector("#text").value)) !== long; step += 1) await undo();
    assert.equal(await page.run(() => document.querySelector("#text").value), long, "undo goes back through both visits");
    await page.until(() => [...document.querySelectorAll("#article mark")].at(-1).textContent === "might");
  });

  it("takes a paste while reading in place of the article or together with it", async () => {
    await article("It might snow.\n\nCritics say no.");
    await page.press("e");
    await page.until(() => document.activeElement.id === "text");
    for (const letter of ["a", "c"]) await page.chord(letter);
    await page.click("#new-text");
    await page.until(() => document.activeElement.id === "text");
    await page.press(..."It may rain.");
    await page.until(() => document.querySelector("#article mark")?.textContent === "may");
    await page.press(Key.ESCAPE);
    await page.until(() => document.activeElement.matches("#article [data-from]"));
    await page.chord("v");
    await page.until(() => document.querySelector("#article mark").textContent === "might");
    await page.click("#join");
    await count(3);
    assert.deepEqual(await page.marks(), ["hedge: may", "hedge: might", "source: Critics"]);
    await page.until(() => document.activeElement.id === "article");
  });

  it("draws an edited long text where it changed, and shows what it would show anew", async () => {
    const paragraph = (number) => `Part ${number}: ${number % 3 ? "the road is calm" : "the bridge may close, two officials briefed on it said"}. ${"The road is long. ".repeat(8)}`;
    await article(`${Array.from({ length: 500 }, (_, number) => paragraph(number)).join("\n\n")}\n\nHere it ends.`);
    const drawn = (last) => page.until((last) => document.querySelector("#article section:last-child > :last-child")?.textContent.trimEnd().endsWith(last), last);
    await drawn("Here it ends.");
    await page.press("e");
    await page.until(() => document.activeElement.id === "text");
    await page.run(() => document.querySelectorAll("#article section").forEach((section, number) => (section.was = number)));
    const edit = (at, gone, come) => page.run((at, gone, come) => {
      const box = document.querySelector("#text");
      box.setRangeText(come, at, at + gone, "end");
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, at, gone, come);
    const sections = () => page.run(() => [...document.querySelectorAll("#article section")].map(({ was }) => was ?? -1));
    const all = (await sections()).length;
    await edit(40_000, 0, " perhaps ");
    await page.until(() => [...document.querySelectorAll("#article mark")].some((mark) => mark.textContent === "perhaps"));
    assert.deepEqual(await sections(), Array.from({ length: all }, (_, number) => number), "a changed word leaves every section");
    await edit(0, 0, "It might rain.\n\n");
    await edit(30_000, 4_000, "");
    await edit(60_000, 0, "\n\nNo final decision has been made.\n\nIt could snow.\n\n");
    await edit(20_000, 0, "\n\nIt may snow.".repeat(40));
    await edit(70_000, 30, "");
    const length = await page.run(() => document.querySelector("#text").value.length);
    await edit(length - 13, 13, "Critics say so.");
    await drawn("Critics say so.");
    assert.ok((await sections()).filter((was) => was >= 0).length > all - 5, "the others stay");
    // At last one that leaves fewer sections than there were.
    await edit(35_000, 5_000, "");
    const shown = () => page.run(() => [...document.querySelectorAll("#article section > *")].map((row) => {
      const [bytes, findings] = row.parentElement.dataset.base.split(" ").map(Number);
      const numbers = (mark) => mark.dataset.findings.split(" ").map((number) => findings + Number(number));
      return [row.tagName, bytes + Number(row.dataset.from), bytes + Number(row.dataset.to), row.textContent, [...row.querySelectorAll("mark")].map((mark) => [mark.className, mark.ariaLabel, ...numbers(mark)])];
    }));
    await new Promise((done) => setTimeout(done, 800));
    const [edited, text] = [await shown(), await page.run(() => document.querySelector("#text").value)];
    const summary = await page.text("#summary");
    await article(text);
    await drawn("Critics say so.");
    await page.until(() => document.activeElement.id === "article");
    assert.deepEqual(edited, await shown());
    assert.equal(await page.text("#summary"), summary);
    await page.run(() => [...document.querySelectorAll("#article mark")].at(-1).click());
    await card("“Critics”");
  });

  it("knows where each section begins when the same article is pasted again", async () => {
    const text = Array.from({ length: 100 }, (_, number) => `It may rain on day ${number}.`).join("\n\n");
    await article(text);
    await count(100);
    await page.press("e");
    await page.until(() => document.activeElement.id === "text");
    await page.run((text) => {
      const box = document.querySelector("#text");
      box.select();
      box.dispatchEvent(new ClipboardEvent("paste", { bubbles: true }));
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, text);
    await page.until(() => document.querySelector(".editor.away") !== null);
    await new Promise((done) => setTimeout(done, 300));
    await count(100);
    const findings = await page.run(() => [...document.querySelectorAll("#article section")].map((section) => Number(section.dataset.base?.split(" ")[1])));
    assert.deepEqual(findings, [0, 20, 40, 60, 80]);
  });

  it("moves no text when marks come and go", async () => {
    await article(`${STORY}\n\n${"It may rain, officials said, and the plan is likely to be approved. ".repeat(30)}`);
    const places = () => page.run(() => [...document.querySelectorAll("[data-from]")].map((row) => Math.round(row.getBoundingClientRect().height)));
    const marked = await places();
    await page.click(".figures [data-category=hedge]");
    await page.click(".figures [data-category=source]");
    await page.click(".figures [data-category=pending]");
    await count(0);
    assert.deepEqual(await places(), marked);
    if (engine.name !== "chromium") return;
    await article(`${STORY}\n\n`.repeat(400));
    await page.run(() => {
      window.shifted = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shifted += entry.hadRecentInput ? 0 : entry.value))).observe({ type: "layout-shift" });
    });
    await page.until(() => document.querySelectorAll("#article mark").length === 2000);
    assert.ok((await page.run(() => window.shifted)) < 0.01);
  });
});
