// Runs before the page of the extension. It brings the shared settings, the article of a site, and, in the panel, the article of the
// tab beside it; back go changed settings and the places that the reader wants to see.
import { copyToPage, copyFromPage, onSettings } from "./settings.js";

const api = globalThis.browser ?? chrome;
const send = (name, detail) => dispatchEvent(new CustomEvent(name, { detail }));
const drawn = new Promise((ready) => addEventListener("drawn", ready, { once: true }));

// The program tells the panel by the fragment.
if (location.pathname.endsWith("/panel.html")) history.replaceState(null, "", "#panel");
await copyToPage();
addEventListener("stored", copyFromPage);
onSettings(async () => {
  if (await copyToPage()) send("site-settings");
});

/** Shows the article that “Open in Caveat Lector” has left in the session's storage. */
const showLeft = async (key) => {
  const { [key]: article } = await api.storage.session.get(key);
  await api.storage.session.remove(key);
  history.replaceState(null, "", location.pathname);
  if (article) send("site-article", JSON.stringify(article));
};

/** Shows the article of the tab in front, and nothing where no page is marked. */
const showTab = async () => {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  const article = await api.tabs.sendMessage(tab?.id, { do: "article" }, { frameId: 0 }).catch(() => null);
  send("site-article", JSON.stringify(article ?? { text: "" }));
  return tab;
};
/** Has the scripts in the tab in front do something. */
const tellTab = async (message) => {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  await api.tabs.sendMessage(tab?.id, message, { frameId: 0 }).catch(() => {});
};

const followTab = async () => {
  await showTab();
  addEventListener("site-place", ({ detail: [start, end] }) => tellTab({ do: "go", start, end }));
  addEventListener("site-mark-anyway", () => tellTab({ do: "markAnyway" }));
  api.tabs.onActivated.addListener(showTab);
  api.tabs.onUpdated.addListener((_, { status }) => status === "complete" && showTab());
  api.runtime.onMessage.addListener(({ changed }) => {
    if (changed !== undefined) showTab();
  });
};

const from = location.hash.match(/^#from=(article-[\w-]+)$/)?.[1];
if (from) drawn.then(() => showLeft(from));
if (location.hash === "#panel") {
  document.documentElement.dataset.place = "panel";
  drawn.then(followTab);
}
