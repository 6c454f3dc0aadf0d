// For browsers and their module workers. The import resolves when the engine is ready.
import start, { analyze } from "./engine.js";

await start({ module_or_path: new URL("engine_bg.wasm", import.meta.url) });

export { analyze };
