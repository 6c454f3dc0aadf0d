// Screenshots of the built page for the README and for looking at: node shots.mjs FOLDER [all]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../.ci/tools/serve.mjs";
import { engines, start } from "./engines.mjs";
import { Page } from "./page.mjs";

const root = join(import.meta.dirname, "../..");
const [folder = join(root, "tests/browser/shots"), all] = process.argv.slice(2);
const sizes = { desktop: [1440, all ? 900 : 1080], ...(all && { phone: [390, 844], tablet: [820, 1180] }) };
const sample = readFileSync(join(root, "src/ui/samples/diplomatic.txt"), "utf8");

const server = await serve({ dir: join(root, "dist") });
const engine = engines().found.find(({ name }) => name === "chromium");
if (!engine) throw new Error("screenshots need Chromium and its driver");
const browser = await start(engine);
const page = new Page().drive(browser.session, server.url);
mkdirSync(folder, { recursive: true });
const shoot = async (name) => writeFileSync(join(folder, `${name}.png`), Buffer.from(await browser.session.takeScreenshot(), "base64"));

const KEY_ESCAPE = "\uE00C";
const rest = () => page.until(() => document.getAnimations().length === 0);
const open = async (theme) => {
  await page.openAnew();
  await page.run((theme) => localStorage.setItem("caveat-lector.theme", theme), theme);
  await page.open();
};
const read = async (text) => {
  await page.paste(text);
  await page.until(() => document.querySelector("#article mark") && document.querySelector(".editor.away") !== null);
};

/** The states of the page worth a look, in order; each starts where the one before ended. */
const states = {
  empty: async () => {},
  sample: () => read(sample),
  card: async () => {
    await page.hover("mark.source");
    await page.until(() => document.querySelector(".card"));
  },
  tour: async () => {
    await page.leave();
    await page.until(() => !document.querySelector(".card"));
    await page.run(() => document.querySelector(".ledger .go[aria-current], .ledger li:nth-child(2) .go").click());
    await page.until(() => document.querySelector(".finder.open") && CSS.highlights.get("here")?.size);
  },
  filters: async () => {
    await page.press(KEY_ESCAPE);
    await page.run(() => scrollTo(0, 0));
    await page.click(".filters summary");
    await page.click("#show-own");
    await page.click("#look-alikes");
    await page.click("#letters");
  },
  menu: async () => {
    await page.click("#show-all");
    await page.click("#look-alikes");
    await page.click("#letters");
    await page.click(".filters summary");
    await page.click("#more");
  },
  help: () => page.click("#help"),
  edit: async () => {
    await page.press(KEY_ESCAPE);
    await page.click("#edit");
  },
  practice: async () => {
    await page.choose("practise");
    await page.until(() => document.activeElement?.id === "practice-title");
    await page.run(() => document.querySelector(".lesson").focus());
    for (const key of ["\uE014", "\uE014", "u", "\uE014", "\uE014", "h", "\uE014"]) await page.press(key);
  },
  revealed: async () => {
    await page.click("#reveal");
    await page.until(() => document.querySelector(".tally"));
  },
  versions: async () => {
    await page.openAnew();
    await page.choose("compare");
    await page.click("#sample-versions");
    await page.until(() => document.querySelector(".changes"));
    await page.click(".texts summary");
  },
  long: async () => {
    await page.openAnew();
    await read(Array(40).fill(sample).join("\n\n"));
    await page.until(() => document.querySelectorAll("#article mark").length > 900);
    await page.run(() => scrollTo(0, document.body.scrollHeight / 2));
    await new Promise((later) => setTimeout(later, 300));
  },
};
/** The pictures of README and docs. */
const kept = { card: "page", filters: "filters", revealed: "practice", versions: "versions" };

/** The pictures of the manifest, which a browser shows when it offers to install the page: their sizes stand there too. */
const installing = { wide: [1440, 900], narrow: [390, 844] };

try {
  for (const [name, size] of all ? [] : Object.entries(installing)) {
    await page.resize(...size);
    await open("light");
    await read(sample);
    await rest();
    await shoot(name);
  }
  for (const [size, [width, height]] of Object.entries(sizes)) {
    for (const theme of all ? ["light", "dark"] : ["light"]) {
      await page.resize(width, height);
      await open(theme);
      for (const [name, reach] of Object.entries(states)) {
        await reach();
        await rest();
        if (all) await shoot(`${size}-${theme}-${name}`);
        else if (kept[name]) await shoot(kept[name]);
      }
    }
  }
} finally {
  await browser.stop();
  server.close();
}
