// For browsers and their workers. The engine is a file of its own, which `init` fetches.
import start, { analyze as run } from "./engine.js";

let loading;
let ready = false;

export function init(wasm = new URL("engine_bg.wasm", import.meta.url)) {
  loading ??= start({ module_or_path: wasm }).then(
    () => {
      ready = true;
    },
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

export function analyze(text, options) {
  if (!ready) throw new Error("The engine is not ready: await init() first.");
  return run(text, options);
}
