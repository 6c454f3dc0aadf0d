// Checks the dependencies with Cargo, offline: licences, registries, and crates of which the page has two versions. Writes a software
// bill of materials (CycloneDX) into a folder: `supply.mjs FOLDER`.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const ALLOWED = new Set(["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "Unicode-3.0", "Unlicense", "CC0-1.0", "0BSD", "MIT-0", "BSL-1.0"]);
/** Also allowed for crates that only the command and the tests use: the MPL covers the files of the crate, not the code that uses it. */
const ALLOWED_ON_HOST = new Set([...ALLOWED, "MPL-2.0"]);
/** Crates of which the page has two versions, each with the reason. */
const TWO_VERSIONS = {
  convert_case: "build only: two of leptos' macros",
  syn: "build only: not all macros have moved to the new version",
};

const metadata = (...options) => JSON.parse(execFileSync("cargo", ["metadata", "--locked", "--offline", "--format-version", "1", ...options], { maxBuffer: 1 << 28, encoding: "utf8" }));
const { packages, resolve } = metadata("--filter-platform", "wasm32-unknown-unknown");
const [, host] = /^host: (.*)$/m.exec(execFileSync("rustc", ["-vV"], { encoding: "utf8" }));
const everywhere = new Map([...packages, ...metadata("--filter-platform", host).packages].map((one) => [one.id, one]));
const byId = new Map(packages.map((one) => [one.id, one]));
const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));

/** The dependencies of the page, without those for tests and for its own build script. */
const inPage = new Set();
const visit = (id) => {
  if (inPage.has(id)) return;
  inPage.add(id);
  for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) if (kinds.some(({ kind }) => kind === null)) visit(pkg);
};
visit(resolve.root);

const faults = [];
/** Returns true if an SPDX expression, or the older form `MIT/Apache-2.0`, can be satisfied with allowed licences. */
const fits = (licence, allowed) => (licence ?? "").replaceAll("/", " OR ").replace(/[()]/g, "").split(" OR ").some((way) => way.split(" AND ").every((one) => allowed.has(one.trim())));
const known = [...inPage].map((id) => byId.get(id)).filter(({ id }) => id !== resolve.root).sort((a, b) => (a.name + a.version < b.name + b.version ? -1 : 1));
for (const one of [...everywhere.values()].filter(({ id }) => id !== resolve.root)) {
  if (!fits(one.license, inPage.has(one.id) ? ALLOWED : ALLOWED_ON_HOST)) faults.push(`${one.name} ${one.version}: licence ${one.license ?? "unknown"}`);
  // A crate without a source is in this repository.
  if (one.source !== null && !one.source.startsWith("registry+")) faults.push(`${one.name} ${one.version}: not from the registry`);
}
const versions = new Map();
for (const one of known) versions.set(one.name, [...(versions.get(one.name) ?? []), one]);
for (const [name, all] of versions) if (all.length > 1 && !TWO_VERSIONS[name]) faults.push(`the page has ${all.length} versions of ${name}: ${all.map(({ version }) => version).join(", ")}`);
for (const name of Object.keys(TWO_VERSIONS)) if ((versions.get(name)?.length ?? 0) < 2) faults.push(`the page has one version of ${name} only: remove it from the list in ${import.meta.filename.split("/").pop()}`);

const root = byId.get(resolve.root);
const purl = ({ name, version }) => `pkg:cargo/${name}@${version}`;
const component = (one) => ({ type: "library", "bom-ref": purl(one), name: one.name, version: one.version, purl: purl(one), licenses: [{ expression: (one.license ?? "").replaceAll("/", " OR ") }] });
const bom = {
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  version: 1,
  metadata: { component: { type: "application", "bom-ref": purl(root), name: root.name, version: root.version, licenses: [{ expression: root.license }] } },
  components: known.map(component),
  dependencies: [root, ...known].map((one) => ({ ref: purl(one), dependsOn: nodes.get(one.id).deps.filter(({ pkg }) => inPage.has(pkg)).map(({ pkg }) => purl(byId.get(pkg))).sort() })),
};
const [folder] = process.argv.slice(2);
if (folder) writeFileSync(join(folder, "sbom.cdx.json"), `${JSON.stringify(bom, null, 1)}\n`);
console.log(`${known.length} crates in the page, ${everywhere.size - 1} with the command and the tests; ${Object.keys(TWO_VERSIONS).length} in two versions, for the reasons listed`);
for (const fault of faults) console.error(fault);
if (faults.length) process.exit(1);
