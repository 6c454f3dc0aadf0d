// What the page says about itself: the title, the outlet and the address of its article.
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

  lector.provenance = () => {
    const old = isHeadOld();
    const [title, address] = old ? ["", ""] : [titleInHead(), canonical()];
    return { title: title || document.title, outlet: content("meta[property='og:site_name']") || location.hostname, address: withoutPlace(address || location.href) };
  };
}
