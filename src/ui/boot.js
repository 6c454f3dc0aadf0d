// Runs beside the program: when that cannot start or has stopped, the reader is told and keeps the text.
const stopped = (fault) => {
  const loading = document.querySelector("#loading");
  if (loading) loading.textContent = "This browser could not start the program: it may be too old for WebAssembly, or refuse it. What was kept here is still kept.";
  if (fault?.name !== "RuntimeError" || document.querySelector(".stopped")) return;
  const notice = document.createElement("section");
  const words = document.createElement("p");
  const text = document.createElement("textarea");
  notice.className = "stopped";
  notice.setAttribute("role", "alert");
  words.textContent = "Sorry: the program has stopped because of an error in it. Here is your text to copy; a reload starts the program again.";
  text.value = document.querySelector("#text")?.value ?? "";
  text.readOnly = true;
  text.rows = 8;
  text.setAttribute("aria-label", "Your text");
  notice.append(words, text);
  document.body.prepend(notice);
  scrollTo(0, 0);
};
addEventListener("error", ({ error }) => stopped(error));
addEventListener("unhandledrejection", ({ reason }) => stopped(reason));

// Where there are Trusted Types: what is read goes to a parser whose documents run nothing; what is drawn holds no script.
const harmless = (html, _, sink) => (sink === "DOMParser parseFromString" || !/<(?:script|iframe|object|embed|base)|\son\w+\s*=|javascript:/i.test(html) ? html : null);
self.trustedTypes?.createPolicy("default", { createHTML: harmless, createScriptURL: (url) => (url === "worker.js" ? url : null) });

// What the panel on privacy shows: requests since the program runs (not what the head of the page asks for, which may come
// late, nor the icon that the browser looks at for its menu), and whether the page works without a network.
const { dataset } = document.documentElement;
const running = () => {
  const start = performance.now();
  const head = new Set([...document.querySelectorAll("link")].map((link) => link.href));
  const asked = ({ name, startTime, initiatorType }) => startTime > start && name.startsWith("http") && initiatorType !== "other" && !head.has(name);
  dataset.requests = "0";
  new PerformanceObserver((list) => (dataset.requests = Number(dataset.requests) + list.getEntries().filter(asked).length)).observe({ type: "resource" });
  // The one file and the page of the extension need no network as they are.
  const installed = !location.protocol.startsWith("http");
  // A page that a worker has served works offline already.
  const served = installed || Boolean(workers?.controller);
  keep().then((works) => (dataset.offline = served ? "now" : works ? "yes" : "no"), () => (dataset.offline = "no"));
};
addEventListener("drawn", running, { once: true });

// The worker keeps the files of this version for the next visit, and tells of a new one.
const workers = location.protocol.startsWith("http") ? navigator.serviceWorker : undefined;
const keep = async () => {
  const registration = await workers?.register("worker.js", { updateViaCache: "none" });
  if (!registration) return false;
  const tell = () => registration.waiting && registration.active && dispatchEvent(new Event("version"));
  const watch = () => registration.installing?.addEventListener("statechange", tell);
  registration.addEventListener("updatefound", watch);
  watch();
  addEventListener("load-version", () => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("go");
  });
  tell();
  // Where the files cannot be kept, it never gets ready.
  const first = registration.installing;
  const failed = new Promise((done) => first?.addEventListener("statechange", () => first.state === "redundant" && done(false)));
  return Promise.race([workers.ready.then(() => true), failed]);
};
addEventListener("forget", async () => {
  for (const registration of (await workers?.getRegistrations()) ?? []) if (registration.scope === new URL("./", location).href) await registration.unregister();
  if (location.protocol.startsWith("http")) for (const name of await caches.keys()) if (name.startsWith("caveat-lector-")) await caches.delete(name);
  dataset.offline = "no";
});

// Files that the system opens with the installed page come as if they were dropped.
const opened = async ({ files = [] }) => {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(await file.getFile());
  if (files.length) dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
};
addEventListener("drawn", () => self.launchQueue?.setConsumer(opened), { once: true });
