// The basics: paste, marks, explanations, storage, hostile and very long texts, no request.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Key } from "./page.mjs";
import { it } from "./retry.mjs";
import { MARKS, SINGLE, STORY, root, suite } from "./suite.mjs";

suite(({ engine, page, article, accessible, requests }) => {
  it("shows on a first visit what it is and promises privacy", async () => {
    await page.openAnew();
    assert.match(await page.text(".introduction"), /doesn’t know.*won’t say.*hasn’t decided/s);
    assert.match(await page.text(".promise"), /never leaves this page/);
    assert.equal(await page.run(() => document.activeElement.id), "text");
    assert.equal(await page.has("#shell"), false);
    await accessible("empty page");
  });

  it("marks a pasted article in the right places", async () => {
    await article();
    assert.deepEqual(await page.marks(), MARKS);
    assert.equal(await page.text("#article p.furniture"), "Share");
    assert.match(await page.text("#summary"), /^2 of the 4 sentences are hedged, 1 rests on a source/);
    assert.equal(await page.run(() => document.querySelector("#article h1").textContent), "Marenna weighs a ban");
    await accessible("marked article");
  });

  it("takes a real paste from the clipboard", async () => {
    await page.openAnew();
    const box = await page.find("#text");
    await box.sendKeys("It may rain.");
    for (const letter of ["a", "x"]) await page.chord(letter);
    await page.until(() => document.querySelector("#text").value === "");
    await page.chord("v");
    await page.until(() => document.querySelector("#article mark")?.textContent === "may");
    assert.equal(await page.run(() => document.querySelector(".editor.away") !== null), true);
  });

  it("marks while the reader types", async () => {
    await page.openAnew();
    await (await page.find("#text")).sendKeys("The bridge might close");
    await page.until(() => document.querySelector("#article mark")?.textContent === "might");
    assert.equal(await page.run(() => document.activeElement.id), "text");
    await accessible("typing");
    await page.click("#read");
    assert.equal(await page.run(() => document.querySelector(".editor.away") !== null), true);
    await page.click("#edit");
    assert.equal(await page.run(() => document.querySelector("#text").value), "The bridge might close");
  });

  it("tells whose claim it is, who decides and when, and how often the marks err", async () => {
    await page.openAnew();
    await page.paste("Critics say it could potentially fail.\n\nParliament will vote on the levy on 14 August.");
    await page.until(() => document.querySelectorAll("#article mark").length === 3);
    const card = async (number) => {
      await page.run((number) => document.querySelectorAll("#article mark")[number].click(), number);
      await page.until(() => document.querySelector(".card"));
      return page.text(".card");
    };
    assert.match(await card(1), /“could potentially”\s*Claimed by\s*Critics\s*Two hedges in a row, counted as one/);
    await accessible("details");
    await page.press("\uE00C");
    assert.match(await card(2), /“will vote”\s*Who would act\s*Parliament\s*When\s*14 August/);
    await page.press("\uE00C");
    const measured = await page.run(() => [...document.querySelectorAll(".measured td")].map((cell) => cell.textContent).filter(Boolean));
    assert.equal(measured.length, 6);
    assert.ok(measured.every((share) => /^\d+%$/.test(share)), measured.join());
  });

  it("explains a mark to the mouse", async () => {
    await article();
    await page.hover("mark.source");
    await page.until(() => document.querySelector(".card"));
    const card = await page.text(".card");
    assert.match(card, /unnamed source · identity withheld/);
    assert.match(card, /the article’s words/);
    assert.match(card, /“two officials briefed on it”/);
    assert.match(card, /what might they gain by telling/);
    await accessible("explanation");
    await page.leave();
    await page.until(() => !document.querySelector(".card"));
  });

  it("explains a mark to the keyboard", async () => {
    await article();
    await page.run(() => document.querySelector("#article").focus());
    await page.press(Key.TAB, Key.TAB);
    await page.until(() => document.activeElement.textContent === "may" && document.querySelector(".card .quote")?.textContent === "“may”");
    await page.press(Key.ENTER);
    await page.until(() => document.activeElement.className === "card");
    await page.press(Key.ESCAPE);
    await page.until(() => !document.querySelector(".card") && document.activeElement.textContent === "may");
    await page.press(Key.ENTER);
    await page.until(() => document.activeElement.className === "card");
    for (let step = 0; step < 9 && !(await page.run(() => document.activeElement.textContent.startsWith("Next"))); step += 1) await page.press(Key.TAB);
    await page.press(Key.ENTER);
    await page.until(() => document.querySelector(".card .quote")?.textContent === "“two officials briefed on it”");
  });

  it("tells a screen reader category, kind and explanation", async () => {
    await article();
    const [label, description] = await page.run(() => {
      const mark = document.querySelector("mark.hedge");
      return [mark.getAttribute("aria-label"), document.getElementById(mark.getAttribute("aria-describedby")).textContent];
    });
    assert.equal(label, "may: hedged wording, possibility verb");
    assert.match(description, /leaves open whether/);
  });

  it("explains a mark to a tap, as a sheet that leaves the mark in view", async () => {
    await page.resize(390, 844);
    await article(`${STORY}\n\n${"The road is long. ".repeat(120)}\n\nIt could rain.`);
    const last = "mark[data-findings]:last-of-type";
    await page.run(() => [...document.querySelectorAll("mark")].at(-1).click());
    await page.until(() => document.querySelector(".card"));
    await page.until(() => {
      const mark = [...document.querySelectorAll("mark")].at(-1).getBoundingClientRect();
      const card = document.querySelector(".card").getBoundingClientRect();
      return mark.top >= 0 && mark.bottom <= card.top && Math.round(card.bottom) === innerHeight;
    });
    assert.equal(await page.has(last), true);
    assert.deepEqual(await page.tooWide(), [], "no sideways scrolling on a phone");
    await accessible("sheet on a phone");
    await page.resize(1280, 900);
  });

  it("opens the samples with one click", async () => {
    const counts = [];
    for (const number of [1, 2, 3]) {
      await page.openAnew();
      await page.click(`.samples li:nth-child(${number}) button`);
      await page.until(() => document.querySelector("#article h1"));
      counts.push((await page.marks()).length);
    }
    assert.ok(counts[0] >= 30 && counts[1] >= 15 && counts[2] <= 1, `marks in the samples: ${counts}`);
  });

  it("keeps the text over a reload and gives back what a new text replaced", async () => {
    await article();
    await page.open();
    assert.deepEqual(await page.marks(), MARKS);
    await page.click("#new-text");
    await page.until(() => document.querySelector(".introduction"));
    // A sample does not put away what is put aside already.
    await page.click(".samples button");
    await page.until(() => document.querySelector("#article h1")?.textContent.includes("patrol boats") && document.activeElement.id === "article");
    await page.open();
    await page.until(() => document.querySelector("#article h1")?.textContent.includes("patrol boats"));
    await page.click(".put-aside button");
    await page.until((count) => document.querySelectorAll("mark").length === count, MARKS.length);
    await page.click(".put-aside .dismiss");
    await page.until(() => !document.querySelector(".put-aside button"));
    await page.open();
    assert.equal(await page.has(".put-aside button"), false, "forgotten for good");
  });

  it("is dark or light as the reader chooses, and accessible in both", async () => {
    await article();
    const paper = () => page.run(() => getComputedStyle(document.body).backgroundColor);
    const first = await paper();
    await page.choose("theme");
    assert.notEqual(await paper(), first);
    await accessible("other theme");
    await page.open();
    assert.notEqual(await paper(), first, "the choice survives a reload");
    await page.choose("theme");
  });

  it("shows hostile text as text", async () => {
    const hostile = "It may </mark><script>window.hit=1</script><img src=x onerror=window.hit=1> fail &amp; stop.";
    await article(hostile);
    assert.equal(await page.text("#article .sections"), hostile);
    assert.equal(await page.run(() => window.hit), null);
  });

  it("says so when the text is not English, not text, or nothing", async () => {
    await article("Le gouvernement envisage de présenter un projet de loi avant la fin du mois, selon plusieurs sources proches du dossier, mais aucune décision définitive n’a été prise pour le moment.");
    assert.match(await page.text("#summary"), /does not look like English/);
    assert.deepEqual(await page.marks(), []);
    const french = "Le ministre a dit que la réforme serait présentée au parlement avant la fin de la session, malgré les réserves de ses alliés. ".repeat(4);
    await article(`${french}\n\nIt may fail.`);
    assert.deepEqual(await page.marks(), []);
    await page.click("#mark-anyway");
    await page.until(() => document.querySelector("#article mark")?.textContent === "may");
    assert.equal(await page.has("#mark-anyway"), false);
    assert.match(await page.text(".any-language"), /does not look like English/);
    await article("\u0001\u0002PK\u0003\u0004".repeat(200));
    assert.match(await page.text("#summary"), /does not look like text/);
    await page.openAnew();
    await page.paste("  \n \n");
    assert.equal(await page.has("#article"), false);
  });

  it("says how many lines are set apart, and reads them as the article on request", async () => {
    await article();
    assert.match(await page.text(".set-apart"), /^1 line in grey is left out: it looks like a byline/);
    await page.click("#every-line");
    await page.until(() => document.querySelector("#article p.furniture") === null);
    assert.match(await page.text(".set-apart"), /^Every line is read as part of the article/);
    assert.deepEqual(await page.marks(), MARKS);
    await page.click("#every-line");
    await page.until(() => document.querySelector("#article p.furniture")?.textContent === "Share");
    await page.click("#every-line");
    await page.paste("It may rain.\n\nShare");
    await page.until(() => document.querySelector("#article p.furniture")?.textContent === "Share");
  });

  it("stays usable with very long texts", { timeout: 240_000 }, async () => {
    for (const text of ["The plan may fail. ".repeat(55_000), `${"The plan may fail, officials said. ".repeat(8)}\n\n`.repeat(3_600), "x".repeat(10_000_000)]) {
      await page.openAnew();
      await page.paste(text);
      await page.until(() => document.querySelector("#article") && document.querySelector("#summary").textContent.length > 10);
      assert.equal(await page.run(() => document.querySelector("#article").textContent.length > 1000), true);
      if (text.length > 9_000_000) await page.until(() => document.querySelector(".warning")?.textContent.includes("gone after a reload"));
    }
    await page.openAnew();
  });

  const gold = join(root, "../shared/gold");
  it("marks the seed articles", { skip: !existsSync(gold) }, async () => {
    for (const [number, least] of [["000", 30], ["001", 15], ["002", 25], ["003", 6]]) {
      const { text } = JSON.parse(readFileSync(join(gold, `seed-${number}.json`), "utf8"));
      await article(text);
      const look = () => page.run(() => [document.querySelectorAll("#article mark").length, document.querySelector("#article").textContent.length, document.querySelector("#text").value.length]);
      const first = await look();
      const drawn = page.until((least) => document.querySelectorAll("#article mark").length >= least, least);
      await drawn.catch(async () => assert.fail(`seed-${number} of ${text.length} characters: marks, article, box ${first}, later ${await look()}`));
      await page.still();
      assert.equal(await page.run(() => scrollY), 0, "a pasted article is read from its beginning");
      assert.equal(await page.has(".furniture mark"), false);
      assert.equal(await page.run(() => document.querySelectorAll(".furniture").length), number === "000" ? 8 : 0);
    }
  });

  it("makes no request after it has loaded, and no fault shows", async () => {
    await page.openAnew();
    if (!SINGLE) await page.until(() => document.documentElement.dataset.offline);
    const loaded = requests().length;
    await page.paste(STORY);
    await page.until(() => document.querySelector("#article mark"));
    await page.run(() => document.querySelector("mark").click());
    await page.until(() => document.querySelector(".card"));
    await page.choose("theme");
    await page.choose("theme");
    await page.click("#edit");
    await page.click("#new-text");
    await page.click(".samples button");
    // The browser itself asks, some time after the page was opened, whether the host has a new version.
    assert.deepEqual(requests().slice(loaded).filter((path) => !path.endsWith("/worker.js")), []);
    assert.deepEqual(await page.faults(), []);
    if (engine.name === "chromium") {
      const log = await page.session.manage().logs().get("browser");
      assert.deepEqual(log.filter((entry) => entry.level.name === "SEVERE").map((entry) => entry.message), []);
    }
  });
});
