/** Test projects: the same suites in several runtimes; run with `npm test`, or one with `--project NAME`. */
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "..");

/** Suites that need nothing but the library: they run in every runtime. */
const everywhere = ["test/unit/**/*.test.ts", "test/vectors.test.ts"];

/** Suites in which a WebCrypto does work. */
const core = ["test/unit/{crypto,pkcs12,credential,graph,preflight}/**/*.test.ts", "test/vectors.test.ts"];

/** Long enough for the largest iteration counts on a busy machine. */
const testTimeout = 60_000;

export default defineConfig({
  root,
  test: {
    globalSetup: [resolve(root, "test/setup/vectors.ts")],
    projects: [
      {
        root,
        test: {
          name: "node",
          include: [...everywhere, "test/node/**/*.test.ts", "test/property/**/*.test.ts"],
          testTimeout,
        },
      },
      {
        root,
        test: { name: "peculiar", include: core, setupFiles: [resolve(root, "test/setup/peculiar.ts")], testTimeout },
      },
      {
        root,
        test: { name: "package", include: ["test/{package,cli,interop}/**/*.test.ts"], testTimeout },
      },
    ],
  },
});
