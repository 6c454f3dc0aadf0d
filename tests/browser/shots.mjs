// Screenshots of the built page for the README and for looking at: node shots.mjs FOLDER [all]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../.ci/tools/serve.mjs";
import { engines, start } from "./engines.mjs";
import { Page } from "./page.mjs";

const root = join(import.meta.dirname, "../..");
const [folder = join(root, "tests/browser/shots"), all] = process.argv.slice(2);
const sizes = { desktop: [1440, 900], ...(all && { phone: [390, 844], tablet: [820, 1180] }) };
const sample = readFileSync(join(root, "src/ui/samples/diplomatic.txt"), "utf8");

const server = await serve({ dir: join(root, "dist") });
const engine = engines().found.find(({ name }) => name === "chromium");
if (!engine) throw new Error("screenshots need Chromium and its driver");
const browser = await start(engine);
const page = new Page().drive(browser.session, server.url);
mkdirSync(folder, { recursive: true });
const shoot = async (name) => writeFileSync(join(folder, `${name}.png`), Buffer.from(await browser.session.takeScreenshot(), "base64"));

try {
  for (const [size, [width, height]] of Object.entries(sizes)) {
    for (const theme of all ? ["light", "dark"] : ["light"]) {
      await page.resize(width, height);
      await page.openAnew();
      await page.run((theme) => localStorage.setItem("caveat-lector.theme", theme), theme);
      await page.open();
      if (all) await shoot(`${size}-${theme}-empty`);
      await page.paste(sample);
      await page.until(() => document.querySelector("#article mark") && document.querySelector(".editor").hidden);
      if (all) await shoot(`${size}-${theme}-sample`);
      await page.run(() => document.querySelectorAll("mark.source")[0].click());
      await page.until(() => document.querySelector(".card") && document.getAnimations().length === 0);
      await shoot(all ? `${size}-${theme}-card` : "page");
      if (!all) continue;
      await page.press("\uE00C");
      await page.click("#edit");
      await shoot(`${size}-${theme}-edit`);
      if (theme === "dark") continue;
      await page.openAnew();
      await page.paste(Array(40).fill(sample).join("\n\n"));
      await page.until(() => document.querySelectorAll("#article mark").length > 900);
      await page.run(() => scrollTo(0, document.body.scrollHeight / 2));
      await new Promise((later) => setTimeout(later, 300));
      await shoot(`${size}-${theme}-long`);
    }
  }
} finally {
  await browser.stop();
  server.close();
}
