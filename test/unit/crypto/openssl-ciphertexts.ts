/** The same sentence as OpenSSL encrypts it under each cipher. */
import type { Cipher } from "../../../src/crypto/cipher.js";
import { fromHex, utf8 } from "./octets.js";

export const PLAINTEXT: Uint8Array = utf8("The quick brown fox jumps over the lazy dog");
export const KEY: Uint8Array = fromHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
export const IV: Uint8Array = fromHex("a0a1a2a3a4a5a6a7a8a9aaabacadaeaf");

/** `openssl enc` 3.0 with the legacy provider, key and IV the first octets of {@link KEY} and {@link IV}. */
export const OPENSSL_CIPHERTEXTS: readonly [string, Cipher, string][] = [
  [
    "aes-128-cbc",
    { name: "AES-CBC", keyBytes: 16 },
    "66c79eeb9465863ede43c216978135de45de5a6a4c003c3a2acf0dc47b07b0da59766c539cdf0ae0ff6c02eddeb1b61a",
  ],
  [
    "aes-192-cbc",
    { name: "AES-CBC", keyBytes: 24 },
    "2c7e989df3c67fdb9a87927ed5aca4ef1c6185fd243a2cb2cef94eacb55594a7b56af73b8224c58c83a4d4d0740f102e",
  ],
  [
    "aes-256-cbc",
    { name: "AES-CBC", keyBytes: 32 },
    "64bac78bf92341822f9cb229d5199006d90c3bab4f7eaa663a51e8c75086e82cabdf122926fa3b24d4f3c9bafa5236b6",
  ],
  [
    "des-ede3-cbc",
    { name: "DES-EDE3-CBC", keyBytes: 24 },
    "4265ad9561fbb8c2a303cd00be29562bd1f948e4d06668081b7f4760697f045054bf547f979f0cc12a09eb9dd721145f",
  ],
  [
    "des-ede-cbc",
    { name: "DES-EDE3-CBC", keyBytes: 16 },
    "173533cb325842b19645817c4d941227854e56f2b137d88ca824187a458f345db3a2194f47e36b9f0666ceec288247d3",
  ],
  [
    "des-cbc",
    { name: "DES-CBC", keyBytes: 8 },
    "61a80a7aba8c296ee6df8fcc0ad3226c0f0be56e426f4b8c52dc09881ab791137c9b5c7158bba117ab47f2bc09e214be",
  ],
  [
    "rc2-cbc",
    { name: "RC2-CBC", keyBytes: 16, effectiveKeyBits: 128 },
    "0629f46d62b684e2db07e900e4666bcb211ae0d3f7744b631315ef14c232e46b2bc7896738df4514e1048161080eafbe",
  ],
  [
    "rc2-40-cbc",
    { name: "RC2-CBC", keyBytes: 5, effectiveKeyBits: 40 },
    "c59afc10336959f3e6281a9b0cbcb45d2f49562f3b974a5c45316416abc7a49d6bba00d7b2ca75fe38aba6de429967df",
  ],
  [
    "rc2-64-cbc",
    { name: "RC2-CBC", keyBytes: 8, effectiveKeyBits: 64 },
    "bc50302fd3611a2d98b96cbc068190446e299d17c73e3a911cffb4428cde0ee2291ff0eef23644974f25bc429794e3ce",
  ],
  [
    "rc4",
    { name: "RC4", keyBytes: 16 },
    "bdf425d9369770af6dfbf5b461aa446fb51ef97f98c22f9efcbecaaf9c45c376335f6b7351799b38e5385a",
  ],
  [
    "rc4-40",
    { name: "RC4", keyBytes: 5 },
    "aa756e13956433f16dfce5b68232a5670b9aa8af7d00f53fcab9d6264b9653ca00df00d866a02d24850b6d",
  ],
];
