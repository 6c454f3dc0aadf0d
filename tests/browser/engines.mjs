// The browser engines that this machine has, each driven through WebDriver.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";

const onPath = (...names) => names.flatMap((name) => process.env.PATH.split(delimiter).map((dir) => join(dir, name))).find(existsSync);

const freePort = () =>
  new Promise((ready) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => ready(port));
    });
  });

const chromium = {
  name: "chromium",
  serviceWorkers: true,
  driver: onPath("chromedriver"),
  browser: onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
  command: (driver, port) => [driver, `--port=${port}`],
  capabilities: (browser, profile) => ({
    browserName: "chrome",
    "goog:chromeOptions": {
      binary: browser,
      args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", `--user-data-dir=${profile}`],
    },
    "goog:loggingPrefs": { browser: "ALL" },
  }),
};

const firefox = {
  name: "firefox",
  serviceWorkers: true,
  driver: onPath("geckodriver"),
  browser: onPath("firefox", "firefox-esr"),
  command: (driver, port) => [driver, "--port", String(port), "--websocket-port", "0", "--log", "error"],
  capabilities: (browser) => ({ browserName: "firefox", webSocketUrl: true, "moz:firefoxOptions": { binary: browser, args: ["-headless"] } }),
};

const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? [] : [onPath("xvfb-run"), "-a"];
const webkit = {
  name: "webkitgtk",
  serviceWorkers: true,
  driver: display[0] === undefined && display.length ? undefined : onPath("WebKitWebDriver"),
  browser: miniBrowser(),
  command: (driver, port) => [...display, driver, `--port=${port}`],
  capabilities: (browser) => ({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } }),
};

/** WebKitGTK's small browser, which lies beside its libraries. */
function miniBrowser() {
  const libraries = ["/usr/lib", "/usr/lib64", "/usr/libexec"].filter(existsSync);
  const folders = libraries.flatMap((library) => [library, ...readdirSync(library).map((name) => join(library, name))]);
  return folders.flatMap((folder) => ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"].map((name) => join(folder, name, "MiniBrowser"))).find(existsSync);
}

/** The engines that can be driven here, and the names of those that cannot. */
export function engines() {
  const all = [chromium, firefox, webkit];
  const wanted = process.env.ENGINES?.split(",");
  const found = all.filter((engine) => engine.driver && engine.browser && (!wanted || wanted.includes(engine.name)));
  return { found, skipped: all.filter((engine) => !found.includes(engine)).map((engine) => engine.name) };
}

/** The drivers that run, each with its browser in a group of processes: what ends the tests ends them too. */
const running = new Set();
const end = (driver) => {
  running.delete(driver);
  try {
    process.kill(-driver.pid);
  } catch {
    // It has gone already.
  }
};
process.on("exit", () => running.forEach(end));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

/** Starts an engine; gives the WebDriver session, `stop`, and for Chromium `devtools`. */
export async function start(engine) {
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), "caveat-lector-"));
  const [command, ...args] = engine.command(engine.driver, port);
  const driver = spawn(command, args, { stdio: "ignore", detached: true });
  running.add(driver);
  const server = `http://127.0.0.1:${port}`;
  await ready(server);
  const capabilities = new Capabilities(engine.capabilities(engine.browser, profile));
  const session = await new Builder().usingServer(server).withCapabilities(capabilities).build();
  const stop = async () => {
    await session.quit().catch(() => {});
    end(driver);
    rmSync(profile, { recursive: true, force: true });
  };
  /** A command of Chromium's own protocol. */
  const devtools = async (cmd, params = {}) => {
    const id = (await session.getSession()).getId();
    const answer = await fetch(`${server}/session/${id}/goog/cdp/execute`, { method: "POST", body: JSON.stringify({ cmd, params }) });
    return (await answer.json()).value;
  };
  return { session, stop, devtools };
}

async function ready(server) {
  for (let tries = 0; tries < 300; tries += 1) {
    const status = await fetch(`${server}/status`).then((answer) => answer.json()).catch(() => null);
    if (status) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`no WebDriver at ${server}`);
}
