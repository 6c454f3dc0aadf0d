// What the page says about itself: the title, the outlet and the address of its articles.
{
  const lector = (globalThis.caveatLector ??= {});
  const content = (selector) => document.querySelector(selector)?.content?.trim() || "";
  const withoutPlace = (address) => address.split("#")[0];

  /** The address of the article by the head of the page; empty if it names none. */
  const canonical = () => {
    const address = document.querySelector("link[rel~=canonical]")?.href || content("meta[property='og:url']");
    return /^https?:/.test(address) && URL.canParse(address) ? address : "";
  };
  const titleInHead = () => content("meta[property='og:title']");

  const loaded = withoutPlace(performance.getEntriesByType("navigation")[0]?.name ?? location.href);
  /** The head when the page was first marked. */
  const first = { address: canonical(), title: titleInHead() };

  /** True if an address is that of the page, on whatever host. */
  const isHere = (address) => {
    const { pathname, search } = new URL(address);
    return pathname === location.pathname && (!search || search === location.search);
  };

  /** True if the head may describe another article: an application has changed its address since it was loaded, but not its head. */
  const isHeadOld = () => {
    if (withoutPlace(location.href) === loaded) return false;
    const address = canonical();
    return address === first.address && titleInHead() === first.title && !(address && isHere(address));
  };

  /** The address to which a headline links on the same site; empty if it does not. */
  const linked = (head) => {
    const { href = "", host } = lector.unlessGone(() => head.parentElement?.closest("a[href]"), null) ?? {};
    return /^https?:/.test(href) && host === location.host ? href : "";
  };

  /** What the page says about its article, or about one of the `further` stories below it, of which the head of the page knows nothing. */
  lector.provenance = (further = null) => {
    const outlet = content("meta[property='og:site_name']") || location.hostname;
    if (further) return { title: further.title, outlet, address: withoutPlace(linked(further.head) || location.href) };
    const [title, address] = isHeadOld() ? ["", ""] : [titleInHead(), canonical()];
    return { title: title || document.title, outlet, address: withoutPlace(address || location.href) };
  };
}
