// From a place in the text that the engine reads to a place in the document, and back.
{
  const lector = (globalThis.caveatLector ??= {});

  /** The number of items for which `fits` holds, if all of them come first. */
  const countFirst = (count, fits) => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fits(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  lector.rangeOf = ({ node, start, end }) => {
    const range = node.ownerDocument.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return range;
  };

  /** The places of one marked text. `runs` holds four numbers for each run: start, index of the text, offset in it, length. */
  lector.Places = class {
    constructor({ runs, marks }, texts) {
      this.runs = runs;
      this.marks = marks;
      this.texts = texts;
      this.runsOf = new Map();
      for (let run = 0; run < this.count; run += 1) {
        const { node } = texts[runs[4 * run + 1]];
        if (!this.runsOf.has(node)) this.runsOf.set(node, []);
        this.runsOf.get(node).push(run);
      }
    }

    /** True if the other places show the same text in the same nodes. */
    equals(other) {
      const nodes = (places, index) => places.texts[places.runs[index]];
      return this.runs.length === other.runs.length && this.runs.every((number, index) => {
        if (index % 4 !== 1) return number === other.runs[index];
        const [mine, theirs] = [nodes(this, index), nodes(other, index)];
        return mine.node === theirs.node && mine.from === theirs.from;
      });
    }

    get count() {
      return this.runs.length / 4;
    }

    /** The part of the document that shows the beginning of the text. */
    get first() {
      return this.partOf(0);
    }

    /** The part of the document that shows the end of the text. */
    get last() {
      return this.partOf(this.count - 1);
    }

    partOf(run) {
      const [, index, offset, length] = this.runs.slice(4 * run, 4 * run + 4);
      const { node, from } = this.texts[index];
      return { node, start: from + offset, end: from + offset + length };
    }

    /** The parts of the document that show a span of the text: one for each text node. */
    parts(start, end) {
      const parts = [];
      const first = countFirst(this.count, (run) => this.runs[4 * run] + this.runs[4 * run + 3] <= start);
      for (let run = first; run < this.count && this.runs[4 * run] < end; run += 1) {
        const [from, index, offset, length] = this.runs.slice(4 * run, 4 * run + 4);
        const { node, from: base } = this.texts[index];
        const at = base + offset - from;
        const part = { node, start: at + Math.max(start, from), end: at + Math.min(end, from + length) };
        const last = parts.at(-1);
        // White space between two runs of a node belongs to the mark.
        if (last?.node === node) last.end = part.end;
        else parts.push(part);
      }
      return parts.filter(({ node, end }) => lector.unlessGone(() => end <= node.length, false));
    }

    /** The rectangles of a mark in its window. */
    rects(mark) {
      const { start, end } = this.marks[mark];
      return this.parts(start, end).flatMap((part) => [...lector.rangeOf(part).getClientRects()]);
    }

    /** The offset in the text of a place in the document; null outside of the text. */
    offsetAt(node, offset) {
      for (const run of this.runsOf.get(node) ?? []) {
        const [start, index, from, length] = this.runs.slice(4 * run, 4 * run + 4);
        const at = offset - this.texts[index].from - from;
        if (at >= 0 && at <= length) return start + at;
      }
      return null;
    }

    /** The indices of the marks at an offset of the text. */
    marksAt(offset) {
      const before = countFirst(this.marks.length, (mark) => this.marks[mark].start <= offset);
      const found = [];
      // Marks overlap at most a few others.
      for (let mark = before - 1; mark >= 0 && mark > before - 12; mark -= 1) {
        if (this.marks[mark].end >= offset) found.unshift(mark);
      }
      return found;
    }
  };
}
