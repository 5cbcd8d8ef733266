/**
 * Set-up file of the `peculiar` project: @peculiar/webcrypto becomes the global WebCrypto before any test is loaded.
 * Keys of the two cannot be mixed, so code that reaches for the native one behind a provider's back fails here.
 */
import { Crypto } from "@peculiar/webcrypto";

Object.defineProperty(globalThis, "crypto", { value: new Crypto(), configurable: true, writable: true });
