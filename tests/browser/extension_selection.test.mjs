// The browser extension marks what is selected, wherever the selection is.
import assert from "node:assert/strict";
import { before, describe } from "node:test";
import { engines } from "./engines.mjs";
import { HEADLINE, MARKS, Site, article, pageOf, paragraphs, words } from "./extension_suite.mjs";
import { servePages } from "./extension.mjs";
import { it } from "./retry.mjs";

const story = article([HEADLINE, ...paragraphs]);
const shadow = (mode) => pageOf(`<p>Officials may say so.</p><x-page><template shadowrootmode="${mode}">${story}</template></x-page><p>Critics might, too.</p>`);
const made = {
  "basic.html": pageOf(story),
  "open.html": shadow("open"),
  "sealed.html": pageOf(`<x-page></x-page><script>window.sealed = document.querySelector("x-page").attachShadow({ mode: "closed" }); sealed.innerHTML = ${JSON.stringify(story)};</script>`),
  "two.html": pageOf(`<x-page><template shadowrootmode="open"><p>${paragraphs[0]}</p></template></x-page><x-page><template shadowrootmode="open"><p>${paragraphs[1]}</p></template></x-page>`),
  "slots.html": pageOf(`<x-page><template shadowrootmode="open"><p>It might be over, critics say.</p><slot></slot></template>${story}</x-page>`),
  "frames.html": pageOf('<p>Officials may say so.</p><iframe src="basic.html" width="700" height="500"></iframe>'),
};

for (const engine of engines().found.filter(({ name }) => name !== "webkitgtk")) {
  describe(`extension on a selection, in ${engine.name}`, { timeout: 600_000 }, () => {
    const site = new Site(engine, { made });
    let reader;
    before(() => ({ reader } = site));
    /** Selects from words in one paragraph to words in another, and marks that. */
    const select = async (page, first, last, expected, options = {}) => {
      await site.visit(page);
      await reader.run((first, last) => {
        const trees = [...[...document.querySelectorAll("x-page")].map((host) => host.shadowRoot ?? window.sealed), document];
        const find = (words) => {
          for (const tree of trees) {
            const texts = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) if (texts.currentNode.data.includes(words)) return [texts.currentNode, texts.currentNode.data.indexOf(words)];
          }
          throw new Error(`no ${words}`);
        };
        const [from, at] = find(first);
        const [to, until] = find(last);
        getSelection().setBaseAndExtent(from, at, to, until + last.length);
      }, first, last);
      await reader.toggle(options);
      assert.deepEqual(await reader.marks(), expected, `${page}, ${first} to ${last}`);
      await reader.toggle();
    };

    it("takes parts of paragraphs, in both directions", async () => {
      const part = words("according to two officials briefed on it, who said that the council had heard enough about the harbour and its traffic.\n\n“It seems dead,” Senator Ana Ruiz");
      await select("basic.html", "according", "Ana Ruiz", part);
      await site.visit("basic.html");
      await reader.run(() => {
        const [, first, second] = document.querySelectorAll("p");
        getSelection().setBaseAndExtent(second.firstChild, 8, first.firstChild, 4);
      });
      await reader.toggle();
      assert.deepEqual(await reader.marks(), ["hedge: seems"]);
    });

    it("takes what is selected in a shadow tree", async () => {
      await select("open.html", "It seems", "Ana Ruiz", ["hedge: seems"]);
      await select("sealed.html", "It seems", "Ana Ruiz", ["hedge: seems"]);
      await select("slots.html", "It seems", "Ana Ruiz", ["hedge: seems"]);
    });

    it("takes a selection that ends in another tree than it begins in", async () => {
      await select("two.html", "according", "It seems dead", ["source: two officials briefed on it", "hedge: seems"]);
      await select("open.html", "It seems", "Critics might", ["hedge: seems", "pending: No final decision", "hedge: might"]);
    });

    it("takes what is selected in a frame, and the whole article without a selection", async () => {
      await site.visit("frames.html");
      await reader.until(() => Boolean(frames[0].document.querySelector("article")));
      await reader.run(() => {
        frames[0].focus();
        frames[0].getSelection().selectAllChildren(frames[0].document.querySelectorAll("p")[1]);
      });
      await reader.toggle({ part: true, inFrame: true });
      assert.deepEqual([await reader.marks("frame"), await reader.marks()], [["hedge: seems"], []]);
      await reader.run(() => frames[0].getSelection().removeAllRanges());
      await reader.toggle({ again: true });
      assert.deepEqual(await reader.marks("frame"), MARKS);
    });

    it("says so if the selection cannot be read, and marks nothing else", async () => {
      // To the browser another port is another site.
      const other = await servePages({}, { "there.html": made["basic.html"], "here.html": made["basic.html"] });
      try {
        await site.visit("frames.html");
        await reader.run((url) => {
          getSelection().selectAllChildren(document.querySelector("p"));
          document.querySelector("iframe").src = url;
        }, `${other.url}there.html`);
        await reader.toggle({ again: true, part: true, inFrame: true });
        assert.match(await reader.inOverlay(".caveat-lector-status"), /can’t be read: /);
        assert.deepEqual(await reader.marks(), []);
        await reader.toggle();
        assert.equal(await reader.inOverlay(".caveat-lector-status"), null);
      } finally {
        other.close();
      }
    });
  });
}
