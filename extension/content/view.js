// Notices which story the reader is at, where a page has several.
{
  const lector = (globalThis.caveatLector ??= {});
  /** So long after scrolling the view is looked at, and so long a story is in its middle before it counts, in milliseconds. */
  const REST = 400;

  lector.View = class {
    /** `reader` has the stories and turns to another one. */
    constructor(reader) {
      this.reader = reader;
      this.later = 0;
      this.wanted = null;
    }

    /** The story in the middle of the window; null between stories and beside them. */
    story() {
      const { stories, story, steps } = this.reader;
      const middle = innerHeight / 2;
      const isThere = ({ places }) => {
        const [first, last] = [steps.rectOf(places.first), steps.rectOf(places.last)];
        return first.top <= middle && last.bottom >= middle;
      };
      const there = stories.filter((one) => lector.unlessGone(() => one.places.count > 0 && isThere(one), false));
      return there.includes(story) ? story : (there[0] ?? null);
    }

    /** The reader scrolls, or has closed a card. */
    moved() {
      if (this.reader.stories.length > 1) this.later ||= setTimeout(() => this.look(), REST);
    }

    /** Turns to the story in the middle if it was there a moment ago, unless the reader looks at a mark of the former one. */
    look() {
      this.later = 0;
      const { reader, wanted } = this;
      const story = this.story();
      this.wanted = story === reader.story || reader.steps.isLookedAt() ? null : story;
      if (!this.wanted) return;
      if (this.wanted === wanted) reader.turn(wanted);
      else this.moved();
    }

    stop() {
      clearTimeout(this.later);
    }
  };
}
