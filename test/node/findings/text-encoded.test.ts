/** The commands that `text-encoded` gives, run in a shell: they leave the PFX, octet by octet. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inspect } from "../../../src/findings/inspect.js";
import { textEncoded } from "../../../src/findings/rules/text-encoded.js";
import { announce } from "../../setup/announce.js";
import { ownVector } from "../../setup/own-vectors.js";
import { NOW, open } from "../../unit/credential/open-file.js";
import {
  base64,
  base64url,
  dataUrl,
  hexText,
  jsonString,
  pemBlock,
  quoted,
  requestBody,
  utf8,
  utf16,
  withMark,
} from "../../unit/sniff/wrap.js";

const TOOLS = ["sh", "openssl", "xxd", "iconv", "jq"];
const missing = TOOLS.filter((tool) => spawnSync("sh", ["-c", `command -v ${tool}`]).status !== 0);
const isRunnable = missing.length === 0 || process.env["CI"] === "true";
if (!isRunnable) announce(`text-encoded: commands are not tried, here is no ${missing.join(", ")}`);

const pfx = ownVector("openssl-iter-1").bytes;
const folder = mkdtempSync(resolve(tmpdir(), "graph-certkit-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function fixFor(file: Uint8Array): Promise<string> {
  const [finding] = inspect({ opened: await open(file), target: "java-17", now: NOW }, [textEncoded]);
  return finding?.fix ?? "";
}

describe("the command for", () => {
  it.runIf(isRunnable).each([
    ["base64", base64(pfx)],
    ["base64 in lines", base64(pfx, "\n")],
    ["base64 in lines of Windows", base64(pfx, "\r\n")],
    ["base64 of base64", base64(base64(pfx), "\n")],
    ["hexadecimal", hexText(pfx)],
    ["hexadecimal of SQL", utf8(`0x${new TextDecoder().decode(hexText(pfx)).toUpperCase()}`)],
    ["hexadecimal of .NET", hexText(pfx, "-")],
    ["PEM behind other text", utf8(`Bag Attributes\n${new TextDecoder().decode(pemBlock(pfx, "PKCS12"))}`)],
    ["a data: URL", dataUrl(pfx)],
    ["quotes", quoted(base64(pfx), "'")],
    ["a mark", withMark(pfx)],
    ["UTF-16", utf16(base64(pfx), "be")],
    ["a request body", requestBody(base64(pfx))],
    ["a request body behind a mark", withMark(requestBody(base64(pfx)))],
  ])("%s", async (_, file) => {
    writeFileSync(resolve(folder, "file"), file);
    const command = (await fixFor(file)).replace(/^Decode it: /, "");
    const { status, stderr } = spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
    expect(`${status}${stderr}`).toBe("0");
    expect(readFileSync(resolve(folder, "credential.pfx")).equals(pfx)).toBe(true);
  });

  it.each([
    ["base64url", base64url(pfx)],
    ["a JSON string of a body", jsonString(requestBody(base64(pfx)))],
    ["a misspelt body", utf8(`{"PKCS12Value":"${new TextDecoder().decode(base64(pfx))}"}`)],
  ])("%s is none", async (_, file) => {
    expect(await fixFor(file)).not.toMatch(/Decode it/);
  });
});
