// What the extension does when the reader clicks: it marks the page in view or takes the marks away. Nothing runs on a page before.
import { isMarked, markPage, ignored, words } from "./reader.js";
import { readSettings, writeSettings, onSettings } from "./settings.js";

const api = globalThis.browser ?? chrome;
const SCRIPTS = ["nodes", "places", "highlights", "card", "pointer", "reader", "main"].map((name) => `content/${name}.js`);
/**
 * A style sheet of the user reaches into shadow trees, and no policy of a site stops it. Chromium draws backgrounds of highlights only for
 * an author's sheet, but there highlights inherit into shadow trees.
 */
const STYLES = [
  { files: ["content/marks.css"], origin: api.sidePanel ? "AUTHOR" : "USER" },
  { files: ["content/card.css"], origin: "USER" },
];

/** Sends a message to the scripts in a tab; undefined if there are none. */
const tell = (tabId, message) => api.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => undefined);

/** Shows on the button how many marks the page has, or that the browser refused. */
const showOnButton = async (tabId, text, title) => {
  await api.action.setBadgeText({ tabId, text }).catch(() => {});
  await api.action.setTitle({ tabId, title }).catch(() => {});
};

/** Marks the page in a tab, or takes the marks away; with `again` a marked page is marked anew, as for another selection. */
export const toggle = async (tab, again = false) => {
  const said = await words();
  const target = { tabId: tab.id };
  const styles = STYLES.map((sheet) => ({ target: { ...target, allFrames: true }, ...sheet }));
  try {
    // Where the page is marked already, the scripts are in it.
    const present = await tell(tab.id, { do: "present" });
    if (!present?.marked) await Promise.all(styles.map((sheet) => api.scripting.insertCSS(sheet)));
    if (!present) await api.scripting.executeScript({ target, files: SCRIPTS });
    const { marked, fault } = await tell(tab.id, { do: "toggle", words: said, ledgers: Boolean(api.sidePanel), again });
    if (fault) throw new Error(fault);
    if (marked) return;
    await showMarked(tab.id, false);
    await Promise.all(styles.map((sheet) => api.scripting.removeCSS(sheet)));
  } catch {
    await showOnButton(tab.id, "×", said.refused);
  }
};

/** Notes that a tab is marked, or not any more, and has the panel show it. */
const showMarked = async (tabId, marked, count = "") => {
  const said = await words();
  await showOnButton(tabId, String(count), said.markPage);
  await isMarked(tabId, marked);
  api.runtime.sendMessage({ changed: tabId }).catch(() => {});
};

const showLedgers = (tab) => (api.sidePanel ? api.sidePanel.open({ tabId: tab.id }) : api.sidebarAction.open());

/** Opens the page of the extension with an article; it takes the article from the session's storage, which only the extension can read. */
const open = async (article) => {
  const key = `article-${crypto.randomUUID()}`;
  // Sweden writes a date as the page keeps it: 2026-11-26.
  await api.storage.session.set({ [key]: { ...article, read: new Date().toLocaleDateString("sv") } });
  await api.tabs.create({ url: api.runtime.getURL(`page/index.html#from=${key}`) });
};

/** What the scripts in a page ask for. */
const asked = {
  mark: async ({ nodes, title, part, anyLanguage }) => markPage(nodes, { ...(await readSettings()), title, part, anyLanguage }),
  ignore: async ({ text, start, rule, whole, anyLanguage }) => {
    const settings = { ...(await readSettings()), anyLanguage };
    await writeSettings({ ignored: await ignored(text, settings, { start, rule, whole }) });
  },
  marked: ({ count }, { tab }) => showMarked(tab.id, true, count),
  open: ({ article }) => open(article),
  remove: (_, { tab }) => toggle(tab),
  ledgers: (_, { tab }) => showLedgers(tab),
};

api.runtime.onMessage.addListener((message, sender, answer) => {
  if (!asked[message?.ask] || !sender.tab) return false;
  Promise.resolve(asked[message.ask](message, sender)).then((said) => answer(said ?? {}), (fault) => answer({ fault: String(fault) }));
  return true;
});

api.action.onClicked.addListener((tab) => toggle(tab));
api.commands.onCommand.addListener(async (command, tab) => {
  if (command === "ledgers") return showLedgers(tab);
  return tell(tab.id, { do: "step", by: command === "previous-mark" ? -1 : 1 });
});

const MENU = [
  { id: "mark-selection", contexts: ["selection"], title: "markSelection" },
  { id: "ledgers", contexts: ["action"], title: "besidePage" },
];
api.runtime.onInstalled.addListener(async () => {
  const said = await words();
  await api.contextMenus.removeAll();
  for (const { title, ...item } of MENU) api.contextMenus.create({ ...item, title: said[title] });
});
api.contextMenus.onClicked.addListener(({ menuItemId }, tab) => (menuItemId === "ledgers" ? showLedgers(tab) : toggle(tab, true)));

// What the reader ignores, filters out or adds in one place holds in all pages that are marked.
onSettings(async () => {
  for (const tabId of await isMarked()) {
    const answer = await tell(tabId, { do: "again" });
    if (!answer?.marked) await isMarked(tabId, false);
  }
});
