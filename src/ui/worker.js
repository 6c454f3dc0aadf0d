// The service worker: the page without a network, and what another app shares with the installed page. It belongs to one
// version, whose page and files it keeps, so a page never meets files of another version. `finish.mjs` fills in the two.
const VERSION = "__VERSION__";
const FILES = "__FILES__";
const CACHE = `caveat-lector-${VERSION}`;

// The page of this version, from the browser's own copy or else from the host; when both have another, this worker does not come to be.
const page = async () => {
  for (const cache of ["force-cache", "reload"]) {
    const text = await (await fetch("./", { cache })).text();
    if (text.includes(`data-version="${VERSION}"`)) return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
  }
  throw new Error("the host has another version of the page");
};

// The names of the files change with their content, so a copy that the browser has is as good as the file.
const fetched = async () => {
  const cache = await caches.open(CACHE);
  await cache.put("./", await page());
  const add = (mode) => cache.addAll(FILES.map((name) => new Request(name, { cache: mode })));
  // A copy that the browser has may be damaged.
  await add("force-cache").catch(() => add("reload"));
};
const others = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("caveat-lector-") && name !== CACHE);
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
};

self.addEventListener("install", (event) => event.waitUntil(fetched()));
self.addEventListener("activate", (event) => event.waitUntil(others()));
// A new version waits until the reader asks for it, or until the last page of the old one is closed.
self.addEventListener("message", (event) => event.data === "go" && self.skipWaiting());

const squeezed = async (text) => {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = "";
  for (let at = 0; at < bytes.length; at += 32768) letters += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};

// What is shared becomes the fragment of the page's address: the worker answers in place of a server, so the text reaches none.
const shared = async (request) => {
  const form = await request.formData();
  const [file] = form.getAll("files").filter((file) => file instanceof File && file.size > 0);
  const words = ["title", "text"].map((name) => form.get(name)).filter(Boolean);
  const text = file ? await file.text() : words.join("\n\n");
  const kind = file && /html/.test(file.type + file.name) ? "page1" : "text1";
  return Response.redirect(`./#${kind}=${await squeezed(text)}`, 303);
};

// A file that is neither kept nor on the host any more: this version is over, the page is loaded anew from the host.
const over = async () => {
  await self.registration.unregister();
  for (const page of await self.clients.matchAll({ type: "window" })) page.navigate(page.url).catch(() => {});
};
const kept = async (request) => {
  const cache = await caches.open(CACHE);
  const copy = await cache.match(request);
  if (copy) return copy;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone()).catch(() => {});
  else if (answer.status === 404) await over();
  return answer;
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const folder = new URL("./", self.location).href;
  const name = request.url.startsWith(folder) ? url.origin + url.pathname : "";
  if (request.method === "POST") {
    if (name === `${folder}share-target`) event.respondWith(shared(request));
  } else if (request.mode === "navigate" && (name === folder || name === `${folder}index.html`)) {
    event.respondWith(caches.open(CACHE).then((cache) => cache.match("./")).then((kept) => kept ?? fetch(request)));
  } else if (FILES.includes(name.slice(folder.length)) && name !== folder) {
    event.respondWith(kept(request));
  }
});
