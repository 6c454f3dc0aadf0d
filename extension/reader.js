// The engine in the extension's own context, where no policy of a site holds, and the tabs that are marked.
import start, { extensionWords, ignoreMark, ignoreRule, markPage as mark } from "./engine/engine.js";

const api = globalThis.browser ?? chrome;
let engine;
/** Starts the engine at the first call; the browser may end this script while it is idle. */
const ready = () => (engine ??= start({ module_or_path: api.runtime.getURL("engine/engine_bg.wasm") }));

export const markPage = async (nodes, settings) => {
  await ready();
  return mark(nodes, settings);
};

/** The code of the ignored findings with one more, or with a whole rule more. */
export const ignored = async (text, settings, { start: at, rule, whole }) => {
  await ready();
  return whole ? ignoreRule(settings.ignored, rule) : ignoreMark(text, settings, at, rule);
};

export const words = async () => {
  await ready();
  return extensionWords();
};

const MARKED = "marked";
/** Notes whether a tab is marked; without a tab, returns the marked ones. */
export const isMarked = async (tabId, is) => {
  const { [MARKED]: tabs = [] } = await api.storage.session.get(MARKED);
  if (tabId === undefined) return tabs;
  const others = tabs.filter((tab) => tab !== tabId);
  return api.storage.session.set({ [MARKED]: is ? [...others, tabId] : others });
};
