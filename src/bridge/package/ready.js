// For browsers: the import resolves when the engine is ready, so `analyze` can be called at once.
import { analyze, init } from "./browser.js";

await init();

export { analyze, init };
