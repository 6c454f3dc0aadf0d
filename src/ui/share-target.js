// The service worker, for one thing: what another app shares with the installed page becomes the fragment of its address.
// It answers in place of a server, so the text reaches none.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const squeezed = async (text) => {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = "";
  for (let at = 0; at < bytes.length; at += 32768) letters += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};

const opened = async (request) => {
  const shared = await request.formData();
  const [file] = shared.getAll("files").filter((file) => file instanceof File && file.size > 0);
  const words = ["title", "text"].map((name) => shared.get(name)).filter(Boolean);
  const text = file ? await file.text() : words.join("\n\n");
  const kind = file && /html/.test(file.type + file.name) ? "page1" : "text1";
  return Response.redirect(`./#${kind}=${await squeezed(text)}`, 303);
};

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "POST" && new URL(url).pathname.endsWith("/share-target")) event.respondWith(opened(event.request));
});
