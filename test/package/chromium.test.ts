/** Which browser the tests choose on which machine, decided without one. */
import { describe, expect, it } from "vitest";
import type { Probe } from "../setup/chromium.js";
import { absenceMessage, chooseChromium, systemCandidates } from "../setup/chromium.js";

const bundle = { executablePath: "/cache/chromium", libraryPath: "/cache/lib" };

/** A machine on which `programs` are there and run; `bare`: the one from npm runs only with its own libraries. */
function machine(programs: readonly string[], options: Partial<Probe> & { readonly bare?: boolean } = {}): Probe {
  return {
    platform: "linux",
    env: {},
    bundled: () => (programs.includes(bundle.executablePath) ? bundle : undefined),
    locate: (name) => programs.find((program) => program === name || program === `/usr/bin/${name}`),
    runs: (path, libraryPath) => path !== bundle.executablePath || !options.bare || libraryPath === bundle.libraryPath,
    ...options,
  };
}

describe("chooseChromium", () => {
  it("takes the one from npm before a system one, with the system's libraries if they do", () => {
    const chosen = chooseChromium(machine([bundle.executablePath, "/usr/bin/chromium"]));
    expect(chosen).toEqual({ origin: "npm", executablePath: "/cache/chromium" });
  });

  it("puts its own libraries beside the one from npm where the system lacks them", () => {
    const chosen = chooseChromium(machine([bundle.executablePath, "/usr/bin/chromium"], { bare: true }));
    expect(chosen).toEqual({ origin: "npm", executablePath: "/cache/chromium", libraryPath: "/cache/lib" });
  });

  it("takes a system one where the one from npm does not run at all", () => {
    const probe = machine([bundle.executablePath, "/usr/bin/chromium"], {
      runs: (path) => path === "/usr/bin/chromium",
    });
    expect(chooseChromium(probe)).toEqual({ origin: "system", executablePath: "/usr/bin/chromium" });
  });

  it("passes over a system one that does not run", () => {
    const probe = machine(["/usr/bin/google-chrome", "/usr/bin/microsoft-edge"], {
      runs: (path) => path === "/usr/bin/microsoft-edge",
    });
    expect(chooseChromium(probe)?.executablePath).toBe("/usr/bin/microsoft-edge");
  });

  it("obeys CHROME_PATH, and falls back to nothing where that does not run", () => {
    const env = { CHROME_PATH: "/opt/chrome" };
    const programs = ["/opt/chrome", bundle.executablePath];
    expect(chooseChromium(machine(programs, { env }))).toEqual({
      origin: "CHROME_PATH",
      executablePath: "/opt/chrome",
    });
    expect(chooseChromium(machine(programs, { env, runs: (path) => path !== "/opt/chrome" }))).toBeUndefined();
    expect(chooseChromium(machine([bundle.executablePath], { env }))).toBeUndefined();
    expect(chooseChromium(machine(programs, { env: { CHROME_PATH: "" } }))?.origin).toBe("npm");
  });

  it("finds Chrome on macOS and Edge on Windows", () => {
    const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(chooseChromium(machine([mac], { platform: "darwin" }))?.executablePath).toBe(mac);
    const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    const env = { "PROGRAMFILES(X86)": "C:\\Program Files (x86)" };
    expect(chooseChromium(machine([edge], { platform: "win32", env }))?.executablePath).toBe(edge);
  });

  it("says undefined where nothing runs", () => {
    expect(chooseChromium(machine([]))).toBeUndefined();
    expect(
      chooseChromium(machine([bundle.executablePath, "/usr/bin/chromium"], { runs: () => false })),
    ).toBeUndefined();
  });
});

describe("systemCandidates", () => {
  it("looks in a user's own folders too", () => {
    expect(systemCandidates("darwin", { HOME: "/Users/a" })).toContain(
      "/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium",
    );
    expect(systemCandidates("win32", { LOCALAPPDATA: "C:\\L" })).toContain(
      "C:\\L\\Google\\Chrome\\Application\\chrome.exe",
    );
    expect(systemCandidates("win32", {})).toEqual([]);
  });
});

describe("absenceMessage", () => {
  it("names what was tried and how to name a browser", () => {
    expect(absenceMessage(machine([]))).toContain("google-chrome-stable");
    expect(absenceMessage(machine([]))).toContain("CHROME_PATH=/path/to/chrome npm test");
    const wanted = machine([], { env: { CHROME_PATH: "/opt/none" } });
    expect(absenceMessage(wanted)).toContain("/opt/none");
    expect(absenceMessage(wanted)).not.toContain("google-chrome-stable");
  });
});
