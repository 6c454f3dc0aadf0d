// For bundlers, and wherever one file is easier than two: the engine is in the module. `init` prepares it without blocking; without
// it, the first call of `analyze` does.
import { analyze as run, initSync } from "./engine.js";
import base64 from "./engine_wasm.js";

let loading;
let ready = false;

const bytes = () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

function use(module) {
  if (!ready) initSync({ module });
  ready = true;
}

export function init() {
  loading ??= WebAssembly.compile(bytes()).then(use);
  return loading;
}

export function analyze(text, options) {
  if (!ready) use(bytes());
  return run(text, options);
}
