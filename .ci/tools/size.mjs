// Prints the size of the files in a folder, compressed with brotli, and fails above a budget in bytes: `size.mjs folder budget`.
// Pictures, which only the browser's install dialog loads, and the bill of materials are left out.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [dir, allowed] = process.argv.slice(2);
const BUDGET = Number(allowed);
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const files = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isFile() && !/\.(br|gz|png)$|^icon\.svg$|^sbom/.test(entry.name));
let sum = 0;
console.log("     raw    brotli  file");
for (const { name } of files) {
  const bytes = readFileSync(join(dir, name));
  const small = brotli(bytes);
  sum += small;
  console.log(`${String(bytes.length).padStart(8)}  ${String(small).padStart(8)}  ${name}`);
}
console.log(`          ${String(sum).padStart(8)}  in all, of ${BUDGET} allowed`);
if (sum > BUDGET) process.exit(1);
