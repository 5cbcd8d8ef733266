/** Writes traffic down: redacted first, then a line for each exchange. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Exchange } from "../exchange.js";
import { withFacts } from "../redaction/facts.js";
import { createRedactor } from "../redaction/redactor.js";
import type { Mode } from "../scenario.js";
import { cassetteHead } from "./format.js";

/**
 * An exchange as a line of a cassette, without its line break. Writes what it is given: redact it before.
 * Bodies are kept as text, from which their JSON is read again; where it is written (`origin`) is not kept.
 */
export function toCassetteLine(exchange: Exchange): string {
  const { request, response, origin: _, ...rest } = exchange;
  const { json: __, ...sent } = request;
  const { json: ___, ...received } = response;
  return JSON.stringify({ ...rest, request: sent, response: received });
}

/** What a recording is made of. */
export interface RecorderOptions {
  readonly recordedAt: Date;
  readonly baseUrl: string;
  readonly mode: Mode;
  /** Opens the PFX files of uploads, of which only verdict, thumbprint and dates are written. */
  readonly provider: CryptoProvider;
  /** Gives tenants, objects, hosts and names pseudonyms too; default: true. */
  readonly names?: boolean | undefined;
}

/** Turns traffic into the lines of one cassette. */
export interface Recorder {
  /** The first line. */
  readonly head: string;
  /** The next line. Exchanges are given one after the other, in the order in which they were sent. */
  readonly line: (exchange: Exchange) => Promise<string>;
  /** Tells of a secret that traffic does not show, such as the token that it is sent with. */
  readonly secret: (value: string, name: string) => void;
}

/** A recorder of one cassette. */
export function createRecorder(options: RecorderOptions): Recorder {
  const { recordedAt, baseUrl, mode, provider, names = true } = options;
  const redactor = createRedactor({ names });
  return {
    head: cassetteHead({ recordedAt, mode, baseUrl: redactor.text(baseUrl) }),
    line: async (exchange) => toCassetteLine(redactor.exchange(await withFacts(exchange, provider))),
    secret: redactor.secret,
  };
}
