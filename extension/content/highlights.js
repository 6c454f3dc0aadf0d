// Draws the marks with custom highlights, which leave the elements of the document as they are.
{
  const lector = (globalThis.caveatLector ??= {});
  const PREFIX = "caveat-lector-";
  const HERE = "here";

  lector.canHighlight = () => Boolean(globalThis.CSS?.highlights && globalThis.Highlight && globalThis.StaticRange);

  const registryOf = (view) => lector.unlessGone(() => view.CSS.highlights, null);

  lector.Highlights = class {
    /** `probe` is an element of ours, with which the browser reads colours. */
    constructor(probe) {
      this.probe = probe;
      /** The names that are registered, for each window. */
      this.names = new Map();
      this.colours = new WeakMap();
    }

    /** The colour in which the site writes a text. */
    colour(node) {
      const parent = node.parentElement ?? node.getRootNode().host;
      if (parent && !this.colours.has(parent)) this.colours.set(parent, lector.textColour(parent, this.probe));
      return this.colours.get(parent) ?? lector.UNKNOWN;
    }

    /** Draws all marks of the stories, in short tasks, and then takes the former ones away. */
    async draw(stories, isCurrent) {
      this.colours = new WeakMap();
      const drawn = new Map();
      const marks = stories.flatMap(({ result, places }) => result.marks.map((mark) => ({ mark, places })));
      await lector.inShortTasks(marks, ({ mark, places }) => {
        for (const part of places.parts(mark.start, mark.end)) {
          const colour = this.colour(part.node);
          this.add(drawn, part, `${mark.category}-${mark.weak ? "weak" : "strong"}-${colour.tone}`);
          // The tint of a strong mark may need another colour of the text.
          if (!mark.weak && !colour.isLegible.tint) this.add(drawn, part, `ink-${colour.tone}`);
        }
        return isCurrent();
      });
      if (isCurrent()) this.register(drawn, (name) => !name.startsWith(HERE));
    }

    /** Draws what the reader is at; nothing without parts. */
    drawHere(parts) {
      const drawn = new Map();
      for (const part of parts) {
        const colour = this.colour(part.node);
        this.add(drawn, part, `${HERE}-${colour.tone}`);
        if (!colour.isLegible.here) this.add(drawn, part, `${HERE}-ink-${colour.tone}`);
      }
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
        const registry = registryOf(view);
        const before = this.names.get(view) ?? new Set();
        const now = drawn.get(view) ?? new Map();
        if (!registry) {
          this.names.delete(view);
          continue;
        }
        for (const name of before) if (ours(name) && !now.has(name)) registry.delete(PREFIX + name);
        for (const [name, ranges] of now) {
          const highlight = new view.Highlight();
          for (const range of ranges) highlight.add(range);
          highlight.priority = name.startsWith(HERE) ? 1 : 0;
          registry.set(PREFIX + name, highlight);
        }
        this.names.set(view, new Set([...[...before].filter((name) => !ours(name)), ...now.keys()]));
      }
    }

    remove() {
      for (const [view, names] of this.names) for (const name of names) registryOf(view)?.delete(PREFIX + name);
      this.names.clear();
    }
  };
}
