// Notices that the page has changed, and decides when it is read again.
{
  const lector = (globalThis.caveatLector ??= {});
  /** The page is read when it has not changed for this long, in milliseconds. */
  const QUIET = 1000;
  /** A page that never stops changing is read this long after the first change, in milliseconds. */
  const LATEST = 3000;
  /** The longest pause on a page that changes without another text, in milliseconds. */
  const LONGEST = 30_000;
  /** A change of look counts only on an element with more text than this, in UTF-16 units: it may show another article. */
  const ARTICLE = 200;
  /** So much new text, in UTF-16 units, may be a further story wherever it stands. */
  const STORY = 600;
  const OBSERVED = { childList: true, characterData: true, subtree: true, attributes: true, attributeOldValue: true, attributeFilter: ["hidden", "open", "class", "style", "aria-hidden"] };

  /** The length of the text in a node, which is counted up to `most`. */
  const textLength = (node, most) => {
    if (node.nodeType === Node.TEXT_NODE) return node.length;
    if (!lector.mayHaveText(node)) return 0;
    const texts = node.ownerDocument.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    let length = 0;
    while (length < most && texts.nextNode()) length += texts.currentNode.length;
    return length;
  };

  const hasMuchText = (element) => Boolean(lector.shadowOf(element) || lector.documentIn(element)) || textLength(element, ARTICLE + 1) > ARTICLE;

  /** The parts of a style attribute that can hide an element. */
  const visibility = (style) => (style ?? "").match(/(?:^|[;\s])(?:display|visibility|content-visibility)\s*:[^;]*/g)?.join() ?? "";

  const mayShowAnother = ({ target, attributeName, oldValue }) => {
    if (attributeName !== "class" && attributeName !== "style") return true;
    if (attributeName === "style" && visibility(oldValue) === visibility(target.getAttribute("style"))) return false;
    return hasMuchText(target);
  };

  const parentOf = (node) => node.parentNode ?? node.host ?? node.defaultView?.frameElement ?? null;
  const pathOf = (node) => (node ? [node, ...pathOf(parentOf(node))] : []);

  /** The article in the document, or all stories: what contains all of it (`whole`), its text nodes, and the nodes between them. */
  const articleOf = (texts) => {
    const [first, last] = [texts[0], texts.at(-1)];
    const around = pathOf(last);
    const whole = first && pathOf(parentOf(first)).find((node) => around.includes(node));
    const nodes = new Set([whole]);
    for (const text of texts) for (let node = text; node && !nodes.has(node); node = parentOf(node)) nodes.add(node);
    return { whole, nodes };
  };
  /** True for a node of a document that is shown, unless an element hides it. */
  const isShown = (node) => lector.unlessGone(() => node.isConnected && node.ownerDocument?.defaultView !== null && (!node.checkVisibility || lector.isVisible(node)), false);

  lector.Changes = class {
    /** `read` reads the page; `opened` is called with a dialog that opens. */
    constructor(host, { read, opened }) {
      Object.assign(this, { host, read, opened });
      this.observer = new MutationObserver((records) => this.changed(records));
      this.listeners = new AbortController();
      this.loading = new WeakSet();
      this.article = articleOf([]);
      this.pause = 0;
      this.reading = true;
      this.added = 0;
      /** When the page has changed for the first time since it was read. */
      this.since = null;
      this.watch([document]);
    }

    /** Watches these documents and shadow trees, and no others. */
    watch(roots) {
      this.changed(this.observer.takeRecords());
      this.observer.disconnect();
      for (const root of roots) {
        this.observer.observe(root, OBSERVED);
        if (this.loading.has(root)) continue;
        this.loading.add(root);
        const loaded = ({ target }) => target.localName === "iframe" && this.note([target]);
        root.addEventListener("load", loaded, { capture: true, signal: this.listeners.signal });
      }
    }

    changed(records) {
      for (const { attributeName, target } of records) if (attributeName === "open" && target.localName === "dialog") this.opened(target);
      const counts = (record) => {
        if (record.type === "attributes") return mayShowAnother(record);
        return record.type === "characterData" || [...record.addedNodes, ...record.removedNodes].some((node) => node !== this.host);
      };
      this.count(records);
      this.note(records.filter(counts).map(({ target }) => target));
    }

    /** Counts the text that was added since the page was read. */
    count(records) {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) if (node !== this.host && this.added < STORY) this.added += textLength(node, STORY);
      }
    }

    /** Notes that these nodes have changed. A change of the article itself ends the pauses, and so does much new text. */
    note(nodes) {
      if (!nodes.length) return;
      const { whole, nodes: own } = this.article;
      if (!this.touched && (this.added >= STORY || nodes.some((node) => own.has(node)) || (whole && !isShown(whole)))) {
        this.touched = true;
        this.pause = 0;
        this.since = null;
      }
      this.since ??= performance.now();
      this.plan();
    }

    plan() {
      clearTimeout(this.later);
      if (this.reading || this.since === null) return;
      const now = performance.now();
      const wanted = Math.min(now + QUIET, this.since + LATEST);
      this.later = setTimeout(this.read, Math.max(wanted, this.lastRead + this.pause) - now);
    }

    /** The page is being read: what changes from here on is read in the next round. */
    begin() {
      this.changed(this.observer.takeRecords());
      clearTimeout(this.later);
      this.reading = true;
      this.since = null;
      this.touched = false;
      this.added = 0;
    }

    /** The page has been read. `texts` are the text nodes of its article; without another text the pauses grow. */
    end(isNew, texts) {
      this.pause = isNew ? 0 : Math.min(2 * (this.pause || QUIET), LONGEST);
      Object.assign(this, { article: articleOf(texts), reading: false, lastRead: performance.now() });
      this.plan();
    }

    stop() {
      clearTimeout(this.later);
      this.observer.disconnect();
      this.listeners.abort();
    }
  };
}
