// Draws the marks with custom highlights, which leave the elements of the document as they are.
{
  const lector = (globalThis.caveatLector ??= {});
  const PREFIX = "caveat-lector-";
  const HERE = "here";

  lector.canHighlight = () => Boolean(globalThis.CSS?.highlights && globalThis.Highlight && globalThis.StaticRange);

  /** True if a colour is light, as the text of a dark site is. The computed value is written in one of three forms. */
  const isLight = (colour) => {
    const numbers = (colour.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    if (/^(ok)?l(ab|ch)\(/.test(colour)) return numbers[0] > (colour.startsWith("ok") ? 0.6 : 55);
    const [red, green, blue] = colour.startsWith("color(") ? numbers.map((number) => number * 255) : numbers;
    return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
  };

  lector.Highlights = class {
    constructor() {
      /** The names that are registered, for each window. */
      this.names = new Map();
      this.tones = new WeakMap();
    }

    /** `dark` where the site writes with a light colour. */
    tone(node) {
      const parent = node.parentElement ?? node.getRootNode().host;
      if (!parent) return "light";
      if (!this.tones.has(parent)) {
        this.tones.set(parent, isLight(node.ownerDocument.defaultView.getComputedStyle(parent).color) ? "dark" : "light");
      }
      return this.tones.get(parent);
    }

    /** Draws all marks, in short tasks, and then takes the former ones away. */
    async draw(marks, places, isCurrent) {
      this.tones = new WeakMap();
      const drawn = new Map();
      await lector.inShortTasks(marks, (mark) => {
        for (const part of places.parts(mark.start, mark.end)) {
          const name = `${mark.category}-${mark.weak ? "weak" : "strong"}-${this.tone(part.node)}`;
          this.add(drawn, part, name);
        }
        return isCurrent();
      });
      if (isCurrent()) this.register(drawn, (name) => !name.startsWith(HERE));
    }

    /** Draws what the reader is at; nothing without parts. */
    drawHere(parts) {
      const drawn = new Map();
      for (const part of parts) this.add(drawn, part, `${HERE}-${this.tone(part.node)}`);
      this.register(drawn, (name) => name.startsWith(HERE));
    }

    add(drawn, { node, start, end }, name) {
      const view = node.ownerDocument.defaultView;
      if (!view || !lector.canHighlight()) return;
      if (!drawn.has(view)) drawn.set(view, new Map());
      const names = drawn.get(view);
      if (!names.has(name)) names.set(name, []);
      names.get(name).push(new view.StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }));
    }

    /** Replaces the highlights whose names are `ours`. A browser without custom highlights draws none; bar, card and panel still lead to the places. */
    register(drawn, ours) {
      if (!lector.canHighlight()) return;
      for (const view of new Set([...this.names.keys(), ...drawn.keys()])) {
        const before = this.names.get(view) ?? new Set();
        const now = drawn.get(view) ?? new Map();
        for (const name of before) if (ours(name) && !now.has(name)) view.CSS.highlights.delete(PREFIX + name);
        for (const [name, ranges] of now) {
          const highlight = new view.Highlight();
          for (const range of ranges) highlight.add(range);
          highlight.priority = name.startsWith(HERE) ? 1 : 0;
          view.CSS.highlights.set(PREFIX + name, highlight);
        }
        this.names.set(view, new Set([...[...before].filter((name) => !ours(name)), ...now.keys()]));
      }
    }

    remove() {
      for (const [view, names] of this.names) for (const name of names) view.CSS?.highlights.delete(PREFIX + name);
      this.names.clear();
    }
  };
}
