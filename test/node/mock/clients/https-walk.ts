/**
 * The scenario over https, in a process that was told by NODE_EXTRA_CA_CERTS whom to trust:
 * `node --import tsx https-walk.ts ORIGIN`, the files on stdin as JSON, the readings on stdout as JSON.
 */
import { text } from "node:stream/consumers";
import { Client } from "@microsoft/microsoft-graph-client";
import { wrapGraphClient } from "./microsoft-graph-client.js";
import type { Luggage } from "./scenario.js";
import { runScenario } from "./scenario.js";
import { TOKEN } from "./scenario-client.js";

const [, , origin = ""] = process.argv;
const client = Client.init({
  baseUrl: `${origin}/`,
  defaultVersion: "v1.0",
  authProvider: (done) => done(null, TOKEN),
  customHosts: new Set([new URL(origin).hostname]),
});
const luggage = JSON.parse(await text(process.stdin)) as Luggage;
process.stdout.write(JSON.stringify(await runScenario(wrapGraphClient(client), luggage)));
