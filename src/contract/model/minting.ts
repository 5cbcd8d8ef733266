/** Calls of `addTokenSigningCertificate` that succeeded, with what they left on the servicePrincipal. */
import type { Exchange, Json } from "../exchange.js";
import { toJson } from "../exchange.js";
import type { CertificateReading } from "./certificate-reading.js";
import type { Expected } from "./expected.js";
import { byKeyId, credentials } from "./shown.js";

/** One call. */
export interface Minting {
  readonly exchange: Exchange;
  /** Of the request. */
  readonly asked: Json;
  readonly answer: Json;
  readonly reading: CertificateReading;
  /** Where the object was read before and after, with nothing else written in between. */
  readonly delta: Delta | undefined;
}

/** What was added. */
export interface Delta {
  readonly exchanges: readonly Exchange[];
  readonly signs: readonly Json[];
  readonly verifies: readonly Json[];
  readonly passwords: readonly Json[];
}

/** In the order of the traffic. */
export function mintings(exchanges: readonly Exchange[], expected: Expected): readonly Minting[] {
  return exchanges.flatMap((exchange) => {
    const reading = expected.minted(exchange);
    if (reading === undefined) return [];
    const asked = toJson(exchange.request.json);
    const answer = toJson(exchange.response.json);
    return [{ exchange, asked, answer, reading, delta: deltaOf(exchange, expected) }];
  });
}

function deltaOf(exchange: Exchange, { changes }: Expected): Delta | undefined {
  const change = changes.find(({ writes }) => writes.includes(exchange));
  if (change === undefined || change.writes.length > 1) return undefined;
  const { before, after } = change;
  if (before?.response.status !== 200 || after?.response.status !== 200) return undefined;
  const [one, other] = [credentials(before), credentials(after)];
  const added = (old: readonly Json[], now: readonly Json[]): readonly Json[] => {
    const known = byKeyId(old);
    return now.filter(({ keyId }) => !known.has(String(keyId).toLowerCase()));
  };
  const keys = added(one.keys, other.keys);
  return {
    exchanges: [before, exchange, after],
    signs: keys.filter(({ usage }) => usage === "Sign"),
    verifies: keys.filter(({ usage }) => usage === "Verify"),
    passwords: added(one.passwords, other.passwords),
  };
}
