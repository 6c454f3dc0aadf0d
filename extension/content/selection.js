// What the reader has selected, also in shadow trees and in frames of the same site.
{
  const lector = (globalThis.caveatLector ??= {});

  /** The element in whose place a tree is shown: the host of a shadow tree, or the frame of a document. */
  const hostOf = (root) => root.host ?? root.defaultView?.frameElement ?? null;

  /** The shadow trees of a document, also those inside of others. */
  const shadowTreesIn = (root) => [...root.querySelectorAll("*")].flatMap((element) => {
    const tree = lector.shadowOf(element);
    return tree ? [tree, ...shadowTreesIn(tree)] : [];
  });

  /** The document in which the reader was last. */
  const focusedIn = (root) => {
    const element = root.activeElement;
    const inner = element && (lector.documentIn(element) ?? lector.shadowOf(element));
    return inner ? focusedIn(inner) : (root.ownerDocument ?? root);
  };

  /** A place in each of the trees that contain it, the innermost first: `side` is 0 for a place before the host of a tree, 1 behind it. */
  const placesOf = (node, offset, side) => {
    const root = node.getRootNode();
    const host = hostOf(root);
    const outer = host?.parentNode ? placesOf(host.parentNode, [...host.parentNode.childNodes].indexOf(host) + side, side) : [];
    return [{ root, node, offset }, ...outer];
  };

  /** The ranges of a selection; those in shadow trees are known only to newer browsers. */
  const rangesOf = (selection, shadowRoots) =>
    selection.rangeCount === 1 && selection.getComposedRanges
      ? selection.getComposedRanges({ shadowRoots })
      : Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));

  /** Selected parts. Their ranges follow the changes of the page. */
  class Selected {
    constructor(ranges) {
      /** The ranges in each tree. A tree inside of the selection has none. */
      this.ranges = new Map();
      for (const range of ranges) this.add(range);
    }

    add({ startContainer, startOffset, endContainer, endOffset }) {
      const added = new Map();
      const rangeIn = (root) => {
        if (!added.has(root)) added.set(root, (root.ownerDocument ?? root).createRange());
        return added.get(root);
      };
      const [starts, ends] = [placesOf(startContainer, startOffset, 0), placesOf(endContainer, endOffset, 1)];
      for (const { root } of [...starts, ...ends]) rangeIn(root).selectNodeContents(root);
      for (const { root, node, offset } of starts) rangeIn(root).setStart(node, offset);
      for (const { root, node, offset } of ends) rangeIn(root).setEnd(node, offset);
      for (const [root, range] of added) this.ranges.set(root, [...(this.ranges.get(root) ?? []), range]);
    }

    /** True if nothing is selected but white space. */
    isBlank() {
      return ![...this.ranges.values()].flat().some((range) => String(range).trim());
    }

    /** True if neither the node nor anything in it is selected. */
    isLeftOut(node) {
      const ranges = this.ranges.get(node.getRootNode());
      return Boolean(ranges) && !ranges.some((range) => range.intersectsNode(node));
    }

    /** The selected parts of a text: pairs of offsets. */
    parts(text) {
      const root = text.getRootNode();
      const ranges = this.ranges.get(root);
      if (!ranges) return this.isWhole(root) ? [[0, text.length]] : [];
      const touching = ranges.filter((range) => range.intersectsNode(text));
      return touching.map((range) => [range.startContainer === text ? range.startOffset : 0, range.endContainer === text ? range.endOffset : text.length]);
    }

    /** True if a tree without ranges is shown inside of the selection. */
    isWhole(root) {
      const host = hostOf(root);
      if (!host) return false;
      const ranges = this.ranges.get(host.getRootNode());
      if (!ranges) return this.isWhole(host.getRootNode());
      const around = host.ownerDocument.createRange();
      around.selectNode(host);
      return ranges.some((range) => range.compareBoundaryPoints(Range.START_TO_START, around) <= 0 && range.compareBoundaryPoints(Range.END_TO_END, around) >= 0);
    }
  }

  /** What is selected, or `null`. Each document has a selection of its own: the one in which the reader was last counts first. */
  lector.selected = ({ inFrame = false } = {}) => {
    const frames = [...document.querySelectorAll("iframe")].map(lector.documentIn).filter(Boolean);
    const documents = new Set([focusedIn(document), document, ...frames]);
    if (inFrame) documents.delete(document);
    for (const document of documents) {
      const selection = document.getSelection();
      if (!selection?.rangeCount) continue;
      const selected = new Selected(rangesOf(selection, shadowTreesIn(document)).filter((range) => !range.collapsed));
      if (!selected.isBlank()) return selected;
    }
    return null;
  };
}
