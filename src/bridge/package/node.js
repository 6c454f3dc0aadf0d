// For Node.js. The engine is read from the folder of the package when the module is imported.
import { readFileSync } from "node:fs";
import { analyze, initSync } from "./engine.js";

initSync({ module: readFileSync(new URL("engine_bg.wasm", import.meta.url)) });

export async function init() {}

export { analyze };
