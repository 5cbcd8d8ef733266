/** The programs on this machine whose rows are checked, each asked about all files in as few processes as it allows. */
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import type { OpenedFile } from "../../../src/credential/opened-file.js";
import type { ReaderId } from "../../../src/readers/reader.js";

const execute = promisify(execFile);

/** One file as a program gets it, and what is in it. */
export interface Question {
  readonly path: string;
  readonly password: string;
  readonly opened: OpenedFile;
}

/** Whether the program gave out every key with its certificate, or every certificate where there is no key. */
export interface Answer {
  readonly opens: boolean;
  /** The program's own words. */
  readonly reason?: string;
}

/** One program: the row that describes it, and what it says of files, in their order. */
export interface Program {
  readonly name: string;
  readonly row: ReaderId;
  /** Files that only later versions than those of the row take, where this is one. */
  readonly isNewerThanRow?: (opened: OpenedFile) => boolean;
  readonly ask: (questions: readonly Question[]) => Promise<readonly Answer[]>;
}

/** `openssl pkcs12`, of which two run at a time. */
export async function openssl(...options: readonly string[]): Promise<Program> {
  const { stdout } = await execute("openssl", ["version"]);
  const minor = Number(/^OpenSSL 3\.(\d+)\./.exec(stdout)?.[1]);
  if (Number.isNaN(minor)) throw new Error(`needs OpenSSL 3, here is ${stdout.trim()}`);
  return {
    name: [...stdout.split(" ", 2), ...options].join(" "),
    row: options.includes("-legacy") ? "openssl-3-legacy" : "openssl-3",
    isNewerThanRow: ({ pkcs12 }) => minor >= 4 && pkcs12?.mac?.kind === "pbmac1",
    ask: (questions) => askOpenssl(questions, options),
  };
}

async function askOpenssl(questions: readonly Question[], options: readonly string[]): Promise<readonly Answer[]> {
  const folder = await mkdtemp(resolve(tmpdir(), "readers-"));
  const answers: Answer[] = [];
  const queue = [...questions.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, { path, password, opened }] = next;
      const secret = resolve(folder, `${index}`);
      await writeFile(secret, `${password}\n`);
      const run = execute("openssl", ["pkcs12", "-in", path, "-passin", `file:${secret}`, "-nodes", ...options]);
      answers[index] = await run.then(
        ({ stdout }) => ({ opens: hasAll(stdout, opened), reason: "parts are missing" }),
        (error: Error) => ({ opens: false, reason: error.message.split("\n").slice(1).join(" ") }),
      );
    }
  };
  await Promise.all([work(), work(), work()]);
  await rm(folder, { recursive: true });
  return answers;
}

function hasAll(pem: string, { keys, certificates }: OpenedFile): boolean {
  const count = (label: RegExp): number => pem.match(label)?.length ?? 0;
  return count(/^-+BEGIN .*KEY/gm) >= keys.length && count(/^-+BEGIN CERT/gm) >= certificates.length;
}

/** The KeyStore that keytool reads through, in one process; needs a JDK to run a source file. */
export async function java(): Promise<Program> {
  const { stderr } = await execute("java", ["-version"]);
  const version = /version "([^"]*)"/.exec(stderr)?.[1] ?? "";
  const major = Number.parseInt(version, 10);
  if (!(major >= 17)) throw new Error(`needs Java 17 or later, here is ${stderr.split("\n")[0]}`);
  return { name: `Java ${version}`, row: major >= 25 ? "java-25" : "java-17", ask: askJava };
}

async function askJava(questions: readonly Question[]): Promise<readonly Answer[]> {
  const base64 = (password: string): string => Buffer.from(password).toString("base64");
  const input = questions.map(({ path, password }) => `${path}\t${base64(password)}\n`).join("");
  // The quick compiler alone: the program is over before the other one has warmed up.
  const output = await run(
    "java",
    ["-XX:TieredStopAtLevel=1", resolve(import.meta.dirname, "read-key-stores.java")],
    input,
  );
  const lines = output.trimEnd().split("\n");
  return questions.map(({ opened: { keys, certificates } }, index) => {
    const [leaves = "refused", rest] = (lines[index] ?? "").split("\t");
    if (leaves === "refused") return { opens: false, reason: rest ?? "no answer" };
    const found = leaves === "" ? [] : leaves.split(",");
    const isPaired = keys.every(
      (key) => key.certificates.length === 0 || key.certificates.some((it) => found.includes(it.thumbprint)),
    );
    const opens = keys.length === 0 ? Number(rest) === certificates.length : found.length === keys.length && isPaired;
    return { opens, reason: lines[index] ?? "" };
  });
}

/** The Node.js of this run, its own OpenSSL deciding which row it is. */
export function node(): Promise<Program> {
  const { openssl: version } = process.versions;
  const script = resolve(import.meta.dirname, "read-with-tls.mjs");
  return Promise.resolve({
    name: `Node.js ${process.version} with OpenSSL ${version}`,
    row: /^3\.0\./.test(version) ? "node-20" : "node-24",
    ask: async (questions) => {
      const input = JSON.stringify(questions.map(({ path, password }) => ({ path, password })));
      return JSON.parse(await run(process.execPath, [script], input)) as Answer[];
    },
  });
}

/** Runs a program with this standard input, without the options of Node that this process has from outside. */
async function run(command: string, args: readonly string[], input: string): Promise<string> {
  const child = spawn(command, args, { env: { ...process.env, NODE_OPTIONS: "" }, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(input);
  return await text(child.stdout);
}
