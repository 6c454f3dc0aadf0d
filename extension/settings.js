// The settings that the marks on a site and the page of the extension share: own words, filter, ignored findings. They lie in the
// extension's storage under the keys that the page uses.
const api = globalThis.browser ?? chrome;
const NAMES = ["words", "filter", "ignored"];
const keyOf = (name) => `caveat-lector.${name}`;

/** The settings by name; what was never set is an empty text. */
export const readSettings = async () => {
  const kept = await api.storage.local.get(NAMES.map(keyOf));
  return Object.fromEntries(NAMES.map((name) => [name, kept[keyOf(name)] ?? ""]));
};

export const writeSettings = (settings) => api.storage.local.set(Object.fromEntries(Object.entries(settings).map(([name, value]) => [keyOf(name), value])));

/** Calls `work` when a setting changes. */
export const onSettings = (work) =>
  api.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && NAMES.some((name) => keyOf(name) in changes)) work();
  });

/** Copies the settings to the page's own storage; true if one of them is new there. */
export const copyToPage = async () => {
  let changed = false;
  for (const [name, value] of Object.entries(await readSettings())) {
    if ((localStorage.getItem(keyOf(name)) ?? "") === value) continue;
    changed = true;
    if (value) localStorage.setItem(keyOf(name), value);
    else localStorage.removeItem(keyOf(name));
  }
  return changed;
};

/** Copies the settings from the page's own storage. */
export const copyFromPage = () => writeSettings(Object.fromEntries(NAMES.map((name) => [name, localStorage.getItem(keyOf(name)) ?? ""])));
