// Tells the stories of a page apart, where a site shows whole further ones below the first.
{
  const lector = (globalThis.caveatLector ??= {});
  /** The least running text of a story, in UTF-16 units: about a hundred words. */
  const LEAST = 600;
  /** The least running text below one heading in a story, in UTF-16 units: teasers have less below each of theirs. */
  const LEAST_BELOW_HEADING = 300;
  /** The shortest paragraph that counts as running text, in UTF-16 units, as in the engine. */
  const SHORTEST = 60;
  const PARAGRAPHS = new Set(["p", "li", "div", "td", "blockquote", "section"]);
  const HEADLINES = new Set(["h1", "h2"]);
  /** Elements, and beginnings of names, of what stands beside a story. Names such as `comments-open` and `sidebar-left` tell of the whole page. */
  const ASIDES = new Set(["nav", "aside", "footer", "form", "dialog"]);
  const ASIDE_NAMES = /(?:^|\s)(?:comment(?!ary|ator)|respon[ds](?!ive|ible)|discussion|related|recommend|teaser|promo|sidebar|newsletter|trending|complementary)(?!\S*[-_](?:open|closed|on|off|enabled|disabled|left|right)(?:\s|$))/i;

  /** An element: where it stands in the nodes and texts, its running text, and its parts that may be stories. */
  class Part {
    constructor(parent, [tag, hints], { index, texts, running }) {
      Object.assign(this, { parent, tag, hints, from: index, firstText: texts, start: running });
      this.isLink = tag === "a" || Boolean(parent?.isLink);
      this.heading = parent?.heading ?? (/^h[1-6]$/.test(tag) ? { tag, text: "", from: index, running, isLinked: true } : null);
      this.weight = 0;
      this.belowHeading = 0;
      this.headline = null;
      this.hasArticle = tag === "article";
      this.parts = [];
    }

    /** Takes a heading as the headline, unless one of its rank or a higher one stands before it. */
    offer(heading) {
      if (!this.headline || heading.tag < this.headline.tag) this.headline = heading;
    }

    /** True if the part has the form of a story: a headline with much text below it. */
    isStory() {
      const isLong = this.weight >= LEAST && this.belowHeading >= LEAST_BELOW_HEADING;
      return isLong && this.headline !== null && (this.headline.running - this.start) * 2 < this.weight
        && !ASIDES.has(this.tag) && !ASIDE_NAMES.test(this.hints);
    }

    /** The names of the part without their numbers, which differ from story to story. */
    get names() {
      return this.hints.toLowerCase().replace(/\d+/g, "").split(/\s+/).filter(Boolean);
    }
  }

  /** Builds the tree of a page's elements from its nodes. */
  class Outline {
    constructor() {
      /** The index of the node, the number of texts before it, and the length of the running text. */
      Object.assign(this, { index: 0, texts: 0, running: 0 });
      /** The length of the running text before the last heading. */
      this.beforeHeading = 0;
      this.headings = [];
      this.here = this.page = new Part(null, ["body", ""], this);
    }

    add(node) {
      if (node === null) this.close();
      else if (typeof node === "string") this.addText(node);
      else this.open(node);
      this.index += 1;
    }

    open(element) {
      const around = this.here;
      this.here = new Part(around, element, this);
      if (!this.here.heading || around.heading) return;
      this.measure(around);
      this.beforeHeading = this.running;
    }

    /** Measures the text of a part below the last heading. */
    measure(part) {
      part.belowHeading = Math.max(part.belowHeading, this.running - Math.max(this.beforeHeading, part.start));
    }

    addText(text) {
      const { length } = text.trim();
      const { heading, isLink } = this.here;
      if (heading && length) {
        heading.head ??= this.texts;
        heading.text += text;
        heading.isLinked &&= isLink;
      } else if (!heading && !isLink) {
        this.here.weight += length;
        this.running += length;
      }
      this.texts += 1;
    }

    close() {
      const { here: part, here: { parent, heading } } = this;
      this.measure(part);
      parent.belowHeading = Math.max(parent.belowHeading, part.belowHeading);
      if (PARAGRAPHS.has(part.tag) && part.weight < SHORTEST) part.weight = 0;
      Object.assign(part, { to: this.index + 1, lastText: this.texts });
      if (heading?.text && HEADLINES.has(heading.tag) && !parent.heading) {
        this.headings.push(heading);
        for (let around = parent; around; around = around.parent) around.offer(heading);
      }
      if (part.isStory()) parent.parts.push(part);
      parent.weight += part.weight;
      parent.hasArticle ||= part.hasArticle;
      this.here = parent;
    }
  }

  /** True if two parts that stand side by side have the form of stories of one site: each with an `h1`, or built alike. */
  const isAlike = (one, other) => {
    const isTagAlike = one.tag === other.tag;
    const names = new Set(one.names);
    const isNamedAlike = isTagAlike && (names.size + other.names.length === 0 || other.names.some((name) => names.has(name)));
    if (one.headline.tag !== other.headline.tag) return isNamedAlike && one.tag === "article";
    return one.headline.tag === "h1" || isNamedAlike || (isTagAlike && one.tag !== "div") || (one.hasArticle && other.hasArticle);
  };

  /** True if a headline stands above a part: then it is a piece of an article, such as a post of a live report. A linked one is the name of the site. */
  const isHeaded = (around, { from, headline: { tag } }, headings) =>
    headings.some((heading) => heading.from < from && !heading.isLinked && (heading.tag < tag || (heading.tag === tag && heading.from > around.from)));

  /** The stories side by side in a part; none if it has fewer than two. What is in an `article` is one text. */
  const storiesIn = (around, headings) => {
    if (around.tag === "article") return [];
    const alike = (first) => around.parts.filter((other) => other === first || isAlike(first, other));
    const first = around.parts.find((part) => !isHeaded(around, part, headings) && alike(part).length > 1);
    const stories = first ? alike(first) : [];
    return around.parts.flatMap((part) => {
      const inner = storiesIn(part, headings);
      return inner.length || !stories.includes(part) ? inner : [part];
    });
  };

  /**
   * Returns the parts of a page that are read for themselves, from its nodes and texts: the page without its further stories, and each of
   * these, with their headlines. A page with one article is one part without a `title`; `head` is the text node of the headline.
   */
  lector.storiesOf = async ({ nodes, texts }) => {
    const outline = new Outline();
    await lector.inShortTasks(nodes, (node) => outline.add(node));
    const [first, ...further] = storiesIn(outline.page, outline.headings);
    if (!further.length) return [{ title: "", head: null, nodes, texts }];
    const part = ({ headline }, own, ownTexts) => ({ title: headline.text.trim().replace(/\s+/g, " "), head: texts[headline.head].node, nodes: own, texts: ownTexts });
    const ends = [{ to: 0, lastText: 0 }, ...further];
    const starts = [...further, { from: nodes.length, firstText: texts.length }];
    const rest = (list, end, start) => [].concat(...ends.map((before, index) => list.slice(before[end], starts[index][start])));
    const slices = further.map((story) => part(story, nodes.slice(story.from, story.to), texts.slice(story.firstText, story.lastText)));
    return [part(first, rest(nodes, "to", "from"), rest(texts, "lastText", "firstText")), ...slices];
  };
}
