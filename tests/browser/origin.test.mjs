// Where an article comes from: kept for saved pages, files and the bookmarklet, shown with a link back, carried into exports.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../.ci/tools/serve.mjs";
import { it } from "./retry.mjs";
import { STORY, suite } from "./suite.mjs";

const folder = mkdtempSync(join(tmpdir(), "caveat-lector-origin-"));
const file = (name, content) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const saved = (canonical) => `<!doctype html><html><head><title>A ban | Courier</title><meta property="og:title" content="A ban &amp; a bridge">
<meta property="og:site_name" content="The Marenna Courier"><link rel="canonical" href="${canonical}"></head>
<body><nav>Home</nav><article>${STORY.split("\n\n").map((block) => `<p>${block}</p>`).join("")}</article></body></html>`;
const PAGE = file("ban.html", saved("https://courier.example/ban?id=1&amp;x=2"));
file("plain.html", `<title>A plan</title>${saved("").split("</head>")[1]}`);
const DAY = /, read on \d{1,2} [A-Z][a-z]+ 20\d\d$/;

suite(({ page, accessible }) => {
  const open = async (...paths) => {
    await (await page.find("#files")).sendKeys(paths.join("\n"));
    await page.until(() => document.querySelector("#article mark"));
  };
  /** What stands above the article, without the day, and its link. */
  const origin = async () => {
    const words = await page.text(".origin");
    return [words?.replace(DAY, ""), await page.run(() => document.querySelector(".origin a")?.getAttribute("href") ?? null)];
  };
  const COURIER = ["From “A ban & a bridge”, The Marenna Courier", "https://courier.example/ban?id=1&x=2"];

  it("is shown for a saved page, survives a reload, and goes into exports", async () => {
    await page.openAnew();
    await open(PAGE);
    assert.match(await page.text(".origin"), DAY);
    assert.deepEqual(await origin(), COURIER);
    assert.equal(await page.run(() => document.querySelector(".origin a").rel), "noopener noreferrer");
    await accessible("an article with its origin");
    await page.open();
    await page.until(() => document.querySelector(".origin"));
    assert.deepEqual(await origin(), COURIER);
    await page.run(() => {
      URL.createObjectURL = (blob) => (blob.text().then((text) => (window.exported = text)), "#");
    });
    await page.choose("export");
    for (const [format, expected] of [["json", '"address":"https://courier.example/ban?id=1&x=2"'], ["html", 'href="https://courier.example/ban?id=1&amp;x=2"']]) {
      await page.run((format) => document.querySelector(`input[value=${format}]`).click(), format);
      await page.click("#download");
      await page.until((expected) => window.exported?.includes(expected), expected);
    }
  });

  it("is the name for a text file, and gone with the text", async () => {
    await page.openAnew();
    await open(file("ban.txt", STORY));
    assert.deepEqual(await origin(), ["From “ban.txt”", null]);
    await page.click("#new-text");
    await page.until(() => !document.querySelector(".origin"));
    await page.click(".put-aside button");
    await page.until(() => document.querySelector("#article mark"));
    assert.deepEqual(await origin(), ["From “ban.txt”", null], "brought back with the text");
    await page.click("#new-text");
    await page.paste(STORY);
    await page.until(() => document.querySelector("#article mark"));
    assert.deepEqual(await origin(), [undefined, null]);
  });

  it("never links to what is not on the web", async () => {
    for (const address of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"]) {
      await page.openAnew();
      await open(file("ban.html", saved(address)));
      assert.deepEqual(await origin(), [COURIER[0], null]);
    }
    file("ban.html", saved("https://courier.example/ban?id=1&amp;x=2"));
  });

  it("comes with the bookmarklet", async () => {
    await page.openAnew();
    await page.choose("bring");
    await page.until(() => document.querySelector("#bookmarklet"));
    const code = await page.run(() => decodeURIComponent(document.querySelector("#bookmarklet").getAttribute("href").slice("javascript:".length)));
    const site = await serve({ dir: folder });
    const bring = async (name) => {
      await page.session.get(site.url + name);
      await page.run((code) => {
        window.open = () => null;
        (0, eval)(code);
      }, code);
      await page.until((url) => location.href.startsWith(url) && document.querySelector(".origin"), page.url);
    };
    try {
      await bring("ban.html");
      assert.deepEqual(await origin(), COURIER);
      await page.openAnew();
      await bring("plain.html#top");
      assert.deepEqual(await origin(), ["From “A plan”", `${site.url}plain.html`]);
    } finally {
      site.close();
    }
  });
});
