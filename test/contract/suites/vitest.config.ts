/** For suites that are to fail: test/contract/describe-graph-contract.test.ts runs them in a process of their own. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  test: { include: ["*.suite.ts"], maxWorkers: 1 },
});
