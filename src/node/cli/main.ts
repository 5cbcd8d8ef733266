#!/usr/bin/env node
/** Entry of the command line: the argument table and the dispatch to the subcommands. */
import { readFileSync } from "node:fs";
import { Command } from "commander";

/** Name and version as in package.json, which lies three folders above this file in `src` and `dist` alike. */
function readPackage(): { readonly name: string; readonly version: string; readonly description: string } {
  return JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
}

const { name, version, description } = readPackage();

await new Command(name).description(description).version(version).showHelpAfterError().parseAsync();
