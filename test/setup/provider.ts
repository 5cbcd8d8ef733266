/**
 * The WebCrypto that the project at hand tests: the runtime's own in `node` and `chromium`, @peculiar/webcrypto in
 * `peculiar` (whose set-up file puts it in place of the global one, so that code which takes the default is tested too).
 */
export const testProvider: { readonly subtle: SubtleCrypto } = globalThis.crypto;
