// A static file server for the built page: `node serve.mjs [--port N] [--base /folder/] [--dir dist]`.
// The tests use the same server under a sub-folder and read its log of requests.
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import sirv from "sirv";

/** Serves `dir` under `base`; with `stale: false` browsers keep no copies. Returns the address, the list of requested paths, and `close`. */
export async function serve({ dir, base = "/", port = 0, stale = true }) {
  const files = sirv(dir, { etag: true, gzip: true, brotli: true, setHeaders: (response) => stale || response.setHeader("cache-control", "no-store") });
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    const missing = () => response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    if (!request.url.startsWith(base)) return missing();
    request.url = request.url.slice(base.length - 1);
    files(request, response, missing);
  });
  await new Promise((ready, failed) => server.once("error", failed).listen(port, "127.0.0.1", ready));
  return { url: `http://127.0.0.1:${server.address().port}${base}`, requests, close: () => (server.close(), server.closeAllConnections()) };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { port: { type: "string", default: "8080" }, base: { type: "string", default: "/" }, dir: { type: "string", default: "dist" } } });
  try {
    const { url } = await serve({ ...values, port: Number(values.port) });
    console.log(`Caveat Lector is at ${url} (Ctrl-C stops it)`);
  } catch (fault) {
    console.error(fault.code === "EADDRINUSE" ? `Port ${values.port} is taken: make serve PORT=8081` : fault.message);
    process.exit(1);
  }
}
