// The extension as it is shipped, in Firefox: a click on its button marks the page, and its panel stands in the side bar of the browser.
// Scripts with the rights of the browser itself press the button and look into the side bar, which WebDriver cannot reach.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { engines, start } from "./engines.mjs";
import { firefoxId, servePages } from "./extension.mjs";
import { Key, Page } from "./page.mjs";
import { it } from "./retry.mjs";
import { root } from "./suite.mjs";

const firefox = engines().found.find(({ name }) => name === "firefox");
const ID = firefox && firefoxId();
const SIDEBAR = `${ID?.replace(/[^\w-]/g, "_")}-sidebar-action`;
const engine = firefox && {
  ...firefox,
  command: (driver, port) => [...firefox.command(driver, port), "--allow-system-access"],
  capabilities: (browser) => {
    const wanted = firefox.capabilities(browser);
    // The documents of the extension run where the scripts of the browser reach them.
    wanted["moz:firefoxOptions"].prefs = { "extensions.webextensions.remote": false };
    return wanted;
  },
};

describe("extension in the side bar of Firefox", { skip: !firefox, timeout: 120_000 }, () => {
  const page = new Page();
  let server, browser;

  /** Runs an async function with the rights of the browser. */
  const inBrowser = async (work, ...args) => {
    await browser.session.setContext("chrome");
    try {
      const [fault, value] = await browser.session.executeAsyncScript(`const done = arguments[arguments.length - 1]; (${work})(...[...arguments].slice(0, -1)).then((value) => done([null, value]), (fault) => done([String(fault)]))`, ...args);
      assert.equal(fault, null);
      return value;
    } finally {
      await browser.session.setContext("content");
    }
  };
  const click = () =>
    inBrowser(async (id) => {
      const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
      await ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(id).extension).triggerAction(window);
    }, ID);
  /** Presses one of the shortcuts that the manifest names, in the window of the browser. */
  const press = async (key) => {
    await browser.session.setContext("chrome");
    await browser.session.actions().keyDown(Key.ALT).keyDown(Key.SHIFT).sendKeys(key).keyUp(Key.SHIFT).keyUp(Key.ALT).perform();
    await browser.session.setContext("content");
  };
  const marks = (count) => page.until((count) => [...CSS.highlights.keys()].filter((name) => name.startsWith("caveat-lector-")).length === count, count);
  /** The rows of the ledgers in the side bar, as soon as there are any, or none. */
  const rows = async (some) => {
    const look = () =>
      inBrowser(async () => {
        const panel = SidebarController.browser.contentDocument.getElementById("webext-panels-browser")?.contentDocument;
        return [...(panel?.querySelectorAll(".ledger .go") ?? [])].map((row) => row.textContent);
      });
    let found = [];
    await browser.session.wait(async () => ((found = await look()), found.length > 0 === some), 15_000);
    return found;
  };

  before(async () => {
    server = await servePages({}, {});
    browser = await start(engine);
    page.drive(browser.session, `${server.url}plain.html`);
    await inBrowser(async () => {
      Services.console.reset();
      window.requests = [];
      const note = (channel) => {
        const { URI, loadInfo } = channel.QueryInterface(Ci.nsIHttpChannel);
        window.requests.push(`${URI.spec} by ${loadInfo?.triggeringPrincipal?.spec ?? loadInfo?.triggeringPrincipal?.origin}`);
      };
      Services.obs.addObserver(note, "http-on-modify-request");
    });
    await browser.session.installAddon(join(root, "target/extension/firefox"), true);
    await browser.session.get(page.url);
  });

  after(async () => {
    await browser?.stop();
    server?.close();
  });

  it("marks the page with a click, shows its ledgers in the side bar, and takes both away", async () => {
    await marks(0);
    await click();
    await marks(3);
    await inBrowser((id) => SidebarController.show(id), SIDEBAR);
    assert.deepEqual(await rows(true), ["two officials briefed on it", "Senator Ana Ruiz", "the mayor’s office", "Marenna weighs a ban"]);
    await click();
    await marks(0);
    assert.deepEqual(await rows(false), []);
  });

  it("goes from mark to mark and opens the side bar with its shortcuts", async () => {
    await inBrowser(async () => SidebarController.hide());
    await press("c");
    await marks(3);
    const here = () => page.run(() => [...CSS.highlights].flatMap(([name, highlight]) => (name.startsWith("caveat-lector-here-") ? [...highlight] : [])).map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset)).join());
    for (const [key, expected] of [["j", "weighs"], ["j", "may"], ["k", "weighs"], ["k", "No final decision"]]) {
      await press(key);
      await browser.session.wait(async () => (await here()) === expected, 5000).catch(() => {});
      assert.equal(await here(), expected);
    }
    await press("l");
    assert.notDeepEqual(await rows(true), []);
    await press("c");
    await marks(0);
  });

  it("marks the selected text from the context menu", async () => {
    await page.run(() => getSelection().selectAllChildren(document.querySelectorAll("article p")[1]));
    await browser.session.actions().contextClick(await page.find("article p:nth-of-type(2)")).perform();
    await inBrowser(async () => {
      const menu = document.querySelector("#contentAreaContextMenu");
      if (menu.state !== "open") await new Promise((shown) => menu.addEventListener("popupshown", shown, { once: true }));
      menu.activateItem(menu.querySelector("[id$=_mark-selection]"));
    });
    await marks(1);
    assert.deepEqual(await page.run(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset))), ["seems"]);
    await click();
    await marks(0);
  });

  it("has asked nobody for anything but the page, and complains of nothing", async () => {
    assert.deepEqual(server.requests, ["/plain.html"]);
    const { requests, complaints } = await inBrowser(async () => ({ requests: window.requests, complaints: Services.console.getMessageArray().map(String) }));
    // Firefox itself calls home.
    assert.deepEqual(requests.filter((request) => /moz-extension|caveat/.test(request) || !/mozilla|firefox\.com|127\.0\.0\.1/.test(request)), []);
    assert.deepEqual(complaints.filter((complaint) => complaint.includes("moz-extension://")), []);
  });
});
