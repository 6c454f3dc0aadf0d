// Finds the mark under the pointer, and opens its card: a pointer that rests, a click or a tap.
{
  const lector = (globalThis.caveatLector ??= {});
  /** The pointer rests this long on a mark before its card opens, in milliseconds. */
  const HOVER = 250;
  /** What a click is meant for, if it is not a mark. */
  const CONTROLS = "a, button, input, select, textarea, label, summary, [role=button], [role=link], [contenteditable]";

  lector.Pointer = class {
    /** `reader` has the places of the marks and opens the card. */
    constructor(reader) {
      this.reader = reader;
      this.listenedTo = new WeakSet();
      this.listeners = new AbortController();
    }

    /** Listens in a document or a shadow tree. Pointer and keys in a shadow tree reach its document, scrolling does not. */
    listenIn(root) {
      if (this.listenedTo.has(root)) return;
      this.listenedTo.add(root);
      const options = { passive: true, capture: true, signal: this.listeners.signal };
      root.addEventListener("scroll", () => this.reader.scrolled(), options);
      if (root.nodeType !== Node.DOCUMENT_NODE) return;
      root.defaultView?.addEventListener("resize", () => this.reader.steps.follow(), options);
      root.addEventListener("pointermove", (event) => this.moved(event), options);
      root.addEventListener("click", (event) => this.clicked(event), options);
      root.addEventListener("keydown", (event) => event.key === "Escape" && this.reader.overlay.closeCard(true), options);
    }

    /** The marks that are drawn at a place of a window: their story and their indices in it; null without a mark. */
    marksAt(root, x, y) {
      const { stories, roots } = this.reader;
      const shadowRoots = roots.filter((tree) => tree.host);
      const caret = root.caretPositionFromPoint?.(x, y, { shadowRoots });
      const story = caret && stories.find(({ places }) => places.runsOf.has(caret.offsetNode));
      const offset = story?.places.offsetAt(caret.offsetNode, caret.offset) ?? null;
      if (offset === null) return null;
      // The caret is also found beside a line, at its end.
      const isAt = ({ left, right, top, bottom }) => left - 1 <= x && x <= right + 1 && top - 1 <= y && y <= bottom + 1;
      const marks = story.places.marksAt(offset).filter((mark) => story.places.rects(mark).some(isAt));
      return marks.length ? { story, marks } : null;
    }

    open({ story, marks }, options) {
      this.reader.turn(story);
      this.reader.steps.open(marks, options);
    }

    moved({ pointerType, buttons, currentTarget, clientX, clientY, target }) {
      const { overlay } = this.reader;
      clearTimeout(this.resting);
      if (pointerType === "touch" || buttons || overlay.pinned || target === overlay.host) return;
      this.resting = setTimeout(() => {
        const found = this.marksAt(currentTarget, clientX, clientY);
        if (found) this.open(found, { pinned: false });
        else this.reader.steps.leave();
      }, HOVER);
    }

    clicked(event) {
      const { overlay } = this.reader;
      const [target] = event.composedPath();
      if (event.target === overlay.host || event.button || target.closest?.(CONTROLS) || !getSelection()?.isCollapsed) return;
      const found = this.marksAt(event.currentTarget, event.clientX, event.clientY);
      if (found) this.open(found, { pinned: true });
      else overlay.closeCard();
    }

    stop() {
      clearTimeout(this.resting);
      this.listeners.abort();
    }
  };
}
