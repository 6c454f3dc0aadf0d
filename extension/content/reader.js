// Marks the page and keeps its marks while it changes. The engine runs in the extension; here the text is read, and the marks are drawn
// and taken away again.
{
  const lector = (globalThis.caveatLector ??= {});
  const api = globalThis.browser ?? chrome;

  /** True if both results mark the same words of the same text, in the same way. */
  const isSame = (one, other) => {
    const parts = ["start", "end", "rule", "category", "weak"];
    return one.text === other.text && one.summary === other.summary && one.notice === other.notice && one.marks.length === other.marks.length
      && JSON.stringify(one.rules) === JSON.stringify(other.rules) && one.marks.every((mark, index) => parts.every((part) => mark[part] === other.marks[index][part]));
  };

  /** True if two nodes are equal as they are sent to the engine: texts, or elements with the same hints. */
  const isSameNode = (one, other) => one === other || (Array.isArray(one) && Array.isArray(other) && one.every((part, index) => part === other[index]));

  /** True if two readings have the same text, in the same nodes. */
  const isSameRead = (one, other) => one.texts.length === other.texts.length && one.nodes.length === other.nodes.length
    && one.texts.every(({ node }, index) => node === other.texts[index].node) && one.nodes.every((node, index) => isSameNode(node, other.nodes[index]));

  /** True if a story has other marks than the former one, or was not there. */
  const isNew = ({ story, former }) => story !== former && !(former && isSame(story.result, former.result));
  const isMoved = ({ story, former }) => story !== former && (isNew({ story, former }) || !story.places.equals(former.places));

  lector.Reader = class {
    /** `selected` is what the reader wants to have marked, if not the whole article. */
    constructor(words, { ledgers, selected }) {
      this.words = words;
      this.selected = selected;
      this.anyLanguage = false;
      this.round = 0;
      /** The documents and shadow trees of the page. */
      this.roots = [];
      /** The marked stories: the article of the page, and what it shows below. Bar, card, panel and full page speak of one `story`. */
      this.stories = [];
      this.story = null;
      this.overlay = new lector.Overlay(words, {
        step: (by) => this.steps.step(by),
        markAnyway: () => this.markAnyway(),
        ledgers: ledgers ? () => this.ask({ ask: "ledgers" }) : null,
        openPage: () => this.ask({ ask: "open", article: this.article() }),
        takeAway: () => this.ask({ ask: "remove" }),
        ignore: (mark, rule, whole) => this.ignore(mark, rule, whole),
        left: () => this.steps.leave(),
        closed: (byReader) => {
          this.steps.closed(byReader);
          this.view.moved();
        },
      });
      this.highlights = new lector.Highlights(this.overlay.probe);
      this.steps = new lector.Steps(this);
      this.view = new lector.View(this);
      this.pointer = new lector.Pointer(this);
      this.changes = new lector.Changes(this.overlay.host, { read: () => this.renew(), opened: (dialog) => this.overlay.attach(dialog) });
    }

    ask(message) {
      return api.runtime.sendMessage(message);
    }

    /** Reads and marks the page. Another round that begins ends this one. */
    async mark() {
      const round = (this.round += 1);
      const isCurrent = () => round === this.round;
      this.overlay.attach();
      if (!this.story) this.overlay.showBar(this.words.reading, "reading");
      this.changes.begin();
      const read = await lector.readNodes(this.overlay.host, this.selected);
      if (!isCurrent()) return;
      this.roots = read.roots;
      this.changes.watch(read.roots);
      for (const root of read.roots) this.pointer.listenIn(root);
      const found = await this.findAll(read, isCurrent);
      if (!isCurrent()) return;
      const changed = found.some(isNew) || found.length !== this.stories.length;
      await this.show(found, isCurrent);
      if (!isCurrent()) return;
      this.changes.end(changed, this.stories.flatMap(({ places }) => [...places.runsOf.keys()]));
      if (changed) await this.tell();
    }

    /** The stories of the page, each with the former one in its place. A story that was read before with the same text is kept. */
    async findAll({ nodes, texts }, isCurrent) {
      const parts = this.selected ? [{ title: "", head: null, nodes, texts }] : await lector.storiesOf({ nodes, texts });
      const found = [];
      for (const [index, part] of parts.entries()) {
        if (!isCurrent()) return found;
        const former = this.formerOf(part, index, parts);
        const story = former && !this.stale && isSameRead(former, part) ? Object.assign(former, part) : await this.find(part, former);
        found.push({ story, former });
      }
      this.stale = false;
      return found;
    }

    /** The former story of the same headline, else the one in the same place. */
    formerOf({ title }, index, parts) {
      const inPlace = this.stories[index];
      if (title && inPlace?.title === title) return inPlace;
      const isElsewhere = inPlace?.title && parts.some((part) => part.title === inPlace.title);
      return this.stories.find((story) => title && story.title === title) ?? (isElsewhere ? undefined : inPlace);
    }

    /** Has the engine find the article and its marks. */
    async find(part, former) {
      const title = part.title || document.title;
      const result = await this.ask({ ask: "mark", nodes: part.nodes, title, part: Boolean(this.selected), anyLanguage: this.anyLanguage });
      if (result.fault) throw new Error(result.fault);
      return { ...part, result, places: new lector.Places(result, part.texts), at: former?.at ?? -0.5 };
    }

    /** Shows the stories that were found, of which only the places in the document may be new. */
    async show(found, isCurrent) {
      const moved = found.some(isMoved) || found.length !== this.stories.length;
      if (moved) await this.styleFrames(found);
      if (!isCurrent()) return;
      const own = found.find(({ former }) => former && former === this.story);
      this.stories = found.map(({ story }) => story);
      if (own) this.story = own.story;
      else this.turn(this.view.story() ?? this.stories[0]);
      if (!moved) return;
      if (own && isMoved(own)) this.steps.renew(own.former);
      this.showSummary();
      await this.highlights.draw(this.stories, isCurrent);
    }

    showSummary() {
      const { notice, summary } = this.story.result;
      const state = { empty: "nothing", "not-english": "foreign" }[notice] ?? "marked";
      this.overlay.showBar(state === "nothing" ? this.words.noArticle : summary, state);
    }

    /** Makes another story the one of which bar, card, panel and full page speak. */
    turn(story) {
      if (story === this.story) return;
      const isFirst = !this.story;
      if (!isFirst) this.overlay.closeCard();
      this.steps.forget();
      this.story = story;
      this.showSummary();
      if (!isFirst) this.tell();
    }

    /** Has the button and the panel show the story. */
    tell() {
      return this.ask({ ask: "marked", count: this.story.result.marks.length }).catch(() => lector.answers.remove());
    }

    scrolled() {
      this.steps.follow();
      this.view.moved();
    }

    /** An article may be in a frame that was loaded after the click, and lacks the style sheets. */
    async styleFrames(found) {
      const documents = new Set(found.flatMap(({ story }) => [...story.places.runsOf.keys()]).map((node) => node.ownerDocument));
      const late = this.styled && [...documents].some((document) => !this.styled.has(document));
      this.styled = documents.union(this.styled ?? new Set());
      if (late) await this.ask({ ask: "styles" });
    }

    /** Says that what is selected cannot be read, as in a frame of another site. */
    refuse() {
      this.overlay.attach();
      this.overlay.showBar(this.words.notSelected, "nothing");
      return { marked: true };
    }

    /** Marks anew. The extension may have gone: then its marks go, too. */
    renew() {
      return this.mark().catch(() => lector.answers.remove());
    }

    /** Marks anew after settings have changed. */
    markAgain() {
      this.stale = true;
      return this.renew();
    }

    markAnyway() {
      this.anyLanguage = true;
      this.markAgain();
    }

    ignore(mark, rule, whole) {
      this.overlay.closeCard(true);
      this.ask({ ask: "ignore", text: this.story.result.text, start: mark.start, rule: rule.id, whole, anyLanguage: this.anyLanguage });
    }

    /** The text of the story, how it is marked, and what the page says about it. */
    article() {
      const further = this.stories.indexOf(this.story) > 0 ? this.story : null;
      return { text: this.story?.result.text ?? "", anyLanguage: this.anyLanguage, ...lector.provenance(further) };
    }

    remove() {
      this.round += 1;
      this.changes.stop();
      this.view.stop();
      this.pointer.stop();
      this.overlay.remove();
      this.highlights.remove();
    }
  };
}
