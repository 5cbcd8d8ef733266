/**
 * Test projects: the same suites in several runtimes. `npm test` runs them all, `--project NAME` one.
 * Without a Chromium the project of that name is left out with a loud message, and under CI=true the run fails.
 */
import { resolve } from "node:path";
import { playwright } from "@vitest/browser-playwright";
import type { TestProjectInlineConfiguration } from "vitest/config";
import { defineConfig } from "vitest/config";
import type { ChosenChromium } from "./setup/chromium.js";
import { absenceMessage, chooseChromium } from "./setup/chromium.js";
import { hostProbe } from "./setup/chromium-host.js";

const root = resolve(import.meta.dirname, "..");
const cache = resolve(root, "node_modules/.cache/graph-certkit");

/** Suites that need nothing but the library: they run in every runtime. */
const everywhere = ["test/unit/**/*.test.ts", "test/vectors.test.ts"];

const properties = ["test/property/**/*.property.test.ts"];

/** Suites in which a WebCrypto does work. */
const core = ["test/unit/{crypto,x509,pkcs12,credential,graph,preflight}/**/*.test.ts", "test/vectors.test.ts"];

/**
 * The library has no state in its modules, so test files may share them: half the time. Only `package` is kept apart,
 * whose tests are about processes.
 */
const isolate = false;

/** Long enough for the largest iteration counts on a busy machine. */
const testTimeout = 60_000;

/** No sandbox (containers and root have none), nothing that talks to the network by itself. */
const browserArguments = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function nodeProject(name: string, include: string[]): TestProjectInlineConfiguration {
  return { root, test: { name, include, testTimeout, isolate: isolate || name === "package" } };
}

/** The same code with another WebCrypto under it: vectors that cost seconds in code of our own are not repeated here. */
function peculiarProject(): TestProjectInlineConfiguration {
  const setupFiles = [resolve(root, "test/setup/peculiar.ts")];
  return {
    root,
    test: { name: "peculiar", include: core, setupFiles, testTimeout, isolate, provide: { iterations: 100_000 } },
  };
}

function chromiumProject(chosen: ChosenChromium): TestProjectInlineConfiguration {
  const { executablePath, libraryPath } = chosen;
  const env = libraryPath === undefined ? {} : { env: { ...process.env, LD_LIBRARY_PATH: libraryPath } };
  return {
    root,
    test: {
      name: "browser", // its only instance below has the name that a user sees
      include: [...everywhere, ...properties],
      testTimeout,
      isolate,
      // The properties are tried at length in Node; here only what a browser's engine may do otherwise.
      provide: { propertyFactor: 0.1 * Number(process.env["PROPERTY_FACTOR"] ?? 1) },
      browser: {
        enabled: true,
        headless: true,
        api: { host: "127.0.0.1" }, // a secure context too, and needs no name look-up
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath, args: browserArguments, ...env } }),
        instances: [{ browser: "chromium", name: "chromium" }],
      },
    },
  };
}

/** The projects that this run was asked for; none for all. */
const filters = process.argv.flatMap((argument, index, all) => {
  if (argument.startsWith("--project=")) return [argument.slice("--project=".length)];
  return argument === "--project" ? [all[index + 1] ?? ""] : [];
});

/** Whether this run may include the project: then only is a browser looked for, and missed. */
function isSelected(name: string): boolean {
  return (
    filters.length === 0 || filters.some((filter) => filter.includes("*") || filter.startsWith("!") || filter === name)
  );
}

async function browserProjects(): Promise<TestProjectInlineConfiguration[]> {
  if (!isSelected("chromium")) return [];
  const probe = await hostProbe(cache);
  const chosen = chooseChromium(probe);
  if (chosen !== undefined) return [chromiumProject(chosen)];
  // At the end, where it is seen.
  process.once("exit", () => console.error(absenceMessage(probe)));
  if (process.env["CI"] === "true") throw new Error("CI=true and no Chromium runs on this machine (see below)");
  return [];
}

/** Under CI the totals are also written for .ci/run to count. */
const reporters: ["default", ...["json", { outputFile: string }][]] =
  process.env["CI"] === "true"
    ? ["default", ["json", { outputFile: resolve(cache, "test-results.json") }]]
    : ["default"];

export default defineConfig(async () => ({
  root,
  test: {
    reporters,
    maxWorkers: "100%", // the default leaves one core idle, which on two is half of them
    globalSetup: [resolve(root, "test/setup/vectors.ts")],
    projects: [
      nodeProject("node", [...everywhere, ...properties, "test/{node,contract}/**/*.test.ts"]),
      peculiarProject(),
      nodeProject("package", ["test/{package,cli,interop}/**/*.test.ts"]),
      ...(await browserProjects()),
      // A tenant is looked at only by those who ask for it by name.
      ...(filters.includes("live") ? [nodeProject("live", ["test/live/**/*.test.ts"])] : []),
    ],
  },
}));
