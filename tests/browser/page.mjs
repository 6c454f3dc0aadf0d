// The page as a test or a screenshot drives it.
import { By, Key, Origin, until } from "selenium-webdriver";

const WAIT = 20_000;

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
    await this.session.wait(until.elementLocated(By.css("#more")), WAIT);
    await this.run(() => {
      window.faults ??= [];
      addEventListener("error", (event) => window.faults.push(String(event.message)));
      addEventListener("unhandledrejection", (event) => window.faults.push(String(event.reason)));
      document.addEventListener("securitypolicyviolation", (event) => window.faults.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
    });
  }

  /** Whether the page's files are kept for the next visit, as soon as that is known. */
  kept() {
    return this.until(() => document.documentElement.dataset.offline === "yes").then(() => true, () => false);
  }

  /** The page as on a first visit: what it would store or note when it is left does not come back. */
  async openAnew() {
    await this.open();
    await this.run(() => {
      addEventListener("pagehide", (event) => event.stopImmediatePropagation(), { capture: true });
      for (const storage of [localStorage, sessionStorage]) storage.clear();
      history.replaceState(null, "");
      history.replaceState = history.pushState = () => {};
    });
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

  /** Clicks on what stands still and in view: else the page could move it away between the look and the click. */
  async click(selector) {
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
    await element.click();
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
    const seen = () => this.run(() => `${scrollY} ${document.querySelector(".side")?.scrollTop}`);
    for (let before = null, now = await seen(); before !== now; [before, now] = [now, await seen()]) await new Promise((later) => setTimeout(later, 200));
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
    await this.session.wait(() => this.run(work, ...args).catch(() => false), WAIT, `never true: ${work}`);
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

  /** Gives the page this size: some engines count a frame to the window, and some take their time. */
  async resize(width, height) {
    const isThere = () => this.settles(async () => `${await this.run(() => [innerWidth, innerHeight])}` === `${[width, height]}`);
    await this.session.manage().window().setRect({ x: 0, y: 0, width, height });
    for (let tries = 3; tries && !(await isThere()); tries--) {
      const [outer, [inner, tall]] = [await this.session.manage().window().getRect(), await this.run(() => [innerWidth, innerHeight])];
      await this.session.manage().window().setRect({ x: 0, y: 0, width: width + outer.width - inner, height: height + outer.height - tall });
    }
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
    await this.session.actions().move({ origin: await this.find(selector) }).perform();
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
