// The extension as it is shipped, in Chromium, with a click on its button: the click alone gives it the page, and it asks the network for nothing.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { startChromium } from "./chromium.mjs";
import { engines } from "./engines.mjs";
import { servePages } from "./extension.mjs";
import { it } from "./retry.mjs";
import { root } from "./suite.mjs";

const chromium = engines().found.find(({ name }) => name === "chromium");

describe("extension, clicked", { skip: !chromium, timeout: 120_000 }, () => {
  const profile = mkdtempSync(join(tmpdir(), "caveat-lector-clicked-"));
  const asked = [];
  let server, proxy, browser, id, targetId, sessionId;

  const send = (method, params = {}) => browser.send(method, params, sessionId);
  const evaluate = async (expression) => (await send("Runtime.evaluate", { expression, returnByValue: true })).result.value;
  const until = async (look) => {
    for (let tries = 0; tries < 150; tries += 1) {
      const found = await look();
      if (found) return found;
      await new Promise((later) => setTimeout(later, 100));
    }
    return assert.fail(`never true: ${look}`);
  };
  /** True when the extension has been started for the first time: no reader clicks sooner. */
  const listens = async () => {
    const worker = (await browser.send("Target.getTargets")).targetInfos.find(({ type, url }) => type === "service_worker" && url.includes(id));
    if (!worker) return false;
    const own = await browser.send("Target.attachToTarget", { targetId: worker.targetId, flatten: true });
    const { result } = await browser.send("Runtime.evaluate", { expression: "Boolean(globalThis.chrome?.action?.onClicked.hasListeners())", returnByValue: true }, own.sessionId);
    await browser.send("Target.detachFromTarget", { sessionId: own.sessionId });
    return result.value;
  };
  const marks = () => evaluate("[...CSS.highlights.keys()].filter((name) => name.startsWith('caveat-lector-')).length");
  const click = async () => {
    const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const tab = targetInfos.find(({ url }) => url.startsWith(server.url));
    await browser.send("Extensions.triggerAction", { id, targetId: tab.targetId });
  };
  /** Finds a button of the bar in the closed shadow tree, and clicks on it as a mouse does. */
  const press = async (words) => {
    const { root: top } = await send("DOM.getDocument", { depth: -1, pierce: true });
    const inside = (node) => [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(inside)];
    const button = inside(top).find(({ localName, children }) => localName === "button" && children?.[0]?.nodeValue === words);
    const { model } = await send("DOM.getBoxModel", { nodeId: button.nodeId });
    const [x, y] = [(model.content[0] + model.content[4]) / 2, (model.content[1] + model.content[5]) / 2];
    for (const type of ["mousePressed", "mouseReleased"]) await send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
  };

  before(async () => {
    server = await servePages({}, {});
    // Whatever is asked of another host than 127.0.0.1 comes here.
    proxy = createServer((request, response) => (asked.push(request.url), response.writeHead(502).end()));
    proxy.on("connect", (request, socket) => (asked.push(request.url), socket.destroy()));
    await new Promise((ready) => proxy.listen(0, "127.0.0.1", ready));
    const through = `--proxy-server=http://127.0.0.1:${proxy.address().port}`;
    browser = startChromium(chromium, profile, "--enable-unsafe-extension-debugging", through, "--proxy-bypass-list=127.0.0.1");
    ({ id } = await browser.send("Extensions.loadUnpacked", { path: join(root, "target/extension/chromium") }));
    await until(listens);
    ({ targetId } = await browser.send("Target.createTarget", { url: `${server.url}plain.html` }));
    ({ sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true }));
    await until(() => evaluate("document.readyState === 'complete'"));
  });

  after(async () => {
    await browser?.stop();
    server?.close();
    proxy?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it("marks nothing before the click", async () => {
    await new Promise((later) => setTimeout(later, 500));
    assert.equal(await marks(), 0);
    assert.equal(await evaluate("document.querySelector('caveat-lector')"), null);
  });

  it("marks the page with the first click, opens the panel, and takes the marks away with the second", async () => {
    await click();
    await until(async () => (await marks()) === 3);
    assert.equal(await evaluate("document.querySelector('caveat-lector').shadowRoot"), null, "the card is closed to the site");
    await press("Ledgers");
    const panel = await until(async () => (await browser.send("Target.getTargets")).targetInfos.find(({ url }) => url.startsWith(`chrome-extension://${id}/page/panel.html`)));
    const own = await browser.send("Target.attachToTarget", { targetId: panel.targetId, flatten: true });
    const heads = "JSON.stringify([...document.querySelectorAll('.ledger .go')].map((row) => row.textContent))";
    const inPanel = async () => (await browser.send("Runtime.evaluate", { expression: heads, returnByValue: true }, own.sessionId)).result.value;
    await until(async () => (await inPanel()).includes("two officials briefed on it"));
    await click();
    await until(async () => (await marks()) === 0);
    await until(async () => (await inPanel()) === "[]");
  });

  it("opens the article in the full page, which says where it comes from", async () => {
    await click();
    await until(async () => (await marks()) === 3);
    await press("Open in Caveat Lector");
    const tab = await until(async () => (await browser.send("Target.getTargets")).targetInfos.find(({ url }) => url.startsWith(`chrome-extension://${id}/page/index.html`)));
    const own = await browser.send("Target.attachToTarget", { targetId: tab.targetId, flatten: true });
    const inTab = async (expression) => (await browser.send("Runtime.evaluate", { expression, returnByValue: true }, own.sessionId)).result.value;
    for (const _ of ["opened", "loaded again"]) {
      await until(() => inTab("Boolean(!window.old && document.querySelector('#article mark') && document.querySelector('.origin a'))"));
      assert.match(await inTab("document.querySelector('.origin').textContent"), /^From “Marenna weighs a ban”, The Marenna Courier, read on \d+ \w+ 20\d\d$/);
      assert.equal(await inTab("document.querySelector('.origin a').href + ' ' + document.querySelector('.origin a').rel"), "https://courier.example/marenna-ban noopener noreferrer");
      assert.equal(await inTab("document.querySelectorAll('#share, #bring').length"), 0, "its address means nothing to others");
      assert.equal(await inTab("location.hash"), "");
      await inTab("window.old = true, location.reload()");
    }
  });

  it("has asked the network for nothing", () => {
    // Chromium itself calls home.
    const home = /^(http:\/\/)?[\w.-]+\.(google|googleapis|gstatic)\.com[:/]/;
    assert.deepEqual(asked.filter((address) => !home.test(address)), []);
    assert.deepEqual(server.requests, ["/plain.html"]);
  });
});
