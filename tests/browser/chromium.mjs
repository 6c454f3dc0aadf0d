// Chromium under its own protocol, over a pipe.
import { spawn } from "node:child_process";
import { join } from "node:path";

/** Starts Chromium under its own protocol: WebDriver neither installs pages nor clicks on the button of an extension. */
export function startChromium(chromium, profile, ...more) {
  const { args } = chromium.capabilities(chromium.browser, profile)["goog:chromeOptions"];
  // The application is registered with the system: here in a home of its own.
  const env = { ...process.env, HOME: profile, XDG_DATA_HOME: join(profile, "data"), XDG_CONFIG_HOME: join(profile, "config") };
  const browser = spawn(chromium.browser, [...args, ...more, "--remote-debugging-pipe", "about:blank"], { env, stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const [, , , commands, answers] = browser.stdio;
  const waiting = new Map();
  commands.on("error", () => {});
  const gone = new Promise((done) => browser.once("exit", done).once("error", done)).then(() => {
    for (const done of waiting.values()) done(Promise.reject(new Error("Chromium is gone")));
  });
  let rest = "";
  answers.setEncoding("utf8").on("data", (data) => {
    const messages = (rest + data).split("\0");
    rest = messages.pop();
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      waiting.get(id)?.(error ? Promise.reject(new Error(error.message)) : result);
      waiting.delete(id);
    }
  });
  let last = 0;
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((done) => {
      last += 1;
      waiting.set(last, done);
      commands.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  const stop = async () => {
    const late = setTimeout(() => browser.kill("SIGKILL"), 5000);
    send("Browser.close").catch(() => {});
    await gone;
    clearTimeout(late);
  };
  return { send, stop };
}
