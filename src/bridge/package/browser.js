// For browsers and their workers: the module is ready when the import is.
import start, { analyze } from "./engine.js";

await start({ module_or_path: new URL("engine_bg.wasm", import.meta.url) });

export { analyze };
