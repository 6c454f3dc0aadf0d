// Every export, read by a tool that is not ours, holds the same findings as the report: articles of ours and hostile texts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";

const root = join(import.meta.dirname, "../..");
const tool = createRequire(join(root, ".ci/tools/package.json"));
const { parse: parseCsv } = tool("csv-parse/sync");
const jsonld = tool("jsonld");
const parse5 = tool("parse5");
const Ajv = tool("ajv/dist/2020.js").default;

const folder = mkdtempSync(join(tmpdir(), "caveat-lector-exports-"));
const command = join(root, "target/debug/caveat-lector");
const run = (format, path) => execFileSync(command, ["--format", format, path], { encoding: "utf8", maxBuffer: 1 << 28 });

// The findings in the order of their notes: those that end at the same place share one.
const footnotes = ({ findings }) => {
  const ends = [...new Set(findings.map(({ end }) => end))].sort((one, other) => one - other);
  return ends.map((end) => findings.filter((it) => it.end === end));
};

const hostile = {
  markup: "The plan may fail</mark><script>alert(1)</script>, officials said. <!-- It might --> & &amp; \"could\" 'may'.",
  formulas: "=HYPERLINK(\"http://example.org\",\"may\") may fail.\n\n@@ officials said.\n\n+1 may, -1 may,\tit may.\n\n=1+1 could be.\n\n＝SUM(1) might be.",
  controls: "It may\u0000 rain, officials\u0007 said.\u001b[2J It might.\u2028It could.\u0085Perhaps.",
  directions: "\u202eIt may rain\u202c, \u2067officials\u2069 said. \u0645\u0645\u0643\u0646 it might. 🚢 It could, 👩‍👩‍👧 may e\u0301.",
  markdown: "# It may\n\n- *may* `might` [could](http://example.org) ![x](y) | a | b |\n\n1. It may.\n\n> It _might_ be **so**, <b>critics</b> say. $x$ ~~could~~ [^1]: may\n\n***\n\nIt may\n===",
  lines: "Officials familiar\nwith the matter said it may\r\nrain. No final\n\ndecision has been made.",
  empty: "",
  long: "It may rain, officials said. ".repeat(5_000),
};
const articles = readdirSync(join(root, "tests/articles")).filter((name) => name.endsWith(".txt")).slice(0, 12);
const texts = {
  ...hostile,
  ...Object.fromEntries(articles.map((name) => [name, readFileSync(join(root, "tests/articles", name), "utf8").replace(/\{[-+]?([^{}]*)\}/g, "$1")])),
};

