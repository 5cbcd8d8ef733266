/** Texts of SARIF: messages, and the addresses of files (SARIF 2.1.0 sections 3.4 and 3.11). */
import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ArtifactLocation, Message } from "sarif";
import { printable } from "./text-layout.js";

/** Stands for the folder that relative paths start from: the log says nothing of where that is on this machine. */
export const BASE_ID = "%SRCROOT%";

/**
 * A plain text message, printable and cut where it is long. Braces are doubled, as section 3.11.5 wants them, and what
 * would be read as a link (section 3.11.6) is none any more: texts of a file must not put links on somebody's page.
 */
export function toMessage(text: string): Message & { text: string } {
  return { text: printable(text).replace(/[{}]/g, "$&$&").replaceAll("](", "] (") };
}

/** Where a file is: `file:` for an absolute path, else a reference from {@link BASE_ID}. */
export function toArtifactLocation(path: string): ArtifactLocation & { uri: string } {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href };
  const uri = path.split(sep).map(encodeSegment).join("/");
  return { uri, uriBaseId: BASE_ID };
}

/** As `encodeURIComponent` has it, which throws where there are lone surrogates. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\ufffd"));
}
