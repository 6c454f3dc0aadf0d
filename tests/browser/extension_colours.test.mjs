// The tints of the browser extension: the site's text stays legible on them, in whatever form its colour is written.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe } from "node:test";
import "../../extension/content/colours.js";
import { engines } from "./engines.mjs";
import { HEADLINE, MARKS, Site, article, pageOf, paragraphs } from "./extension_suite.mjs";
import { it } from "./retry.mjs";
import { root } from "./suite.mjs";

const { luminance, toneOf, isLegible } = globalThis.caveatLector;
const parts = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** The luminances of the page's colours in both tones. */
const tokens = Object.fromEntries(
  [...readFileSync(join(root, "style/tokens.css"), "utf8").matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [name, { light: luminance(parts(light)), dark: luminance(parts(dark)) }]),
);
const TINTS = { tint: ["hedge-tint", "source-tint", "pending-tint"], here: ["here"] };

describe("tints of the extension", () => {
  it("leave every text a contrast of 4.5, and most their colour", () => {
    const steps = Array.from({ length: 18 }, (_, step) => step / 17);
    for (const red of steps) for (const green of steps) for (const blue of steps) {
      const own = luminance([red, green, blue]);
      const tone = toneOf(own);
      for (const [on, names] of Object.entries(TINTS)) for (const name of names) {
        const text = isLegible(own, on) ? own : tokens.ink[tone];
        assert.ok(contrast(text, tokens[name][tone]) >= 4.5, `${[red, green, blue]} on ${name}, ${tone}`);
      }
    }
    for (const usual of ["#000000", "#333333", "#595959", "#0000ee", "#dcd8d0", "#aaaaaa", "#ffffff"]) assert.ok(isLegible(luminance(parts(usual)), "tint"), usual);
  });

  it("go by the ground on which a text has a contrast of 4.5 itself", () => {
    for (let grey = 0; grey <= 1; grey += 1 / 255) {
      const own = luminance([grey, grey, grey]);
      if (contrast(own, 1) >= 4.5 && contrast(own, 0) < 4.5) assert.equal(toneOf(own), "light");
      if (contrast(own, 0) >= 4.5 && contrast(own, 1) < 4.5) assert.equal(toneOf(own), "dark");
    }
  });
});

/** Colours in the forms of CSS, and the names of the highlights that suit them. */
const FORMS = [
  ["black", ["light"]],
  ["rgb(255 255 255)", ["dark"]],
  ["rgb(0 0 0 / 0.6)", ["ink-light", "light"]],
  ["rgba(255, 255, 255, 0.87)", ["dark", "ink-dark"]],
  ["#888", ["dark", "ink-dark"]],
  ["#707070", ["ink-light", "light"]],
  ["hsl(240 100% 50%)", ["light"]],
  ["color(display-p3 0 0 0)", ["light"]],
  ["color(display-p3 1 1 1)", ["dark"]],
  ["color(rec2020 0.1 0.1 0.1)", ["light"]],
  ["color(a98-rgb 0.9 0.9 0.9)", ["dark"]],
  ["color(xyz-d65 0.8 0.85 0.9)", ["dark"]],
  ["color(srgb 0 0 0)", ["light"]],
  ["lab(20 0 0)", ["light"]],
  ["lch(90 10 120)", ["dark"]],
  ["oklab(0.3 0 0)", ["light"]],
  ["oklch(0.95 none none)", ["dark"]],
  ["color-mix(in oklab, white 90%, black)", ["dark"]],
];
const made = { "colours.html": pageOf(article([HEADLINE, ...paragraphs])) };

for (const engine of engines().found.filter(({ name }) => name !== "webkitgtk")) {
  describe(`tints of the extension in ${engine.name}`, { timeout: 600_000 }, () => {
    const site = new Site(engine, { made });
    let reader;
    before(() => ({ reader } = site));

    it("suit colours of every form", async () => {
      for (const [colour, expected] of FORMS) {
        await site.visit("colours.html");
        assert.ok(await reader.run((colour) => CSS.supports("color", colour), colour), colour);
        await reader.run((colour) => (document.body.style.color = colour), colour);
        await reader.toggle();
        assert.deepEqual(await reader.marks(), MARKS);
        const names = await reader.run(() => [...CSS.highlights.keys()].map((name) => name.replace(/^caveat-lector-(\w+-(strong|weak)-)?/, "")));
        assert.deepEqual([...new Set(names)].sort(), expected, colour);
      }
    });

    it("write with ink where the site's colour would be hard to read, also at the mark that the reader is at", async () => {
      for (const [text, ground, ink] of [["#8b8b8b", "#111111", [233, 230, 223]], ["#707070", "#ffffff", [31, 29, 26]]]) {
        await site.visit("colours.html");
        await reader.run((text, ground) => Object.assign(document.body.style, { color: text, background: ground, font: "bold 40px sans-serif" }), text, ground);
        await reader.toggle();
        await reader.button("Next ›");
        const names = await reader.run(() => [...CSS.highlights.keys()].filter((name) => name.includes("here")).length);
        assert.equal(names, 2);
        await reader.button("Close", ".caveat-lector-card");
        await reader.run(() => scrollTo(0, 0));
        const count = await reader.pixels(...ink);
        assert.ok(count > 100, `${text}: ${count} pixels`);
      }
    });
  });
}
