// The page as a test or a screenshot drives it.
import assert from "node:assert/strict";
import { By, Key, Origin, until } from "selenium-webdriver";
import BrowsingContext from "selenium-webdriver/bidi/browsingContext.js";

const WAIT = 20_000;
/** How often to look whether something is so, in milliseconds. */
const LOOK = 25;
/** The narrowest window of WebKitGTK's small browser, in pixels. */
const NARROWEST = 450;

export class Page {
  /** Takes over a browser; `url` is the address of the page. */
  drive(session, url) {
    this.session = session;
    this.url = url;
    return this;
  }

  /** Loads the page and waits until the program has taken the place of the placeholder. */
  async open() {
    await this.session.get(this.url);
    await this.session.wait(until.elementLocated(By.css("#more")), WAIT, "the page never starts", LOOK);
    await this.run(() => {
      window.faults ??= [];
      addEventListener("error", (event) => window.faults.push(String(event.message)));
      addEventListener("unhandledrejection", (event) => window.faults.push(String(event.reason)));
      document.addEventListener("securitypolicyviolation", (event) => window.faults.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    });
  }

  /** Whether the page's files are kept for the next visit, as soon as that is known. */
  kept() {
    return this.until(() => ["yes", "now"].includes(document.documentElement.dataset.offline)).then(() => true, () => false);
  }

  /** The page as on a first visit: what it would store or note when it is left does not come back. */
  async openAnew() {
    const forgets = () => this.run((url) => {
      if (!location.href.startsWith(url) || !document.querySelector("#more")) return false;
      for (const storage of [localStorage, sessionStorage]) storage.clear();
      addEventListener("pagehide", (event) => event.stopImmediatePropagation(), { capture: true });
      history.replaceState(null, "");
      history.replaceState = history.pushState = () => {};
      return true;
    }, this.url).catch(() => false);
    if (!(await forgets())) {
      await this.open();
      await forgets();
    }
    await this.open();
  }

  /** Runs a function in the page. */
  run(work, ...args) {
    return this.session.executeScript(`return (${work}).apply(null, arguments)`, ...args);
  }

  find(selector) {
    return this.session.findElement(By.css(selector));
  }

  async has(selector) {
    return (await this.session.findElements(By.css(selector))).length > 0;
  }

  /** What stands still and in view: else the page could move it away between the look and the click. */
  async atRest(selector) {
    const element = await this.find(selector);
    await this.session.executeAsyncScript(`
      const [element, done] = arguments;
      element.scrollIntoView({ block: "nearest", behavior: "instant" });
      let before, same = 0, left = 300;
      (function look() {
        const box = element.getBoundingClientRect(), now = [box.x, box.y, box.width, box.height].join();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const covered = !top || (!element.contains(top) && !top.contains(element));
        if (covered) element.scrollIntoView({ block: "center", behavior: "instant" });
        same = now === before && !covered ? same + 1 : 0;
        before = now;
        if (same > 7 || --left === 0) done(); else setTimeout(look, 16);
      })();`, element);
    return element;
  }

  async click(selector) {
    await (await this.atRest(selector)).click();
  }

  /** Chooses from the menu. */
  async choose(id) {
    // A page that still scrolls to a place would take the button away from under the click.
    await this.still();
    await this.click("#more");
    await this.until((id) => document.getElementById(id)?.checkVisibility(), id);
    await this.click(`#${id}`);
  }

  /** Waits until nothing scrolls any more: a click would go astray. */
  async still() {
    await this.session.executeAsyncScript(`
      const [done] = arguments;
      let before, same = 0, left = 300;
      (function look() {
        const now = scrollY + " " + document.querySelector(".side")?.scrollTop;
        same = now === before ? same + 1 : 0;
        before = now;
        if (same > 9 || --left === 0) done(); else setTimeout(look, 16);
      })();`);
  }

  /** What is lit up in the article under one name. */
  lit(name) {
    return this.run((name) => [...(CSS.highlights.get(name) ?? [])].map(String), name);
  }

  /** What the bar of places says. */
  places() {
    return this.text(".finder p");
  }

  text(selector) {
    return this.run((selector) => document.querySelector(selector)?.textContent ?? null, selector);
  }

  /** Waits until a function in the page gives something true. */
  async until(work, ...args) {
    await this.session.wait(() => this.run(work, ...args).catch(() => false), WAIT, `never true: ${work} of ${JSON.stringify(args)}`, LOOK);
  }

  /** Puts a text into the box as a paste does: the event, then the text through the editing command. */
  async paste(text) {
    if (await this.run(() => document.querySelector(".editor.away") !== null)) await this.click("#new-text");
    await this.until(() => document.activeElement?.id === "text");
    await this.run((text) => {
      const box = document.querySelector("#text");
      box.select();
      box.dispatchEvent(new ClipboardEvent("paste", { bubbles: true }));
      if (text.length > 20000 || !document.execCommand("insertText", false, text)) {
        box.value = text;
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
    }, text);
  }

  /** The marks in reading order: class and text. */
  marks() {
    return this.run(() => [...document.querySelectorAll("#article mark")].map((mark) => `${mark.className.split(" ")[0]}: ${mark.textContent}`));
  }

  /** Gives the page this size. No window is narrower than some 450 pixels: in Chromium and Firefox the page gets a size of its own. */
  async resize(width, height) {
    if (this.session.sendDevToolsCommand) {
      await this.session.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 0, mobile: false });
    } else if ((await this.session.getCapabilities()).get("webSocketUrl")) {
      const context = await BrowsingContext(this.session, { browsingContextId: await this.session.getWindowHandle() });
      await context.setViewport(width, height);
    } else {
      width = Math.max(width, NARROWEST);
      await this.resizeWindow(width, height);
    }
    assert.ok(await this.hasSize(width, height), `the page never becomes ${width} × ${height}`);
  }

