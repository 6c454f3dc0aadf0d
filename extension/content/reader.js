// Marks the page and keeps its marks while it changes. The engine runs in the extension; here the text is read, and the marks are drawn
// and taken away again.
{
  const lector = (globalThis.caveatLector ??= {});
  const api = globalThis.browser ?? chrome;

  /** True if both results mark the same words of the same text, in the same way. */
  const isSame = (one, other) => {
    const parts = ["start", "end", "rule", "category", "weak"];
    return one.text === other.text && one.summary === other.summary && one.notice === other.notice && one.marks.length === other.marks.length
      && JSON.stringify(one.rules) === JSON.stringify(other.rules) && one.marks.every((mark, index) => parts.every((part) => mark[part] === other.marks[index][part]));
  };

  /** True if two nodes are equal as they are sent to the engine: texts, or elements with the same hints. */
  const isSameNode = (one, other) => one === other || (Array.isArray(one) && Array.isArray(other) && one.every((part, index) => part === other[index]));

  lector.Reader = class {
    /** `selected` is what the reader wants to have marked, if not the whole article. */
    constructor(words, { ledgers, selected }) {
      this.words = words;
      this.selected = selected;
      this.anyLanguage = false;
      this.round = 0;
      this.overlay = new lector.Overlay(words, {
        step: (by) => this.steps.step(by),
        markAnyway: () => this.markAnyway(),
        ledgers: ledgers ? () => this.ask({ ask: "ledgers" }) : null,
        openPage: () => this.ask({ ask: "open", article: this.article() }),
        takeAway: () => this.ask({ ask: "remove" }),
        ignore: (mark, rule, whole) => this.ignore(mark, rule, whole),
        left: () => this.steps.leave(),
        closed: (byReader) => this.steps.closed(byReader),
      });
      this.highlights = new lector.Highlights(this.overlay.probe);
      this.steps = new lector.Steps(this);
      this.pointer = new lector.Pointer(this);
      this.changes = new lector.Changes(this.overlay.host, { read: () => this.renew(), opened: (dialog) => this.overlay.attach(dialog) });
    }

    ask(message) {
      return api.runtime.sendMessage(message);
    }

    /** Reads and marks the page. Another round that begins ends this one. */
    async mark() {
      const round = (this.round += 1);
      const isCurrent = () => round === this.round;
      this.overlay.attach();
      if (!this.result) this.overlay.showBar(this.words.reading, "reading");
      this.changes.begin();
      const read = await lector.readNodes(this.overlay.host, this.selected);
      if (!isCurrent()) return;
      this.changes.watch(read.roots);
      for (const root of read.roots) this.pointer.listenIn(root);
      const result = this.isNew(read) ? await this.find(read.nodes) : null;
      if (!isCurrent()) return;
      const isNew = Boolean(result) && !(this.result && isSame(result, this.result));
      if (result) await this.show(read, result, isNew, isCurrent);
      if (!isCurrent()) return;
      this.changes.end(isNew, [...this.places.runsOf.keys()]);
      if (isNew) await this.ask({ ask: "marked", count: result.marks.length });
    }

    /** True if the page was never read, has another text, or shows it in other nodes. */
    isNew(read) {
      const before = this.read;
      const same = before && !this.stale && before.texts.length === read.texts.length && before.nodes.length === read.nodes.length
        && read.texts.every(({ node }, index) => node === before.texts[index].node) && read.nodes.every((node, index) => isSameNode(node, before.nodes[index]));
      this.stale = false;
      return !same;
    }

    /** Has the engine find the article and its marks. */
    async find(nodes) {
      const result = await this.ask({ ask: "mark", nodes, title: document.title, part: Boolean(this.selected), anyLanguage: this.anyLanguage });
      if (result.fault) throw new Error(result.fault);
      return result;
    }

    /** Shows a result, of which only the places in the document may be new. */
    async show(read, result, isNew, isCurrent) {
      const former = { result: this.result, places: this.places };
      const places = new lector.Places(result, read.texts);
      const moved = isNew || !places.equals(former.places);
      if (moved) await this.styleFrames(places);
      if (!isCurrent()) return;
      Object.assign(this, { read, result, places });
      if (!moved) return;
      if (former.result) this.steps.renew(former);
      if (isNew) this.showSummary();
      await this.highlights.draw(result.marks, places, isCurrent);
    }

    showSummary() {
      const { notice, summary } = this.result;
      const state = { empty: "nothing", "not-english": "foreign" }[notice] ?? "marked";
      this.overlay.showBar(state === "nothing" ? this.words.noArticle : summary, state);
    }

    /** The article may be in a frame that was loaded after the click, and lacks the style sheets. */
    async styleFrames(places) {
      const documents = new Set([...places.runsOf.keys()].map((node) => node.ownerDocument));
      const late = this.styled && [...documents].some((document) => !this.styled.has(document));
      this.styled = documents.union(this.styled ?? new Set());
      if (late) await this.ask({ ask: "styles" });
    }

    /** Says that what is selected cannot be read, as in a frame of another site. */
    refuse() {
      this.overlay.attach();
      this.overlay.showBar(this.words.notSelected, "nothing");
      return { marked: true };
    }

    /** Marks anew. The extension may have gone: then its marks go, too. */
    renew() {
      return this.mark().catch(() => lector.answers.remove());
    }

    /** Marks anew after settings have changed. */
    markAgain() {
      this.stale = true;
      return this.renew();
    }

    markAnyway() {
      this.anyLanguage = true;
      this.markAgain();
    }

    ignore(mark, rule, whole) {
      this.overlay.closeCard(true);
      this.ask({ ask: "ignore", text: this.result.text, start: mark.start, rule: rule.id, whole, anyLanguage: this.anyLanguage });
    }

    /** The text, how it is marked, and what the page says about itself. */
    article() {
      return { text: this.result?.text ?? "", anyLanguage: this.anyLanguage, ...lector.provenance() };
    }

    remove() {
      this.round += 1;
      this.changes.stop();
      this.pointer.stop();
      this.overlay.remove();
      this.highlights.remove();
    }
  };
}
