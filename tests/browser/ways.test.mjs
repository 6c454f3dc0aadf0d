// Ways in and out: rich paste, files, drops, the list of articles, exports, a reader's own words, the bookmarklet.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../.ci/tools/serve.mjs";
import { Key } from "./page.mjs";
import { it } from "./retry.mjs";
import { MARKS, SINGLE, STORY, root, suite } from "./suite.mjs";

const pages = join(root, "tests/pages");
const folder = mkdtempSync(join(tmpdir(), "caveat-lector-files-"));
const file = (name, content) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const HOSTILE = "=HYPERLINK(\"x\") may fail</mark><script>window.hacked = 1</script> @@ officials said.\u0000 \u202eIt might &amp; \ud83d\udea2. The minister told reporters on Monday that the sale of the port was a matter for the council, which had met twice since the spring. Nobody in the town could remember a longer winter, and the ships stayed away for weeks while the ice grew thick along the quays. The shops ran out of flour in the second month, and the school was closed until the coal came.";

suite(({ engine, page, article, accessible, requests }) => {
  /** Gives the page what a paste brings. */
  const rich = (html, target = "#text") =>
    page.run(
      (html, target) => {
        const data = new DataTransfer();
        data.setData("text/html", html);
        data.setData("text/plain", "plain");
        const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data });
        // Some engines give a synthetic event no data.
        if (!paste.clipboardData?.getData("text/html")) Object.defineProperty(paste, "clipboardData", { value: data });
        document.querySelector(target).dispatchEvent(paste);
      },
      html,
      target,
    );
  /** Gives the page files as if they were chosen. */
  const choose = async (...paths) => (await page.find("#files")).sendKeys(paths.join("\n"));
  const said = (pattern) => page.until((pattern) => new RegExp(pattern).test(document.querySelector(".message p")?.textContent), pattern);
  const text = () => page.run(() => document.querySelector("#text").value);

  it("keeps of a rich paste what readers read, in the box and while reading", async () => {
    await page.openAnew();
    await rich(readFileSync(join(pages, "harbour.html"), "utf8"));
    await page.until(() => document.querySelector("#article mark"));
    assert.equal(await text(), readFileSync(join(pages, "harbour.txt"), "utf8").trimEnd());
    assert.equal(await page.run(() => document.querySelectorAll("#article p.item").length), 2);
    assert.equal(await page.run(() => document.querySelectorAll("#article blockquote").length), 1);
    await accessible("lists and quotations");
    await rich("<h1>Ferry</h1><p>It may sail.</p><script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>", "#article");
    await page.until(() => document.querySelector("#article h1")?.textContent === "Ferry");
    assert.equal(await text(), "Ferry\n\nIt may sail.");
    assert.equal(await page.run(() => window.hacked ?? null), null);
  });

  it("reads a paste from the source of a page with the characters that its references stand for", async () => {
    const paste = (words) =>
      page.run((words) => {
        const data = new DataTransfer();
        data.setData("text/plain", words);
        const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data });
        if (!paste.clipboardData?.getData("text/plain")) Object.defineProperty(paste, "clipboardData", { value: data });
        document.querySelector("#text").dispatchEvent(paste);
        return paste.defaultPrevented;
      }, words);
    await page.openAnew();
    assert.equal(await paste("Officials said it &quot;may&quot; hail &mdash; again."), true);
    await page.until(() => document.querySelector("#article mark"));
    assert.equal(await text(), 'Officials said it "may" hail — again.');
    await page.openAnew();
    assert.equal(await paste("Use &lt;b&gt; for what may be bold."), false, "a text about tags stays as it is");
  });

  it("says how much of a web page it took, and takes all of it", async () => {
    await page.openAnew();
    await choose(join(pages, "harbour.html"));
    await page.until(() => document.querySelector("#article mark") && document.querySelector("#whole-page"));
    assert.match(await page.text(".put-aside:has(#whole-page)"), /Only the article was taken from the web page: 10 of its 20 paragraphs\./);
    await accessible("a part of a web page");
    await page.click("#whole-page");
    await page.until(() => document.querySelector("#text").value.includes("We may use cookies"));
    assert.equal(await page.has("#whole-page"), false);
    await page.click(".put-aside button");
    await page.until(() => !document.querySelector("#text").value.includes("We may use cookies"));
    assert.equal(await text(), readFileSync(join(pages, "harbour.txt"), "utf8").trimEnd());
    // A list keeps the page of each of its files, and a paste of a page says so too.
    await choose(join(pages, "harbour.html"), join(pages, "old-blog.html"), file("plain.txt", "It may rain."));
    await page.until(() => document.querySelector("#whole-page"));
    await rich(readFileSync(join(pages, "broadcaster.html"), "utf8"), "#article");
    await page.until(() => document.querySelector("#text").value.includes("Oster and Vellin may not sail"));
    assert.equal(await page.has("#whole-page"), true);
    await page.click("#new-text");
    assert.equal(await page.has("#whole-page"), false);
  });

  it("opens files in their encodings, and says what it cannot read", async () => {
    await page.openAnew();
    await choose(file("windows.txt", Buffer.from("The board\x92s plan may fail.", "latin1")));
    await page.until(() => document.querySelector("#article mark"));
    assert.equal(await text(), "The board’s plan may fail.");
    await page.click("#edit");
    await choose(file("wide.txt", Buffer.from("\ufeffIt might rain – or not.", "utf16le")));
    await page.until(() => document.querySelector("#article mark")?.textContent === "might");
    await page.click("#edit");
    await choose(join(pages, "soup.html"));
    await page.until(() => document.querySelector("#article h1")?.textContent === "Ferry link in doubt");
    const before = await text();
    for (const [name, content, message] of [
      ["scan.pdf", "%PDF-1.7", "is a PDF, not a text file"],
      ["empty.txt", " \n", "has no text in it"],
      ["foreign.json", '{"schema": 99, "text": "It may rain."}', "is not an article saved by this version"],
      ["binary.txt", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0xff, 0xfe, 0]), "is not a text file"],
      ["large.txt", Buffer.alloc(20_000_001, "a"), "too large"],
    ]) {
      if (await page.run(() => document.querySelector(".editor.away") !== null)) await page.click("#edit");
      await choose(file(name, content));
      await said(message);
      assert.equal(await text(), before, name);
    }
  });

  /** Presses a button that downloads something, and gives its name and content. */
  const downloaded = async (button) => {
    await page.run(() => {
      window.saved = null;
      HTMLAnchorElement.prototype.click = function () {
        const name = this.download;
        window.saved = { name };
      };
      const make = (window.makeUrl ??= URL.createObjectURL);
      URL.createObjectURL = (blob) => {
        blob.text().then((content) => (window.content = content));
        window.content = null;
        return make.call(URL, blob);
      };
    });
    await page.click(button);
    await page.until(() => window.saved && window.content !== null);
    return page.run(() => ({ name: window.saved.name, content: window.content }));
  };
  /** Downloads an export. */
  const exported = async (format) => {
    await page.run((format) => document.querySelector(`input[value=${format}]`).click(), format);
    return downloaded("#download");
  };

  it("makes a list of several files, switches between them, keeps edits, and compares them in a table", async () => {
    await page.openAnew();
    await choose(file("one.txt", STORY), file("two.txt", "It rained. Officials said it may snow."), file("three.md", "Nobody came."));
    await page.until(() => document.querySelectorAll(".shelf li").length === 3);
    assert.deepEqual(await page.marks(), MARKS);
    await accessible("a list of articles");
    await page.click(".shelf li:nth-child(2) button");
    await page.until(() => document.querySelectorAll("#article mark").length === 2);
    await page.click("#edit");
    await page.until(() => document.activeElement?.id === "text");
    await (await page.find("#text")).sendKeys(Key.END, " It might hail.");
    await page.click(".shelf li:nth-child(3) button");
    await page.until(() => document.querySelector("#text").value === "Nobody came.");
    await page.click(".shelf li:nth-child(2) button");
    await page.until(() => document.querySelectorAll("#article mark").length === 3);
    await page.click("#compare-articles");
    await page.until(() => document.querySelectorAll("#table-sheet td").length === 15);
    const row = await page.run(() => [...document.querySelectorAll("#table-sheet tbody tr")][1].textContent);
    assert.match(row, /two\.txt102 of 3 \(67%\)1 of 1 \(100%\)0300/);
    await accessible("the table of articles");
    const order = () => page.run(() => [...document.querySelectorAll("#table-sheet tbody th")].map((name) => name.textContent));
    await page.click("#table-sheet thead th:nth-child(3) button");
    await page.until(() => document.querySelector("#table-sheet thead th:nth-child(3)").getAttribute("aria-sort") === "descending");
    assert.deepEqual(await order(), ["two.txt", "one.txt", "three.md"]);
    await accessible("the table in another order");
    await page.click("#table-sheet thead th:nth-child(3) button");
    await page.until(() => document.querySelector("#table-sheet tbody th").textContent === "three.md");
    assert.deepEqual(await downloaded("#download-table").then(({ name, content }) => [name, content.split("\r\n").map((row) => row.split(",")[0])]), [
      "articles.csv",
      ["article", '"one.txt"', '"two.txt"', '"three.md"', ""],
    ]);
    const marks = await downloaded("#download-marks");
    assert.equal(marks.name, "marks.csv");
    assert.deepEqual(marks.content.split("\r\n").slice(1, -1).map((row) => row.split(",")[0]), [...MARKS.map(() => '"one.txt"'), ...Array(3).fill('"two.txt"')]);
    await page.click("#table-sheet thead th:first-child button");
    await page.until(() => document.querySelector("#table-sheet tbody tr:first-child button").textContent === "one.txt");
    await page.click("#table-sheet tbody tr:first-child button");
    await page.until(() => !document.querySelector("dialog[open]") && document.querySelector("#article h1")?.textContent === "Marenna weighs a ban");
  });

  it("takes dropped files and dropped text", async () => {
    await page.openAnew();
    const drop = (kind, content) =>
      page.run(
        (kind, content) => {
          const data = new DataTransfer();
          if (kind === "file") data.items.add(new File([content], "dropped.html", { type: "text/html" }));
          else data.setData(kind, content);
          const event = (name) => {
            const event = new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: data });
            if (!event.dataTransfer) Object.defineProperty(event, "dataTransfer", { value: data });
            return event;
          };
          document.querySelector("main").dispatchEvent(event("dragover"));
          setTimeout(() => {
            window.shown = document.querySelector(".drop").classList.contains("open");
            document.querySelector("main").dispatchEvent(event("drop"));
          }, 100);
        },
        kind,
        content,
      );
    await drop("file", "<nav>may</nav><h1>Boats</h1><p>They may sail.</p>");
    await page.until(() => document.querySelector("#article h1")?.textContent === "Boats");
    assert.equal(await page.run(() => window.shown), true);
    await drop("text/html", "<p>Nobody <b>may</b> know.</p>");
    await page.until(() => document.querySelector("#text").value === "Nobody may know.");
  });

  it("exports what is shown in every format, says what is not, and reads its JSON back", async () => {
    await article(STORY);
    await page.run(() => document.querySelector(".chip").click());
    await page.until(() => document.querySelectorAll("#article mark").length === 3);
    await page.choose("export");
    await page.until(() => document.querySelector("#export-sheet[open]"));
    await accessible("the export sheet");
    assert.match(await page.text("#export-sheet"), /3 marks are shown; 2 filtered out or ignored/);
    const files = {};
    for (const format of ["html", "markdown", "questions", "json", "csv", "annotation", "brat-text", "brat"]) files[format] = await exported(format);
    assert.deepEqual(Object.values(files).map(({ name }) => name), ["html", "md", "questions.md", "json", "csv", "jsonld", "txt", "ann"].map((end) => `marenna-weighs-a-ban.${end}`));
    const report = JSON.parse(files.json.content);
    assert.deepEqual(report.findings.map(({ category, text }) => `${category}: ${text}`), MARKS.filter((mark) => !mark.startsWith("hedge")));
    assert.equal(files["brat-text"].content, STORY);
    assert.equal(files.brat.content.match(/^T/gm).length, 3);
    assert.equal(files.html.content.match(/<li id="n/g).length, 3);
    assert.equal(files.csv.content.trim().split("\r\n").length, 4);
    for (const name of ["html", "markdown", "questions", "json", "csv", "annotation", "brat"]) assert.match(files[name].content, /2 filtered out or ignored/, name);
    await page.press(Key.ESCAPE);
    await page.openAnew();
    await choose(file("saved.json", files.json.content));
    await page.until(() => document.querySelectorAll("#article mark").length === 3);
    assert.equal(await page.run(() => document.querySelector(".chip").getAttribute("aria-pressed")), "false");
  });

  it("gives the reader's own filter and exceptions back after a saved article", async () => {
    const rain = "It may rain, critics say.";
    await article(rain);
    const ignore = async (selector) => {
      await page.run((selector) => document.querySelector(selector).click(), selector);
      await page.until(() => document.querySelector(".card"));
      await page.click(".ignoring button:nth-child(2)");
    };
    await ignore("mark.hedge");
    await page.choose("export");
    const saved = (await exported("json")).content;
    await article("Officials say it may snow.");
    await ignore("mark.source");
    await page.until(() => document.querySelectorAll("#article mark").length === 1);
    await choose(file("saved.json", saved));
    await page.until(() => document.querySelector("#article").textContent.includes("rain") && document.querySelectorAll(".ignored li").length === 2);
    assert.deepEqual(await page.marks(), ["source: critics"]);
    assert.match(await page.text(".message"), /Yours come back with the next text/);
    await page.click("#new-text");
    await page.paste("Officials say it may hail.");
    await page.until(() => document.querySelector("#article")?.textContent.includes("hail") && document.querySelectorAll("#article mark").length === 1);
    assert.deepEqual(await page.marks(), ["hedge: may"]);
    await page.open();
    assert.deepEqual(await page.marks(), ["hedge: may"]);
  });

  it("reads a mail", async () => {
    await page.openAnew();
    const mail = "From: desk@news.example\r\nSubject: =?utf-8?Q?Ferry_plan?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nIt may=20rain, it=E2=80=99s said.\r\n";
    await choose(file("ferry.eml", mail));
    await page.until(() => document.querySelector("#article p")?.textContent === "It may rain, it’s said.");
    assert.equal(await page.text("#article h1"), "Ferry plan");
    assert.match(await page.text(".origin"), /“Ferry plan”/);
  });

  it("carries hostile texts through every way without harm", async () => {
    await page.openAnew();
    await rich(`<p>${HOSTILE.replaceAll("<", "&lt;")}</p>`);
    await page.until(() => document.querySelectorAll("#article mark").length >= 3);
    assert.match(await page.text("#article"), /may fail<\/mark><script>window\.hacked = 1<\/script>/);
    await page.choose("export");
    await page.until(() => document.querySelector("#export-sheet[open]"));
    const html = (await exported("html")).content;
    const harm = await page.run((html) => {
      const parsed = new DOMParser().parseFromString(html, "text/html");
      return { scripts: parsed.querySelectorAll("script").length, text: parsed.querySelector("article").textContent };
    }, html);
    // The style of the export, which this test itself has just parsed.
    await page.run(() => (window.faults = window.faults.filter((fault) => !fault.includes("style-src-elem"))));
    assert.equal(harm.scripts, 0);
    assert.match(harm.text, /<\/mark|<script>/);
    assert.match((await exported("csv")).content, /"'=HYPERLINK/);
    await page.press(Key.ESCAPE);
    assert.equal(await page.run(() => window.hacked ?? null), null);
  });

  it("marks a reader's own words, shows before what they would mark, and points at faults", async () => {
    await article(STORY);
    await page.choose("words");
    await page.until(() => document.activeElement?.id === "own-pattern");
    const top = () => page.run(() => document.querySelector("dialog").getBoundingClientRect().top);
    const before = await top();
    const write = async (words) => {
      await page.run(() => (document.querySelector("#own-pattern").value = ""));
      await (await page.find("#own-pattern")).sendKeys(words);
    };
    await write("briefed <wod>");
    await page.until(() => /there is no class `wod`.*\^\^\^/s.test(document.querySelector("#own-preview").textContent));
    assert.equal(await page.run(() => document.querySelector("#own-add").disabled), true);
    await accessible("a fault in a pattern");
    await write("Final Decision");
    await page.until(() => /1 place would be marked.*No \[final decision\] has been made\.$/.test(document.querySelector("#own-preview").textContent));
    assert.equal(await top(), before, "the dialog stays where it is");
    await write("ACCORDING TO");
    await page.until(() => /1 place would be marked.*\[according to\]/s.test(document.querySelector("#own-preview").textContent));
    await (await page.find("#own-note")).sendKeys("Whose word is it?");
    await page.press(Key.ENTER);
    await page.until(() => document.querySelectorAll(".written li").length === 1);
    await accessible("the reader's own list");
    await write("seems dead");
    await page.run(() => {
      const kind = document.querySelector("#own-kind");
      kind.value = "exempt";
      kind.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.until(() => /1 mark would disappear/.test(document.querySelector("#own-preview").textContent));
    await page.click("#own-add");
    await page.press(Key.ESCAPE);
    const own = ["pending: weighs", "hedge: may", "hedge: according to", "source: two officials briefed on it", "pending: No final decision"];
    await page.until(() => document.querySelectorAll("#article mark").length === 5);
    assert.deepEqual(await page.marks(), own);
    await page.open();
    await page.until(() => document.querySelectorAll("#article mark").length === 5);
    assert.deepEqual(await page.marks(), own);
    await page.choose("words");
    await page.until(() => document.querySelectorAll(".written li").length === 2);
    const removed = async (which, left) => {
      await page.click(`.written li:${which}-child button`);
      await page.until((left) => document.querySelectorAll(".written li").length === left && document.activeElement.id === "own-undo", left);
    };
    await removed("first", 1);
    await accessible("a rule that is removed");
    await page.click("#own-undo");
    await page.until(() => document.querySelectorAll(".written li").length === 2 && document.activeElement.id === "own-pattern");
    assert.equal(await page.has("#own-undo"), false);
    await removed("last", 1);
    await removed("first", 0);
    await page.until(() => document.querySelectorAll(".written li").length === 0);
    await (await page.find("#own-file")).sendKeys(file("bad.toml", "[[entry]]\nkind = 'moody'\npatterns = ['x']"));
    await page.until(() => /bad\.toml.*none of modal/s.test(document.querySelector("#words-sheet").textContent));
    await (await page.find("#own-file")).sendKeys(file("good.toml", "[[entry]]\nkind = 'hearsay'\npatterns = ['weighs a ban']\n"));
    await page.until(() => document.querySelectorAll(".written li").length === 1);
    await page.press(Key.ESCAPE);
    await page.until(() => [...document.querySelectorAll("#article mark.hedge")].some((mark) => mark.textContent === " a ban"));
  });

  it("tells a finger first of the way that phones have", { skip: (SINGLE && "opened from a file") || (engine.name !== "chromium" && "only Chromium lets a test touch") }, async () => {
    const touch = (enabled) => page.session.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled, maxTouchPoints: 1 });
    await touch(true);
    try {
      await article(STORY);
      await page.choose("bring");
      await page.until(() => document.querySelector("#bookmarklet-sheet[open]"));
      assert.match(await page.text("#bookmarklet-sheet"), /^Send articles here from other sitesOn an Android phone.*put the code in place of its address/s);
      assert.equal(await page.has("#bookmarklet"), false, "nothing to drag");
      await accessible("bringing articles by touch");
      await page.press(Key.ESCAPE);
      await page.choose("practise");
      await page.until(() => document.querySelector("#practice-how")?.textContent.includes("Tap a word"));
    } finally {
      await touch(false);
    }
  });

  it("brings the article of another site by a bookmarklet, and asks before it replaces a text", async () => {
    await page.openAnew();
    await page.choose("bring");
    if (SINGLE) return page.until(() => /was opened from a file/.test(document.querySelector("#bookmarklet-sheet")?.textContent));
    await page.until(() => document.querySelector("#bookmarklet"));
    await accessible("the bookmarklet");
    const code = await page.run(() => decodeURIComponent(document.querySelector("#bookmarklet").getAttribute("href").slice("javascript:".length)));
    await page.click("#bookmarklet");
    assert.match(await page.text("#bookmarklet-sheet"), /Drag it to your bookmarks bar instead/);
    const site = await serve({ dir: pages });
    try {
      await page.session.get(`${site.url}harbour.html`);
      // Windows that no click opens are blocked: then the bookmarklet goes there itself.
      await page.run((code) => {
        window.open = () => null;
        (0, eval)(code);
      }, code);
      await page.until((url) => location.href.startsWith(url) && document.querySelector("#article h1")?.textContent === "Harbour fees may rise", page.url);
      assert.equal(await page.run(() => document.querySelector("#text").value), readFileSync(join(pages, "harbour.txt"), "utf8").trimEnd());
      assert.equal(await page.run(() => location.hash), "");
      await page.session.get(`${site.url}harbour.html`);
      await page.run((code) => {
        getSelection().selectAllChildren(document.querySelector("blockquote"));
        window.open = () => null;
        (0, eval)(code);
      }, code);
      await page.until(() => document.querySelector("#accept-link"));
      await page.click("#accept-link");
      await page.until(() => document.querySelector("#text").value.startsWith("We have not decided anything yet"));
    } finally {
      site.close();
    }
  });

  it("takes what another app shares with the installed page, without a server", { skip: SINGLE || !engine.serviceWorkers }, async () => {
    await page.openAnew();
    await page.until(() => ["yes", "now"].includes(document.documentElement.dataset.offline));
    // Opened once more, the page is the worker's for certain.
    await page.open();
    await page.until(() => navigator.serviceWorker.controller?.state === "activated");
    let posted;
    // A document of the same folder that may send forms, as the system does for the app that shares.
    const share = async () => {
      await page.session.get(`${page.url}icon.svg`);
      posted = requests().length;
      await page.run(send);
    };
    const send = () => {
      const make = (name) => document.createElementNS("http://www.w3.org/1999/xhtml", name);
      const form = make("form");
      form.method = "POST";
      form.enctype = "multipart/form-data";
      form.action = "share-target";
      for (const [name, value] of [["title", "Shared"], ["text", "It may rain, officials said."]]) {
        const field = make("input");
        field.name = name;
        field.value = value;
        form.append(field);
      }
      document.documentElement.append(form);
      form.submit();
    };
    const arrived = () => document.querySelectorAll("#article mark").length === 2;
    await share();
    // On a busy machine WebKitGTK now and then loses a request to a worker that it is waking.
    if (engine.name === "webkitgtk" && !(await page.settles(() => page.run(arrived).catch(() => false)))) await share();
    await page.until(arrived);
    assert.equal(await page.run(() => document.querySelector("#text").value), "Shared\n\nIt may rain, officials said.");
    assert.ok(requests().slice(posted).every((path) => !path.includes("share-target?") && !path.endsWith("share-target")));
  });

  it("tells when the program has stopped, and keeps the text", async () => {
    await article();
    await page.run(() => {
      window.dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
      window.faults = [];
    });
    assert.equal(await page.run(() => document.querySelector(".stopped textarea").value), STORY);
    await accessible("stopped");
    await page.openAnew();
  });

  it("has sent nothing anywhere and reported no fault", async () => {
    assert.deepEqual(await page.faults(), []);
    const asked = new Set(requests().map((path) => path.replace(/-[0-9a-f]+(_bg)?\./, ".").split("/").pop()));
    for (const name of asked) assert.match(name, /^$|^favicon\.ico$|\.(js|json|wasm|css|svg)$/, `${engine.name} asked for ${name}`);
  });
});
