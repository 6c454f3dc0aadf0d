// The browser extension as a test drives it: a copy of the built one that may read pages of 127.0.0.1 without a click, whose shadow
// tree is open to the test, and that takes a message for the click on its button.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { start } from "./engines.mjs";
import { Page } from "./page.mjs";

const root = join(import.meta.dirname, "../..");
const PAGES = join(import.meta.dirname, "extension_pages");
const UUID = "5d2f0c7e-3b1a-4c86-9f6e-2a8d7b4e1c90";

/** The id of the extension in Firefox; who publishes it gives it another one. */
export const firefoxId = () => JSON.parse(readFileSync(join(root, "target/extension/firefox/manifest.json"), "utf8")).browser_specific_settings.gecko.id;

/** What the test adds to the background script: WebDriver may not open the page of the extension in Firefox, but the extension may. */
const HOOK = `
if (api.sidebarAction) api.tabs.create({ url: api.runtime.getURL("page/index.html") });
let marked = 0;
api.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message?.ask === "mark") marked += 1;
  if (message?.test === "rounds") answer(marked);
  if (message?.test !== "click") return false;
  api.tabs.query({}).then((tabs) => toggle(tabs.find(({ url }) => url?.startsWith(message.url)), message.how)).then(() => answer({}));
  return true;
});
`;

/** A copy of the built extension for tests. `more` has changes of further scripts by their names. */
const copy = (browser, more) => {
  const folder = mkdtempSync(join(tmpdir(), "caveat-lector-extension-"));
  cpSync(join(root, "target/extension", browser), folder, { recursive: true });
  const change = (name, work) => writeFileSync(join(folder, name), work(readFileSync(join(folder, name), "utf8")));
  change("manifest.json", (json) => JSON.stringify({ ...JSON.parse(json), host_permissions: ["http://127.0.0.1/*"] }));
  change("background.js", (code) => code + HOOK);
  // The test shows the panel in a tab of its own.
  change("page.js", (code) => code.replaceAll("{ active: true, currentWindow: true }", '{ url: "http://127.0.0.1/*" }'));
  change("content/card.js", (code) => code.replace('mode: "closed"', 'mode: "open"'));
  for (const [name, work] of Object.entries(more)) change(name, work);
  return folder;
};

const inChromium = (engine, folder) => {
  const letters = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  const id = letters.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
  const capabilities = (browser, profile) => {
    const wanted = engine.capabilities(browser, profile);
    wanted["goog:chromeOptions"].args.push(`--load-extension=${folder}`, `--disable-extensions-except=${folder}`);
    return wanted;
  };
  return { engine: { ...engine, capabilities }, origin: `chrome-extension://${id}/` };
};
const inFirefox = (engine) => {
  const uuids = JSON.stringify({ [firefoxId()]: UUID });
  const capabilities = (browser) => {
    const wanted = engine.capabilities(browser);
    wanted["moz:firefoxOptions"].prefs = { "extensions.webextensions.uuids": uuids };
    return wanted;
  };
  return { engine: { ...engine, capabilities }, origin: `moz-extension://${UUID}/` };
};

/** Serves the test pages. `headers` holds the headers of a page by its name, `made` the content of pages that are no files. */
export const servePages = async (headers, made) => {
  const requests = [];
  const server = createServer((request, response) => {
    const name = new URL(request.url, "http://127.0.0.1").pathname.slice(1);
    requests.push(request.url);
    const content = made[name] ?? (readdirSync(PAGES).includes(name) ? readFileSync(join(PAGES, name)) : null);
    if (content === null) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers[name] }).end(content);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://127.0.0.1:${server.address().port}/`, requests, close: () => (server.close(), server.closeAllConnections()) };
};

/** Starts a browser with the extension, whose scripts `change` may change. */
export async function startExtension(found, change = {}) {
  const folder = copy(found.name, change);
  const { engine, origin } = found.name === "chromium" ? inChromium(found, folder) : inFirefox(found);
  const browser = await start(engine);
  if (found.name === "firefox") await browser.session.installAddon(folder, true);
  return new Extension(browser, origin, folder);
}

/** A browser with a tab of the extension and a tab for the sites. */
class Extension extends Page {
  constructor(browser, origin, folder) {
    super();
    Object.assign(this, { browser, origin, folder });
    /** A page without a policy. */
    this.plain = "about:blank";
    this.drive(browser.session, `${origin}page/index.html`);
  }

  /** Opens the extension's own page in a first tab and a second one for the site. */
  async begin() {
    if (this.origin.startsWith("moz")) await this.switchToOwn();
    else await this.open();
    this.own = await this.session.getWindowHandle();
    await this.session.switchTo().newWindow("tab");
    this.site = await this.session.getWindowHandle();
  }

