// What the extension does when the reader clicks: it marks the page in view or takes the marks away. Nothing runs on a page before.
import { isMarked, markPage, ignored, words } from "./reader.js";
import { readSettings, writeSettings, onSettings } from "./settings.js";

const api = globalThis.browser ?? chrome;
const SCRIPTS = ["nodes", "stories", "selection", "places", "colours", "highlights", "card", "pointer", "provenance", "changes", "steps", "view", "reader", "main"].map((name) => `content/${name}.js`);
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

const stylesOf = (tabId) => STYLES.map((sheet) => ({ target: { tabId, allFrames: true }, ...sheet }));
const insertStyles = (tabId) => Promise.all(stylesOf(tabId).map((sheet) => api.scripting.insertCSS(sheet)));
const removeStyles = (tabId) => Promise.all(stylesOf(tabId).map((sheet) => api.scripting.removeCSS(sheet)));

/** Marks the page in a tab, or takes the marks away. `how` may ask to mark a marked page `again`, and only the selected `part`. */
export const toggle = async (tab, how = {}) => {
  const said = await words();
  try {
    // Where the page is marked already, the scripts are in it.
    const present = await tell(tab.id, { do: "present" });
    if (!present?.marked) await insertStyles(tab.id);
    if (!present) await api.scripting.executeScript({ target: { tabId: tab.id }, files: SCRIPTS });
    const { marked, fault } = await tell(tab.id, { do: "toggle", words: said, ledgers: Boolean(api.sidePanel), ...how });
    if (fault) throw new Error(fault);
    if (marked) return;
    await showMarked(tab.id, false);
    await removeStyles(tab.id);
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
  // Once in each frame: those that are there go first.
  styles: async (_, { tab }) => {
    await removeStyles(tab.id);
    await insertStyles(tab.id);
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
api.contextMenus.onClicked.addListener(({ menuItemId, frameId }, tab) => (menuItemId === "ledgers" ? showLedgers(tab) : toggle(tab, { again: true, part: true, inFrame: frameId > 0 })));

// What the reader ignores, filters out or adds in one place holds in all pages that are marked.
onSettings(async () => {
  for (const tabId of await isMarked()) {
    const answer = await tell(tabId, { do: "again" });
    if (!answer?.marked) await isMarked(tabId, false);
  }
});
