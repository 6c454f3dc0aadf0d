// Trunk's last step: the Content-Security-Policy names the one inline script of the page by its hash.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const page = join(process.env.TRUNK_STAGING_DIR, "index.html");
const html = readFileSync(page, "utf8");
const scripts = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
if (scripts.length !== 1 || !html.includes("__BOOT_HASH__")) {
  console.error(`index.html: one inline script and one __BOOT_HASH__ were expected, ${scripts.length} scripts found`);
  process.exit(1);
}
const hash = createHash("sha256").update(scripts[0]).digest("base64");
writeFileSync(page, html.replace("__BOOT_HASH__", `'sha256-${hash}'`));
