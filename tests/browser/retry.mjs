// The `it` of browser tests: where BROWSER_RETRIES is set, a test that fails is tried again that often, and the report says so.
import { it as test } from "node:test";

const RETRIES = Number(process.env.BROWSER_RETRIES ?? 0);

export function it(name, ...rest) {
  const work = rest.pop();
  test(name, ...rest, async (context) => {
    for (let left = RETRIES; left > 0; left -= 1) {
      try {
        return await work(context);
      } catch (fault) {
        context.diagnostic(`flaky: "${name}" is tried again after ${fault.stack}`);
      }
    }
    return work(context);
  });
}