for (const [name, text] of Object.entries(texts)) {
  const path = join(folder, `${name.replace(/\W/g, "-")}.txt`);
  writeFileSync(path, text);
  describe(name, () => {
    const report = JSON.parse(run("json", path));
    const points = [...report.text];
    const slice = (start, end) => points.slice(start, end).join("");

    it("is JSON by the schema, and its offsets count code points", () => {
      const validate = new Ajv({ strictTuples: false }).compile(JSON.parse(readFileSync(join(root, "docs/report.schema.json"), "utf8")));
      assert.ok(validate(report), JSON.stringify(validate.errors));
      for (const { start, end, text } of report.findings) assert.equal(slice(start, end), text);
    });

    it("is CSV in which no cell begins a formula", () => {
      const source = run("csv", path);
      assert.ok(source.startsWith("\ufeff"));
      const rows = parseCsv(source, { columns: true, bom: true });
      const shown = (cell) => cell.replace(/^'/, "");
      const expected = report.findings.map((it) => [it.start, it.end, it.category, it.kind, it.rule, it.voice, it.strength].join());
      assert.deepEqual(rows.map((row) => [row.start, row.end, row.category, row.kind, row.rule, row.voice, row.strength].join()), expected);
      rows.forEach((row, place) => assert.equal(shown(row.text), report.findings[place].text.replaceAll("\0", "\ufffd")));
      for (const cell of rows.flatMap(Object.values)) assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠\t\r]/, cell);
      assert.ok(rows.every((row) => row.shown.endsWith("nothing is filtered out or ignored.")));
    });

    it("is HTML without script that shows the text and every finding", () => {
      const page = parse5.parse(run("html", path), { onParseError: (fault) => assert.fail(`${fault.code} at ${fault.startLine}:${fault.startCol}`) });
      const all = (node) => [node, ...(node.childNodes ?? []).flatMap(all)];
      const nodes = all(page);
      const attribute = (node, name) => node.attrs?.find((attribute) => attribute.name === name)?.value;
      const words = (node) => (node.nodeName === "#text" ? node.value : node.nodeName === "sup" ? "" : (node.childNodes ?? []).map(words).join(""));
      assert.deepEqual([...new Set(nodes.map((node) => node.nodeName))].filter((name) => !/^(#|html|head|meta|title|style|body|main|article|section|footer|h1|h2|p|blockquote|mark|sup|small|a|ol|ul|li|b|i$)/.test(name)), []);
      assert.ok(nodes.every((node) => (node.attrs ?? []).every(({ name }) => !name.startsWith("on"))));
      const bare = (text) => text.replace(/[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/g, "\ufffd").replace(/\s/g, "");
      const blocks = report.blocks.map(({ start, end }) => slice(start, end)).join("");
      assert.equal(bare(words(nodes.find((node) => node.nodeName === "article"))), bare(blocks));
      const notes = nodes.filter((node) => /^n\d+$/.test(attribute(node, "id") ?? ""));
      const quoted = (node) => node.childNodes.filter(({ nodeName }) => nodeName === "b").map((part) => bare(words(part)));
      assert.deepEqual(notes.map(quoted), footnotes(report).map((note) => note.map((it) => bare(`“${it.text}”`))));
    });

    it("is a Web Annotation collection that a JSON-LD processor understands", async () => {
      const collection = JSON.parse(run("annotation", path));
      assert.equal(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
      const [expanded] = await jsonld.expand(collection, { documentLoader: context });
      const oa = (name) => `http://www.w3.org/ns/oa#${name}`;
      assert.deepEqual(expanded["@type"], ["https://www.w3.org/ns/activitystreams#OrderedCollection"]);
      assert.equal(expanded["https://www.w3.org/ns/activitystreams#totalItems"][0]["@value"], report.findings.length);
      const items = expanded["https://www.w3.org/ns/activitystreams#first"][0]["https://www.w3.org/ns/activitystreams#items"]?.[0]["@list"] ?? [];
      const places = items.map((item) => {
        assert.deepEqual(item["@type"], [oa("Annotation")]);
        assert.deepEqual(item[oa("motivatedBy")], [{ "@id": oa("classifying") }]);
        const selectors = item[oa("hasTarget")][0][oa("hasSelector")];
        const of = (type) => selectors.find((selector) => selector["@type"][0] === oa(type));
        const [position, quote] = [of("TextPositionSelector"), of("TextQuoteSelector")];
        const [start, end] = [position[oa("start")][0]["@value"], position[oa("end")][0]["@value"]];
        const [exact, prefix, suffix] = ["exact", "prefix", "suffix"].map((name) => quote[oa(name)][0]["@value"]);
        assert.equal(slice(start, end), exact);
        assert.equal(slice(Math.max(0, start - 32), start), prefix);
        assert.equal(slice(end, end + 32), suffix);
        const tags = item[oa("hasBody")].filter((body) => body[oa("hasPurpose")][0]["@id"] === oa("tagging"));
        return [start, end, tags[0]["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"]].join();
      });
      assert.deepEqual(places, report.findings.map((it) => [it.start, it.end, it.category].join()));
    });

    it("is brat standoff, line by line as its format is described", () => {
      const spans = new Map();
      for (const line of run("brat", path).split("\n").filter(Boolean)) {
        const [id, body, words] = line.split("\t");
        if (id.startsWith("T")) {
          const [, type, offsets] = /^(\w+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(body);
          const parts = offsets.split(";").map((part) => part.split(" ").map(Number));
          assert.equal(parts.map(([start, end]) => slice(start, end)).join(" "), words);
          assert.doesNotMatch(words, /[\n\r]/);
          spans.set(id, [parts[0][0], parts.at(-1)[1], type.toLowerCase()].join());
        } else {
          assert.match(line, /^(A\d+\t(Kind|Strength|Quoted) T\d+( [a-z]+)?|#\d+\t(AnnotatorNotes T\d+|Export T1)\t.+)$/);
          assert.ok(spans.has(body.split(" ")[1]), line);
        }
      }
      assert.deepEqual([...spans.values()], report.findings.map((it) => [it.start, it.end, it.category].join()));
    });

    it("is Markdown with a note wherever findings end", () => {
      const markdown = run("markdown", path);
      const notes = markdown.match(/^\[\^\d+\]: /gm) ?? [];
      const expected = footnotes(report).map((_, place) => `[^${place + 1}]`);
      assert.deepEqual(notes, expected.map((reference) => `${reference}: `));
      assert.deepEqual(markdown.match(/(?<!\\)\[\^\d+\](?!:)/g) ?? [], expected);
      assert.equal((markdown.match(/(?<!\\)\*\*/g) ?? []).length % 2, 0);
      assert.doesNotMatch(markdown, /(?<!\\)</);
    });

    it("is a list of questions in Markdown: each once, about words that are marked", () => {
      const markdown = run("questions", path);
      const plain = (words) => words.replace(/\\(.)/gs, "$1").replace(/\s+/g, " ").trim();
      const questions = [...markdown.matchAll(/^\d+\. (.*)$/gm)].map(([, ask]) => plain(ask));
      assert.deepEqual([...questions].sort(), [...new Set(report.findings.map(({ category, ask }) => `${category} ${ask}`))].map((it) => plain(it.replace(/^\w+ /, ""))).sort());
      const marked = new Set(report.findings.map(({ text }) => plain(text.replaceAll("\0", "\ufffd"))));
      for (const [, words] of markdown.matchAll(/^ {4}- .*?(?<!\\)\*\*(.*?)(?<!\\)\*\*/gm)) assert.ok(marked.has(plain(words)), words);
      assert.doesNotMatch(markdown, /(?<!\\)</);
    });
  });
}

/** As much of the model's context as our annotations use; the names are those of the W3C vocabulary. */
function context(url) {
  assert.equal(url, "http://www.w3.org/ns/anno.jsonld");
  const oa = (name) => `oa:${name}`;
  const id = (name) => ({ "@id": name, "@type": "@id" });
  const vocabulary = (name) => ({ "@id": name, "@type": "@vocab" });
  const integer = (name) => ({ "@id": name, "@type": "xsd:nonNegativeInteger" });
  const document = {
    "@context": {
      oa: "http://www.w3.org/ns/oa#",
      as: "https://www.w3.org/ns/activitystreams#",
      dc: "http://purl.org/dc/elements/1.1/",
      dcterms: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
      rdfs: "http://www.w3.org/2000/01/rdf-schema#",
      xsd: "http://www.w3.org/2001/XMLSchema#",
      id: "@id",
      type: "@type",
      Annotation: oa("Annotation"),
      AnnotationCollection: "as:OrderedCollection",
      AnnotationPage: "as:OrderedCollectionPage",
      Software: "as:Application",
      TextualBody: oa("TextualBody"),
      TextPositionSelector: oa("TextPositionSelector"),
      TextQuoteSelector: oa("TextQuoteSelector"),
      classifying: oa("classifying"),
      tagging: oa("tagging"),
      commenting: oa("commenting"),
      body: id("oa:hasBody"),
      target: id("oa:hasTarget"),
      source: id("oa:hasSource"),
      selector: id("oa:hasSelector"),
      motivation: vocabulary("oa:motivatedBy"),
      purpose: vocabulary("oa:hasPurpose"),
      exact: oa("exact"),
      prefix: oa("prefix"),
      suffix: oa("suffix"),
      start: integer("oa:start"),
      end: integer("oa:end"),
      items: { "@id": "as:items", "@type": "@id", "@container": "@list" },
      first: id("as:first"),
      partOf: id("as:partOf"),
      startIndex: integer("as:startIndex"),
      total: integer("as:totalItems"),
      label: "rdfs:label",
      name: "foaf:name",
      value: "rdf:value",
      format: "dc:format",
      language: "dc:language",
      generator: id("as:generator"),
    },
  };
  return { contextUrl: null, documentUrl: url, document };
}
