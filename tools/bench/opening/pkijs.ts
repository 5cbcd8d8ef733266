/** pkijs as its documentation opens a PFX: integrity first, then the encrypted contents, then the encrypted keys. */
import { createHash } from "node:crypto";
import type { SafeContents } from "pkijs";
import { CertBag, ContentInfo, CryptoEngine, PFX, PKCS8ShroudedKeyBag } from "pkijs";
import type { Contender } from "./contender.js";
import { PKIJS } from "./contender.js";

/** It knows PBES2 alone: neither 3DES nor RC2. */
export const pkijsContender: Contender = {
  name: PKIJS,
  open: async (bytes, text) => {
    const engine = new CryptoEngine({ name: "bench", crypto: globalThis.crypto });
    const password = new TextEncoder().encode(text).buffer;
    const pfx = PFX.fromBER(bytes);
    await pfx.parseInternalValues({ password, checkIntegrity: true }, engine);
    const safe = pfx.parsedValue?.authenticatedSafe;
    if (safe === undefined) throw new Error("pkijs gave no authenticatedSafe");
    const passwords = safe.safeContents.map(({ contentType }) =>
      contentType === ContentInfo.ENCRYPTED_DATA ? { password } : {},
    );
    await safe.parseInternalValues({ safeContents: passwords }, engine);
    const contents: readonly { readonly value: SafeContents }[] = safe.parsedValue.safeContents;
    let thumbprint: string | undefined;
    let hasPrivateKey = false;
    for (const { bagValue } of contents.flatMap(({ value }) => value.safeBags)) {
      if (bagValue instanceof CertBag && "valueBlock" in bagValue.certValue) {
        const der = bagValue.certValue.valueBlock.valueHexView;
        thumbprint ??= createHash("sha1").update(der).digest("hex").toUpperCase();
      }
      if (isShrouded(bagValue)) {
        await bagValue.parseInternalValues({ password }, engine);
        hasPrivateKey = bagValue.parsedValue !== undefined;
      }
    }
    return { thumbprint, hasPrivateKey };
  },
};

/** The method that its documentation calls is protected in its types. */
interface ShroudedKey {
  readonly parsedValue?: unknown;
  parseInternalValues(parameters: { readonly password: ArrayBuffer }, engine: CryptoEngine): Promise<void>;
}

function isShrouded(bag: unknown): bag is ShroudedKey {
  return bag instanceof PKCS8ShroudedKeyBag;
}
