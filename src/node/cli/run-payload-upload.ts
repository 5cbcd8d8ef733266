/** The work of `graph-certkit payload upload`: a file that opens becomes the body of the request. */
import { toUploadClientCertificate } from "../../graph/upload-client-certificate.js";
import { EXIT_CODE } from "./exit-codes.js";
import type { Host } from "./host.js";
import { toJsonText } from "./json-text.js";
import { judgeInput } from "./judge-input.js";
import type { OpeningFlags } from "./opening-options.js";
import { readOpeningOptions } from "./opening-options.js";
import type { OutFlags } from "./out-file.js";
import { openOutFile, SECRET_MODE } from "./out-file.js";
import { STDIN_NAME } from "./read-paths.js";

/** The options as they are typed. */
export interface PayloadUploadFlags extends OpeningFlags, OutFlags {}

/**
 * Runs the command and returns its exit code.
 * @throws {UsageError} before any file is read
 * @throws {PathError} where the file cannot be read, or the body cannot be written
 * @throws {CancelledError} where the user gives up at the prompt
 */
export async function runPayloadUpload(file: string, flags: PayloadUploadFlags, host: Host): Promise<number> {
  const out = await openOutFile(flags, host);
  const options = await readOpeningOptions(flags, host, file === STDIN_NAME ? [STDIN_NAME] : []);
  const judged = await judgeInput(file, { target: "api-connector", options, flags, host });
  if (judged === undefined) return EXIT_CODE.rejected;
  const body = toUploadClientCertificate(judged.opened.bytes, judged.password);
  await out.write(toJsonText(body), SECRET_MODE, "the body with key and password");
  return EXIT_CODE.accepted;
}
