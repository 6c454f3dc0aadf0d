// Reads the document as a tree of names and texts, in short tasks. Nothing of the document is changed.
{
  const lector = (globalThis.caveatLector ??= {});
  /** A task ends after this time, in milliseconds. */
  const TASK = 8;
  /** Elements that show no text, or whose text is not the site's. */
  const WITHOUT_TEXT = new Set(["script", "style", "noscript", "template", "svg", "math", "canvas", "audio", "video", "object", "embed", "select", "textarea", "input"]);
  /** False for a script, a picture and other elements whose text nobody reads. */
  lector.mayHaveText = (element) => !WITHOUT_TEXT.has(element.localName);

  /** Resolves in a later task, so that the site can respond in between. */
  lector.pause = () => globalThis.scheduler?.yield?.() ?? new Promise((later) => setTimeout(later));

  /** Calls `step` for each item and pauses whenever a task has taken its time. Stops early if `step` returns false. */
  lector.inShortTasks = async (items, step) => {
    let since = performance.now();
    for (const item of items) {
      if (step(item) === false) return;
      if (performance.now() - since < TASK) continue;
      await lector.pause();
      since = performance.now();
    }
  };

  /** Returns what `look` returns, or `otherwise` if it fails: in Firefox nothing that was in a frame may be touched when the frame has gone. */
  lector.unlessGone = (look, otherwise) => {
    try {
      return look();
    } catch {
      return otherwise;
    }
  };

  /** The shadow tree of an element, open or closed; none for most. */
  lector.shadowOf = (element) => {
    try {
      return globalThis.chrome?.dom?.openOrClosedShadowRoot?.(element) ?? element.openOrClosedShadowRoot ?? element.shadowRoot;
    } catch {
      return element.shadowRoot;
    }
  };
  /** The document in a frame of the same site; none for other elements. */
  lector.documentIn = (element) => {
    try {
      return element.localName === "iframe" ? element.contentDocument : null;
    } catch {
      return null;
    }
  };

  /** False if the element or its content is not drawn. An element with `display: contents` has no box, but its content has. */
  lector.isVisible = (element) => {
    if (element.checkVisibility({ visibilityProperty: true })) return true;
    const style = element.ownerDocument.defaultView.getComputedStyle(element);
    return style.display === "contents" && style.visibility === "visible";
  };

  const open = (element, tag) => {
    const hints = ["class", "id", "role", "itemprop"].map((name) => element.getAttribute(name) ?? "").join(" ").trim();
    // Of an address only the beginning matters: `#` is a place in the same document.
    const address = tag === "a" ? element.getAttribute("href") : null;
    const value = tag === "ol" ? String(element.start ?? 1) : address === null ? "" : address.startsWith("#") ? "#" : "-";
    return [tag, hints, !lector.isVisible(element), value, element.ariaHidden === "true"];
  };

  /**
   * The document's tree, as the engine reads it, or what is selected in it. `texts` has the place of each text, `roots` the documents and
   * shadow trees.
   */
  lector.readNodes = async (host, selected) => {
    const read = { nodes: [], texts: [], roots: [document] };
    const stack = [{ children: [...document.body.childNodes], at: 0, close: false }];

    const addText = (node) => {
      for (const [from, to] of selected?.parts(node) ?? [[0, node.length]]) {
        if (from >= to) continue;
        read.nodes.push(node.data.slice(from, to));
        read.texts.push({ node, from });
      }
    };

    const addElement = (element) => {
      const frame = lector.documentIn(element);
      const entry = open(element, frame ? "section" : element.localName);
      read.nodes.push(entry);
      let children = [];
      if (!entry[2] && lector.mayHaveText(element)) {
        const shadow = lector.shadowOf(element);
        if (shadow) read.roots.push(shadow);
        if (frame) read.roots.push(frame);
        if (frame) children = frame.body ? frame.body.childNodes : [];
        else if (shadow) children = shadow.childNodes;
        else if (element.localName === "slot") children = element.assignedNodes({ flatten: true }).length ? element.assignedNodes({ flatten: true }) : element.childNodes;
        else children = element.childNodes;
      }
      stack.push({ children: [...children], at: 0, close: true });
    };

    const step = () => {
      const top = stack.at(-1);
      if (top.at === top.children.length) {
        stack.pop();
        if (top.close) read.nodes.push(null);
        return stack.length > 0;
      }
      const node = top.children[top.at++];
      if (node === host || selected?.isLeftOut(node)) return true;
      if (node.nodeType === Node.TEXT_NODE) addText(node);
      else if (node.nodeType === Node.ELEMENT_NODE) addElement(node);
      return true;
    };
    const endless = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: null }) }) };
    await lector.inShortTasks(endless, step);
    return read;
  };
}
