/** OpenSSL as Node brings it: what a server does with a PFX. */
import { createSecureContext } from "node:tls";
import type { Contender } from "./contender.js";
import { NATIVE } from "./contender.js";

/** It hands nothing out: that the key and certificate were read and fit each other is all that it says. */
export const nativeContender: Contender = {
  name: NATIVE,
  open: (bytes, password) => {
    createSecureContext({ pfx: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), passphrase: password });
    return { thumbprint: undefined, hasPrivateKey: true };
  },
};