  /** Switches to the tab that the extension has opened itself. */
  async switchToOwn() {
    await this.session.wait(async () => {
      for (const handle of await this.session.getAllWindowHandles()) {
        await this.session.switchTo().window(handle);
        if ((await this.session.getCurrentUrl()).startsWith(this.origin)) return true;
      }
      return false;
    }, 20_000);
  }

  async inOwn(work) {
    await this.session.switchTo().window(this.own);
    try {
      return await work();
    } finally {
      await this.session.switchTo().window(this.site);
    }
  }

  /** Runs a function that returns a promise in the extension's own page. */
  inExtension(work, ...args) {
    return this.inOwn(() => this.session.executeAsyncScript(`const done = arguments[arguments.length - 1]; (${work})(...[...arguments].slice(0, -1)).then(done, (fault) => done(String(fault)))`, ...args));
  }

  /** Opens a page of a site. */
  async visit(url) {
    await this.session.get(url);
    this.address = url;
  }

  /** What a click on the button does. */
  toggle(how = {}) {
    return this.inExtension((url, how) => (globalThis.browser ?? chrome).runtime.sendMessage({ test: "click", url, how }), this.address, how);
  }

  /** How often the engine has marked a page. */
  rounds() {
    return this.inExtension(() => (globalThis.browser ?? chrome).runtime.sendMessage({ test: "rounds" }));
  }

  /** What the scripts in the page of the site answer. */
  ask(message) {
    const tell = async (url, message) => {
      const api = globalThis.browser ?? chrome;
      const tabs = await api.tabs.query({});
      return api.tabs.sendMessage(tabs.find((tab) => tab.url?.startsWith(url)).id, message, { frameId: 0 });
    };
    return this.inExtension(tell, new URL("/", this.address).href, message);
  }

  /** Shows the extension's page in its tab, anew. */
  showOwn(fragment) {
    return this.inOwn(async () => {
      await this.run((fragment) => {
        window.old = true;
        history.replaceState(null, "", location.pathname + fragment);
        location.reload();
      }, fragment);
      await this.until(() => !window.old && document.querySelector("main") && !document.querySelector("#loading"));
    });
  }

  /** Forgets the shared settings. */
  forget() {
    return this.inExtension(() => (globalThis.browser ?? chrome).storage.local.clear());
  }

  /** The marks of a document in its order: category and words. */
  marks(view = "window") {
    return this.run((view) => {
      const found = [];
      const { CSS, document } = view === "window" ? window : window.frames[0];
      for (const [name, highlight] of CSS.highlights) {
        const [, category] = name.match(/^caveat-lector-(hedge|source|pending)-/) ?? [];
        if (!category) continue;
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          if (!startContainer.isConnected) continue;
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          found.push({ category, range });
        }
      }
      // What is in two trees is compared by its place on the screen.
      const isInOne = (one, other) => one.range.startContainer.getRootNode() === other.range.startContainer.getRootNode();
      const top = ({ range }) => range.getBoundingClientRect().top;
      const order = (one, other) => (isInOne(one, other) ? one.range.compareBoundaryPoints(Range.START_TO_START, other.range) : top(one) - top(other));
      found.sort((one, other) => order(one, other) || one.category.localeCompare(other.category));
      return found.map(({ category, range }) => `${category}: ${range.toString().replace(/\s+/g, " ")}`);
    }, view);
  }

  /** The words that the reader is at. */
  here() {
    return this.run(() =>
      [...CSS.highlights].flatMap(([name, highlight]) => (name.startsWith("caveat-lector-here") ? [...highlight] : [])).map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset)),
    );
  }

  /** The number of pixels of a colour in the window, give or take the rounding of a colour profile. Asked on a page without a policy. */
  async pixels(...colour) {
    const picture = await this.session.takeScreenshot();
    await this.visit(this.plain);
    return this.session.executeAsyncScript(
      `const [picture, colour, done] = arguments;
      createImageBitmap(new Blob([Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))])).then((image) => {
        const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
        canvas.drawImage(image, 0, 0);
        const { data } = canvas.getImageData(0, 0, image.width, image.height);
        let count = 0;
        for (let at = 0; at < data.length; at += 4) if (colour.every((part, index) => Math.abs(part - data[at + index]) < 3)) count += 1;
        done(count);
      });`,
      picture,
      colour,
    );
  }

  html() {
    return this.run(() => document.documentElement.outerHTML);
  }

  /** The text of something in the card or the bar. */
  inOverlay(selector) {
    return this.run((selector) => document.querySelector("caveat-lector")?.shadowRoot.querySelector(selector)?.textContent ?? null, selector);
  }

  /** Presses a button in the card or the bar. */
  button(words, place = ".caveat-lector-bar") {
    return this.run((words, place) => [...document.querySelector("caveat-lector").shadowRoot.querySelectorAll(`${place} button`)].find((button) => button.textContent === words).click(), words, place);
  }

  async stop() {
    await this.browser.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
