// Leads the reader from mark to mark, keeps the card at its mark, and keeps the place when the page is marked anew.
{
  const lector = (globalThis.caveatLector ??= {});
  /** So much text before a mark tells it from others of the same words, in UTF-16 units. */
  const AROUND = 32;
  /** So many marks before one that is gone are looked for. */
  const BEFORE = 50;

  lector.Steps = class {
    /** `reader` has the story with the result and the places of the marks. */
    constructor(reader) {
      this.reader = reader;
      /** The indices of the marks on the card. */
      this.onCard = [];
      this.parts = null;
      /** Where the reader was led. */
      this.shown = [];
    }

    /** The index of the mark that the reader is at; between two marks it ends in .5. Each story has its own. */
    get current() {
      return this.reader.story.at;
    }

    set current(mark) {
      this.reader.story.at = mark;
    }

    open(marks, options) {
      const { story: { result, places }, highlights, overlay } = this.reader;
      const shown = marks.map((mark) => result.marks[mark]);
      const parts = shown.flatMap(({ start, end }) => places.parts(start, end));
      if (!parts.length) return overlay.closeCard();
      [this.current] = marks;
      this.onCard = marks;
      this.parts = this.shown = parts;
      highlights.drawHere(parts);
      return overlay.showCard(shown, result.rules, this.rectOf(parts[0]), options);
    }

    /** The card was closed. */
    closed(byReader) {
      this.forget();
      this.parts = null;
      this.onCard = [];
      if (byReader) this.before?.focus?.({ preventScroll: true });
      this.before = null;
    }

    /** Nothing is shown to the reader any more. */
    forget() {
      this.reader.highlights.drawHere([]);
      this.shown = [];
    }

    /** True while a card is kept open, or the place to which the reader was led is in the window. */
    isLookedAt() {
      const { overlay } = this.reader;
      const isInWindow = ({ top, bottom }) => bottom > 0 && top < innerHeight;
      return overlay.pinned || overlay.isUsed() || lector.unlessGone(() => this.shown.length > 0 && this.shown[0].node.isConnected && isInWindow(this.rectOf(this.shown[0])), false);
    }

    leave() {
      const { overlay } = this.reader;
      if (!overlay.pinned && !overlay.isUsed()) overlay.closeCard();
    }

    /** Goes to the next or previous mark, around the ends, and explains it. */
    step(by) {
      const { story, overlay } = this.reader;
      const { marks } = story?.result ?? { marks: [] };
      const count = marks.length;
      if (!count) return;
      for (let tries = 0; tries < count; tries += 1) {
        const next = by > 0 ? Math.floor(this.current) + 1 : Math.ceil(this.current) - 1;
        this.current = (next + count) % count;
        if (this.scrollTo(marks[this.current])) break;
      }
      this.before ??= overlay.root.activeElement ?? document.activeElement;
      this.open([this.current], { pinned: true, focus: true });
    }

    // The page is marked anew.

    /** The index in the new result of a mark of the former one; -1 if it is gone. */
    indexOf(mark, former) {
      const { result, places } = this.reader.story;
      const { start, end, rule } = former.result.marks[mark];
      const { id } = former.result.rules[rule];
      const ofRule = (found) => result.rules[found.rule].id === id;
      const [part] = former.places.parts(start, end);
      const at = part ? places.offsetAt(part.node, part.start) : null;
      if (at !== null) return result.marks.findIndex((found) => found.start === at && ofRule(found));
      // The site shows its text in other nodes: words and those before them tell the mark.
      const words = (text, found) => text.slice(Math.max(0, found.start - AROUND), found.end);
      const same = result.marks.filter((found) => ofRule(found) && words(result.text, found) === words(former.result.text, { start, end }));
      const distance = (found) => Math.abs(found.start - start);
      return result.marks.indexOf(same.sort((one, other) => distance(one) - distance(other))[0]);
    }

    /** Finds the reader's place in the new result: at the same mark, or behind the last one before it. The card stays while its marks exist. */
    renew(former) {
      const { overlay } = this.reader;
      const [last, onCard] = [Math.floor(this.current), this.onCard.map((mark) => this.indexOf(mark, former))];
      let [mark, index] = [last, -1];
      for (; mark >= 0 && mark > last - BEFORE; mark -= 1) if ((index = this.indexOf(mark, former)) >= 0) break;
      this.current = mark === this.current ? index : index + 0.5;
      if (onCard.length && onCard.every((found) => found >= 0)) this.open(onCard, { pinned: overlay.pinned, kept: true });
      else overlay.closeCard();
    }

    // The places on the screen.

    /** The rectangle in this window of a part of the document, which may be in a frame. */
    rectOf(part) {
      const { left, top, right, bottom } = lector.rangeOf(part).getBoundingClientRect();
      let [x, y] = [0, 0];
      for (let view = part.node.ownerDocument.defaultView; view && view !== window; view = view.parent) {
        const frame = view.frameElement.getBoundingClientRect();
        [x, y] = [x + frame.left + view.frameElement.clientLeft, y + frame.top + view.frameElement.clientTop];
      }
      return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
    }

    /** Keeps the card at its mark while the page scrolls. */
    follow() {
      if (!this.parts || this.following) return;
      this.following = requestAnimationFrame(() => {
        this.following = 0;
        if (this.parts?.every(({ node, end }) => lector.unlessGone(() => node.isConnected && end <= node.length, false))) this.reader.overlay.place(this.rectOf(this.parts[0]));
      });
    }

    /** Goes to a span of the text, as the panel asks; the next mark is the first one from there on. */
    goTo(span) {
      const { story, overlay } = this.reader;
      overlay.closeCard();
      if (story && this.scrollTo(span)) this.current = story.result.marks.filter(({ start }) => start < span.start).length - 0.5;
    }

    /** Scrolls the site to a span of the text; false if it is not there any more. */
    scrollTo({ start, end }) {
      const { story: { places }, highlights } = this.reader;
      const parts = places.parts(start, end);
      if (!parts.length || !parts[0].node.isConnected) return false;
      const range = lector.rangeOf(parts[0]);
      const element = parts[0].node.parentElement ?? parts[0].node.getRootNode().host;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "auto";
      element?.scrollIntoView({ block: "center", behavior: calm });
      const rect = range.getBoundingClientRect();
      const view = parts[0].node.ownerDocument.defaultView;
      // A long paragraph may be higher than the window.
      if (rect.top < 0 || rect.bottom > view.innerHeight) view.scrollBy({ top: rect.top - view.innerHeight / 3, behavior: calm });
      this.shown = parts;
      highlights.drawHere(parts);
      return true;
    }
  };
}
