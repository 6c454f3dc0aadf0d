// The card that explains a mark and the bar at the foot of the window, in a shadow tree that the site's styles do not reach.
{
  const lector = (globalThis.caveatLector ??= {});
  /** Below this width the card is a sheet at the foot of the window, in CSS pixels. */
  const NARROW = 560;
  const GAP = 8;

  const element = (name, classes, ...content) => {
    const made = document.createElement(name);
    if (classes) made.className = classes.split(" ").map((one) => `caveat-lector-${one}`).join(" ");
    made.append(...content.filter((part) => part !== null && part !== undefined));
    return made;
  };
  const button = (classes, words, press) => {
    const made = element("button", classes, words);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  };

  lector.Overlay = class {
    constructor(words, actions) {
      this.words = words;
      this.actions = actions;
      this.host = document.createElement("caveat-lector");
      this.host.popover = "manual";
      this.root = this.host.attachShadow({ mode: "closed" });
      this.bar = element("section", "bar");
      this.bar.setAttribute("aria-label", words.bar);
      this.card = element("section", "card");
      this.card.setAttribute("aria-label", words.card);
      this.card.tabIndex = -1;
      this.card.hidden = true;
      /** The browser reads the site's colours with it. */
      this.probe = element("span");
      this.probe.hidden = true;
      this.frame = element("div", "frame", this.bar, this.card, this.probe);
      this.frame.lang = "en";
      this.frame.dir = "ltr";
      this.root.append(this.frame);
      this.card.addEventListener("keydown", (event) => {
        if (event.key === "Escape") {
          this.closeCard(true);
          // A dialog below stays open.
          event.preventDefault();
        }
        // The site's own shortcuts do not take the keys of the card.
        event.stopPropagation();
      });
      this.card.addEventListener("pointerleave", () => actions.left());
    }

    /**
     * Puts the overlay into the document, also after the site has thrown it out. While a modal dialog is open, nothing outside of it takes
     * a click: then the overlay is in the dialog.
     */
    attach(dialog = this.host.parentNode) {
      const home = dialog?.matches?.("dialog:modal") ? dialog : ([...document.querySelectorAll("dialog:modal")].at(-1) ?? document.documentElement);
      if (this.host.isConnected && this.host.parentNode === home) return;
      home.append(this.host);
      this.host.showPopover?.();
    }

    /** Fills the bar. `state` is `reading`, `marked`, `foreign` (no English) or `nothing`. */
    showBar(text, state) {
      const { words, actions } = this;
      if (this.shown === `${state} ${text}`) return;
      this.shown = `${state} ${text}`;
      const status = element("p", "status", text);
      status.setAttribute("role", "status");
      const marked = state === "marked";
      const row = element(
        "p",
        "row",
        marked ? button("", words.previous, () => actions.step(-1)) : null,
        marked ? button("", words.next, () => actions.step(1)) : null,
        state === "foreign" ? button("", words.markAnyway, actions.markAnyway) : null,
        marked && actions.ledgers ? button("", words.ledgers, actions.ledgers) : null,
        state === "marked" || state === "foreign" ? button("", words.openPage, actions.openPage) : null,
        button("", words.takeAway, actions.takeAway),
      );
      this.fill(this.bar, element("b", "name", words.name), status, row);
    }

    /** Fills the bar or the card anew. The focus stays on a button of the same words. */
    fill(box, ...content) {
      const focused = box.contains(this.root.activeElement) && this.root.activeElement.textContent;
      box.replaceChildren(...content);
      if (focused) [...box.querySelectorAll("button")].find(({ textContent }) => textContent === focused)?.focus({ preventScroll: true });
    }

    get pinned() {
      return !this.card.hidden && this.isPinned;
    }

    /** Opens the card for marks at a place of the window. `pinned` keeps it open until it is closed, `kept` says that these marks are on it. */
    showCard(marks, rules, rect, { pinned, focus, kept }) {
      const { words, actions } = this;
      this.isPinned = pinned;
      const close = button("close", words.close, () => this.closeCard(true));
      const steps = element("p", "row", button("", words.previous, () => actions.step(-1)), button("", words.next, () => actions.step(1)), close);
      const { scrollTop } = this.card;
      this.fill(this.card, ...marks.map((mark) => this.explained(mark, rules[mark.rule])), steps);
      this.card.hidden = false;
      this.card.scrollTop = kept ? scrollTop : 0;
      this.place(rect);
      if (focus) this.card.focus({ preventScroll: true });
    }

    explained(mark, rule) {
      const { words, actions } = this;
      const facts = element("dl", "facts");
      for (const [label, value] of mark.facts) facts.append(element("dt", "", label), element("dd", "", value));
      return element(
        "div",
        `mark ${mark.category}`,
        element("p", "kind", element("span", "", rule.title), element("span", "voice", mark.voice)),
        element("p", "quote", mark.quote),
        mark.facts.length ? facts : null,
        mark.stack ? element("p", "", mark.stack) : null,
        rule.own ? element("p", "", rule.own) : null,
        rule.why ? element("p", "", rule.why) : null,
        rule.ask ? element("p", "ask", rule.ask) : null,
        element("p", "row", button("", words.ignoreOne, () => actions.ignore(mark, rule, false)), button("", words.ignoreRule, () => actions.ignore(mark, rule, true))),
      );
    }

    /** Puts the card below or above a place of the window. */
    place(rect) {
      const { style } = this.card;
      const wide = innerWidth > NARROW;
      this.card.classList.toggle("caveat-lector-sheet", !wide);
      if (!wide) return style.removeProperty("transform");
      const { width, height } = this.card.getBoundingClientRect();
      const below = rect.bottom + GAP + height < innerHeight || rect.top < height + GAP;
      const left = Math.max(GAP, Math.min(rect.left, innerWidth - width - GAP));
      const top = Math.max(GAP, Math.min(below ? rect.bottom + GAP : rect.top - GAP - height, innerHeight - height - GAP));
      style.setProperty("transform", `translate(${Math.round(left)}px, ${Math.round(top)}px)`);
      return undefined;
    }

    /** True if the pointer or the focus is in the card. */
    isUsed() {
      return !this.card.hidden && (this.card.matches(":hover") || this.card.contains(this.root.activeElement));
    }

    closeCard(byReader = false) {
      if (this.card.hidden) return;
      this.card.hidden = true;
      this.actions.closed(byReader);
    }

    remove() {
      this.host.remove();
    }
  };
}
