/** What is to be told of an exchange before its secrets go. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Exchange } from "../exchange.js";
import { readUploadOf } from "../model/upload-of.js";

/**
 * The exchange with what its PFX says: verdict, thumbprint and dates, with which rules can judge it once it is redacted.
 * The same exchange where there is none, or where it is known already.
 */
export async function withFacts(exchange: Exchange, provider: CryptoProvider): Promise<Exchange> {
  if (exchange.facts?.upload !== undefined) return exchange;
  const upload = await readUploadOf(exchange, provider);
  return upload === undefined ? exchange : { ...exchange, facts: { ...exchange.facts, upload } };
}
