// For Node.js: the engine is read from the package's folder.
import { readFileSync } from "node:fs";
import { analyze, initSync } from "./engine.js";

initSync({ module: readFileSync(new URL("engine_bg.wasm", import.meta.url)) });

export { analyze };
