/**
 * Which Chromium the browser tests run in. Pure decision: what the machine has is asked through a {@link Probe}, so each
 * platform's answer can be tested on any other.
 */

/** What must be known of a machine to choose its browser. */
export interface Probe {
  /** As `process.platform`. */
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The browser that came from npm, unpacked; `undefined` where it was not made for this platform. */
  bundled(): { readonly executablePath: string; readonly libraryPath: string } | undefined;
  /** Full path of a command on the PATH, or of a file that exists; `undefined` if there is none. */
  locate(nameOrPath: string): string | undefined;
  /** Whether it starts and prints its version, with `libraryPath` before the system's shared libraries if given. */
  runs(executablePath: string, libraryPath?: string): boolean;
}

/** A browser that runs here. `libraryPath` must be put on LD_LIBRARY_PATH where it is given. */
export interface ChosenChromium {
  readonly origin: "CHROME_PATH" | "npm" | "system";
  readonly executablePath: string;
  readonly libraryPath?: string;
}

/** The usual places of Chrome, Chromium and Edge, most common first. */
export function systemCandidates(platform: string, env: Probe["env"]): string[] {
  if (platform === "darwin") {
    const names = ["Google Chrome", "Chromium", "Microsoft Edge"];
    const folders = ["/Applications", ...(env["HOME"] ? [`${env["HOME"]}/Applications`] : [])];
    return names.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === "win32") {
    const places = ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe"];
    places.push("Microsoft\\Edge\\Application\\msedge.exe");
    const folders = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]].filter(
      (it) => it !== undefined,
    );
    return places.flatMap((place) => folders.map((folder) => `${folder}\\${place}`));
  }
  return [
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
    "/snap/bin/chromium",
  ];
}

/**
 * Chooses in this order: CHROME_PATH, the one from npm (with its own shared libraries only where the system's do not
 * do), a system browser. `undefined`: none of them runs here.
 */
export function chooseChromium(probe: Probe): ChosenChromium | undefined {
  const wanted = probe.env["CHROME_PATH"];
  if (wanted !== undefined && wanted !== "") {
    const found = probe.locate(wanted);
    return found !== undefined && probe.runs(found) ? { origin: "CHROME_PATH", executablePath: found } : undefined;
  }
  const bundled = probe.bundled();
  if (bundled !== undefined) {
    const { executablePath, libraryPath } = bundled;
    if (probe.runs(executablePath)) return { origin: "npm", executablePath };
    if (probe.runs(executablePath, libraryPath)) return { origin: "npm", executablePath, libraryPath };
  }
  for (const candidate of systemCandidates(probe.platform, probe.env)) {
    const found = probe.locate(candidate);
    if (found !== undefined && probe.runs(found)) return { origin: "system", executablePath: found };
  }
  return undefined;
}

/** What to print where there is no browser: what was tried, what follows, what to do. */
export function absenceMessage(probe: Probe): string {
  const wanted = probe.env["CHROME_PATH"];
  const tried = wanted
    ? [`CHROME_PATH=${wanted}, and nothing else since it is set`]
    : ["the one from npm (x64 Linux only)", ...systemCandidates(probe.platform, probe.env)];
  return [
    "",
    "==================== NO BROWSER: THE CHROMIUM PROJECT IS NOT RUN ====================",
    `No Chromium runs on this machine (${probe.platform}). Tried:`,
    ...tried.map((it) => `  ${it}`),
    "The library's browser half is therefore UNTESTED in this run.",
    "Install Chrome, Chromium or Edge, or name one: CHROME_PATH=/path/to/chrome npm test",
    "======================================================================================",
    "",
  ].join("\n");
}
