// Marks the page and keeps its marks while it changes. The engine runs in the extension; here the text is read, and the marks are drawn
// and taken away again.
{
  const lector = (globalThis.caveatLector ??= {});
  const api = globalThis.browser ?? chrome;
  /** The page is read again after it has not changed for this long, in milliseconds. */
  const QUIET = 1000;
  /** The longest pause on a page that changes without another text, in milliseconds. */
  const LONGEST = 30_000;
  /** A change of class counts only on an element with more text than this, in UTF-16 units: it may show another article. */
  const ARTICLE = 200;

  lector.Reader = class {
    constructor(words, { ledgers }) {
      this.words = words;
      this.anyLanguage = false;
      this.current = -1;
      this.round = 0;
      this.quiet = QUIET;
      const selection = getSelection();
      const ranges = selection?.toString().trim() ? Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index).cloneRange()) : [];
      this.selected = ranges.length ? ranges : null;
      this.highlights = new lector.Highlights();
      this.overlay = new lector.Overlay(words, {
        step: (by) => this.step(by),
        markAnyway: () => this.markAnyway(),
        ledgers: ledgers ? () => this.ask({ ask: "ledgers" }) : null,
        openPage: () => this.ask({ ask: "open", article: this.article() }),
        takeAway: () => this.ask({ ask: "remove" }),
        ignore: (mark, rule, whole) => this.ignore(mark, rule, whole),
        left: () => this.leave(),
        closed: (byReader) => this.closed(byReader),
      });
      this.observer = new MutationObserver((records) => this.changed(records));
      this.pointer = new lector.Pointer(this);
      this.listeners = new AbortController();
    }

    ask(message) {
      return api.runtime.sendMessage(message);
    }

    /** Reads and marks the page, and tells how many marks it has. Another round that begins ends this one. */
    async mark() {
      const round = (this.round += 1);
      const isCurrent = () => round === this.round;
      this.overlay.attach();
      if (!this.result) this.overlay.showBar(this.words.reading, "reading");
      // What changes from here on is read in the next round.
      this.watch(this.read?.roots ?? [document]);
      const read = await lector.readNodes(this.overlay.host, this.selected);
      if (!isCurrent()) return;
      this.watch(read.roots);
      if (!this.isNew(read)) return;
      const { anyLanguage } = this;
      const result = await this.ask({ ask: "mark", nodes: read.nodes, title: document.title, part: Boolean(this.selected), anyLanguage });
      if (!isCurrent()) return;
      if (result.fault) throw new Error(result.fault);
      this.read = read;
      this.show(result);
      await this.highlights.draw(result.marks, this.places, isCurrent);
      if (isCurrent()) await this.ask({ ask: "marked", count: result.marks.length });
    }

    /** True if the page was never read, has another text, or shows it in other nodes. */
    isNew(read) {
      const before = this.read;
      const same = before && !this.stale && before.texts.length === read.texts.length && before.nodes.length === read.nodes.length
        && read.texts.every(({ node }, index) => node === before.texts[index].node) && read.nodes.every((node, index) => typeof node !== "string" || node === before.nodes[index]);
      this.stale = false;
      this.quiet = same ? Math.min(2 * this.quiet, LONGEST) : QUIET;
      return !same;
    }

    show(result) {
      for (const mark of result.marks) mark.words = result.text.slice(mark.start, mark.end);
      this.result = result;
      this.places = new lector.Places(result, this.read.texts);
      this.current = -1;
      this.overlay.closeCard();
      const nothing = result.notice === "empty";
      const state = nothing ? "nothing" : result.notice === "not-english" ? "foreign" : "marked";
      this.overlay.showBar(nothing ? this.words.noArticle : result.summary, state);
    }

    markAnyway() {
      this.anyLanguage = true;
      this.markAgain();
    }

    /** Marks anew after settings have changed. */
    markAgain() {
      this.stale = true;
      return this.mark();
    }

    ignore(mark, rule, whole) {
      this.overlay.closeCard(true);
      this.ask({ ask: "ignore", text: this.result.text, start: mark.start, rule: rule.id, whole, anyLanguage: this.anyLanguage });
    }

    /** The text with what the page says about itself. */
    article() {
      const said = (selector) => document.querySelector(selector)?.content?.trim() || "";
      const canonical = document.querySelector("link[rel~=canonical]")?.href ?? "";
      const address = /^https?:/.test(canonical) ? canonical : location.href.split("#")[0];
      const title = said("meta[property='og:title']") || document.title;
      return { text: this.result?.text ?? "", title, outlet: said("meta[property='og:site_name']") || location.hostname, address };
    }

    // The page changes.

    watch(roots) {
      const records = this.observer.takeRecords();
      this.observer.disconnect();
      this.changed(records);
      const what = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ["hidden", "open", "class"] };
      for (const root of roots) this.observer.observe(root, what);
      for (const root of roots) if (root.nodeType === Node.DOCUMENT_NODE) this.pointer.listenIn(root);
    }

    changed(records) {
      const ours = ({ addedNodes, removedNodes, target }) => target === document.documentElement && [...addedNodes, ...removedNodes].every((node) => node === this.overlay.host);
      const classes = new Set(records.filter(({ attributeName }) => attributeName === "class").map(({ target }) => target));
      const shows = [...classes].some((element) => element.textContent.length > ARTICLE);
      if (records.every((record) => ours(record) || (record.attributeName === "class" && !shows))) return;
      clearTimeout(this.later);
      // The extension may have gone: then its marks go, too.
      this.later = setTimeout(() => this.mark().catch(() => lector.answers.remove()), this.quiet);
    }

    // The reader goes to marks.

    /** Keeps the card at its mark. */
    listen() {
      const options = { passive: true, signal: this.listeners.signal };
      addEventListener("scroll", () => this.follow(), { ...options, capture: true });
      addEventListener("resize", () => this.follow(), options);
    }

    /** The rectangle in this window of a part of the document, which may be in a frame. */
    rectOf(part) {
      const { left, top, right, bottom } = this.places.range(part).getBoundingClientRect();
      let [x, y] = [0, 0];
      for (let view = part.node.ownerDocument.defaultView; view && view !== window; view = view.parent) {
        const frame = view.frameElement.getBoundingClientRect();
        [x, y] = [x + frame.left + view.frameElement.clientLeft, y + frame.top + view.frameElement.clientTop];
      }
      return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
    }

    leave() {
      if (!this.overlay.pinned && !this.overlay.isUsed()) this.overlay.closeCard();
    }

    open(marks, options) {
      const shown = marks.map((mark) => this.result.marks[mark]);
      const parts = shown.flatMap(({ start, end }) => this.places.parts(start, end));
      if (!parts.length) return;
      [this.current] = marks;
      this.parts = parts;
      this.highlights.drawHere(parts);
      this.overlay.showCard(shown, this.result.rules, this.rectOf(parts[0]), options);
    }

    closed(byReader) {
      this.highlights.drawHere([]);
      this.parts = null;
      if (byReader) this.before?.focus?.({ preventScroll: true });
      this.before = null;
    }

    /** Keeps the card at its mark while the page scrolls. */
    follow() {
      if (!this.parts || this.following) return;
      this.following = requestAnimationFrame(() => {
        this.following = 0;
        if (this.parts?.every(({ node, end }) => node.isConnected && end <= node.length)) this.overlay.place(this.rectOf(this.parts[0]));
      });
    }

    /** Goes to the next or previous mark, around the ends, and explains it. */
    step(by) {
      const count = this.result?.marks.length ?? 0;
      if (!count) return;
      for (let tries = 0; tries < count; tries += 1) {
        this.current = this.current < 0 && by < 0 ? count - 1 : (this.current + by + count) % count;
        if (this.scrollTo(this.result.marks[this.current])) break;
      }
      this.before ??= this.overlay.root.activeElement ?? document.activeElement;
      this.open([this.current], { pinned: true, focus: true });
    }

    /** Scrolls the site to a span of the text; false if it is not there any more. */
    scrollTo({ start, end }) {
      const parts = this.places?.parts(start, end) ?? [];
      if (!parts.length || !parts[0].node.isConnected) return false;
      const range = this.places.range(parts[0]);
      const element = parts[0].node.parentElement ?? parts[0].node.getRootNode().host;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "auto";
      element?.scrollIntoView({ block: "center", behavior: calm });
      const rect = range.getBoundingClientRect();
      const view = parts[0].node.ownerDocument.defaultView;
      // A long paragraph may be higher than the window.
      if (rect.top < 0 || rect.bottom > view.innerHeight) view.scrollBy({ top: rect.top - view.innerHeight / 3, behavior: calm });
      this.highlights.drawHere(parts);
      return true;
    }

    remove() {
      this.round += 1;
      clearTimeout(this.later);
      this.pointer.stop();
      this.observer.disconnect();
      this.listeners.abort();
      this.overlay.remove();
      this.highlights.remove();
    }
  };
}