  /** Gives the window the size with which the page has this one: what its frame takes is known after the first try. */
  async resizeWindow(width, height) {
    this.frame ??= [0, 0];
    for (let tries = 0; tries < 3; tries++) {
      await this.session.manage().window().setRect({ x: 0, y: 0, width: width + this.frame[0], height: height + this.frame[1] });
      if (await this.hasSize(width, height)) return;
      const [outer, [inner, tall]] = [await this.session.manage().window().getRect(), await this.run(() => [innerWidth, innerHeight])];
      this.frame = [outer.width - inner, outer.height - tall];
    }
  }

  /** Whether the page comes to have this size. */
  hasSize(width, height) {
    return this.settles(async () => `${await this.run(() => [innerWidth, innerHeight])}` === `${[width, height]}`);
  }

  /** Whether something comes to hold within two seconds. */
  async settles(holds) {
    for (let tries = 0; tries < 40; tries++) {
      if (await holds()) return true;
      await new Promise((later) => setTimeout(later, 50));
    }
    return false;
  }

  /** What makes the page scroll sideways, once its layout has come to rest: empty where it fits. */
  async tooWide() {
    const fits = () => this.run(() => document.documentElement.scrollWidth <= innerWidth);
    if (await this.settles(fits)) return [];
    return this.run(() => [`${document.documentElement.scrollWidth} of ${innerWidth}`,
      ...[...document.querySelectorAll("body *")].filter((part) => part.getBoundingClientRect().right > innerWidth + 1).map((part) => part.id || part.className || part.tagName)]);
  }

  async hover(selector) {
    await this.session.actions().move({ origin: await this.atRest(selector) }).perform();
  }

  async leave() {
    await this.session.actions().move({ x: 2, y: 2, origin: Origin.VIEWPORT }).perform();
  }

  async press(...keys) {
    await this.session.actions().sendKeys(...keys).perform();
  }

  /** Keys with the shift key. */
  async shift(...keys) {
    await this.session.actions().keyDown(Key.SHIFT).sendKeys(...keys).keyUp(Key.SHIFT).perform();
  }

  /** A letter with the control key. */
  async chord(letter) {
    await this.session.actions().keyDown(Key.CONTROL).sendKeys(letter).keyUp(Key.CONTROL).perform();
  }

  faults() {
    return this.run(() => window.faults ?? []);
  }
}

export { Key, Origin };
