// Chooses tints on which the site's text stays legible, by the contrast of WCAG 2.
{
  const lector = (globalThis.caveatLector ??= {});
  /** Text of this relative luminance contrasts with black as much as with white: lighter text stands on a dark ground. */
  const MIDDLE = 0.179;
  /** Text of its own colour has a contrast of 4.5 on light tints up to the first luminance, and on dark tints from the second one on. */
  const LEGIBLE = { tint: [0.14, 0.33], here: [0.11, 0.72] };

  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

  /** The relative luminance of a colour of sRGB, whose parts lie between 0 and 1. */
  lector.luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

  /** `dark` for text that stands on a dark ground. */
  lector.toneOf = (luminance) => (luminance > MIDDLE ? "dark" : "light");

  /** True if the text keeps its colour `on` a `tint` or the mark that the reader is at (`here`). */
  lector.isLegible = (luminance, on) => luminance <= LEGIBLE[on][0] || luminance >= LEGIBLE[on][1];

  /** The parts of a colour in sRGB, with its opacity. The browser converts it, in whatever form it is written; `probe` is an element of ours. */
  const parts = (colour, probe) => {
    probe.style.color = `color(from ${colour} srgb r g b)`;
    // As in `color(srgb 0.2 0.4 0.6 / 0.5)`.
    const [, , ...numbers] = getComputedStyle(probe).color.split(/[(\s/)]+/).filter(Boolean);
    return numbers.map((number) => Math.min(1, Math.max(0, Number.parseFloat(number) || 0)));
  };

  const described = (luminance) => ({ tone: lector.toneOf(luminance), isLegible: { tint: lector.isLegible(luminance, "tint"), here: lector.isLegible(luminance, "here") } });
  /** A colour that is legible on no tint. */
  lector.UNKNOWN = described(Number.NaN);
  const known = new Map();

  /** The tone of the text in an element, and on what it is legible as it is. */
  lector.textColour = (element, probe) => {
    const style = element.ownerDocument.defaultView.getComputedStyle(element);
    const colour = style.webkitTextFillColor || style.color;
    if (!known.has(colour)) {
      const [red, green, blue, opacity = 1] = parts(colour, probe);
      if (blue === undefined) return lector.UNKNOWN;
      const text = described(lector.luminance([red, green, blue]));
      // Through a text that is not opaque the tint shines.
      known.set(colour, opacity === 1 ? text : { ...lector.UNKNOWN, tone: text.tone });
    }
    return known.get(colour);
  };
}
