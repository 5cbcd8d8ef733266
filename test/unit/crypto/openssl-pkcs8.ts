/**
 * One Ed25519 key as `openssl pkcs8 -topk8` (3.0, legacy provider) encrypts it under every scheme, with 2048 iterations.
 * The parameters are those that `openssl asn1parse` shows.
 */
import type { Cipher } from "../../../src/crypto/cipher.js";
import type { KeyDerivationFunc } from "../../../src/crypto/pbes2.js";
import { fromHex } from "./octets.js";

/** The key in PKCS#8, which every scheme must give back. */
export const PRIVATE_KEY =
  "302e020100300506032b657004220420423f984d4aa0e9517cbb2511daf1dd1198d8552c7f944f4ae57c1f3c7448dea6";

/** Password of the schemes of PKCS#5 version 1.5 and PKCS#12, and of scrypt. */
export const PASSWORD = "secret";

/** Password of PBES2 with PBKDF2, which OpenSSL took as the UTF-8 that the shell gave it. */
export const NON_ASCII_PASSWORD = "s\u00e9cret";

export const ITERATION_COUNT = 2048;

interface Case {
  readonly option: string;
  readonly salt: string;
  readonly ciphertext: string;
}

/** `-v1 PBE-...`: PBES1. */
export const PBES1_CASES: readonly (Case & {
  readonly hash: "MD5" | "SHA-1";
  readonly cipher: Extract<Cipher, { readonly name: "DES-CBC" | "RC2-CBC" }>;
})[] = [
  {
    option: "PBE-MD5-DES",
    hash: "MD5",
    cipher: { name: "DES-CBC", keyBytes: 8 },
    salt: "9001d4fa6a273c8b",
    ciphertext:
      "8d975c8e3c9323699e3e9585f7523d184a493437b3d293f2a3c4ebbbe6c2c4cae1226794baff1cb62ff55970ab56660a951fafc6fac938b4",
  },
  {
    option: "PBE-SHA1-DES",
    hash: "SHA-1",
    cipher: { name: "DES-CBC", keyBytes: 8 },
    salt: "4b539440535e40c8",
    ciphertext:
      "7ef17cb536ef3a1cfc477e5c8b76e2794d048165077f09cf791ce1db949c5af51e0a3517857994284e670d85e2666dd34465c96cb94d3e45",
  },
  {
    option: "PBE-MD5-RC2-64",
    hash: "MD5",
    cipher: { name: "RC2-CBC", keyBytes: 8, effectiveKeyBits: 64 },
    salt: "957484730ebb4867",
    ciphertext:
      "214faa143b3de1a8d524d19e3d93784f46fcb8e01d88be4d9a25b972515638f6de439bdcdbad2f004726f75333fe684a7bbbaa93cc1f347a",
  },
  {
    option: "PBE-SHA1-RC2-64",
    hash: "SHA-1",
    cipher: { name: "RC2-CBC", keyBytes: 8, effectiveKeyBits: 64 },
    salt: "887afd4c6dab28e1",
    ciphertext:
      "c9ca7deb883108379e4447827c79efb0db5245c9db9700c7d7efc663cda677a6f97032545a4b50007f8df2009c63e6a6ee7f58250aaefcb5",
  },
];

/** `-v1 PBE-SHA1-...`: the schemes of PKCS#12. */
export const PKCS12_PBE_CASES: readonly (Case & { readonly cipher: Cipher })[] = [
  {
    option: "PBE-SHA1-RC4-128",
    cipher: { name: "RC4", keyBytes: 16 },
    salt: "677ef8fd87185842",
    ciphertext: "81cf9306d517ae721bd27db1ad3bc4d3e01dbf2e0a499456c0deda7537742f086df1a8875002b4bb854828b16bebd40d",
  },
  {
    option: "PBE-SHA1-RC4-40",
    cipher: { name: "RC4", keyBytes: 5 },
    salt: "f73f72ca47bcae8c",
    ciphertext: "34e6b1cb78948a61c5dd5d4d62ba897ad1c5cac509a65989f63c06d4baf757fa7af38f569d61ee8eb909eefc34a16f7c",
  },
  {
    option: "PBE-SHA1-3DES",
    cipher: { name: "DES-EDE3-CBC", keyBytes: 24 },
    salt: "b0138869c4419556",
    ciphertext:
      "cfeb6bcbf135290092b4f9d88c2012db1483925d5e737be147508c9a602149a1d64cb87eb4d07f4bae06144fc6aabff36bc883fda2a26be8",
  },
  {
    option: "PBE-SHA1-2DES",
    cipher: { name: "DES-EDE3-CBC", keyBytes: 16 },
    salt: "3b56ecd032d1a886",
    ciphertext:
      "3f5d93a188da5516b7c2daecd6792cfbe502184a173f8b681cee4abdc385c9714768f706442a1f6b51eafd1b21f7a45aa493358f9cfc1ecd",
  },
  {
    option: "PBE-SHA1-RC2-128",
    cipher: { name: "RC2-CBC", keyBytes: 16, effectiveKeyBits: 128 },
    salt: "48caffefaabcbc15",
    ciphertext:
      "eb043fd8a29140d8e4d5586f974ecf950791d9520c438ca52ec46d04252081bab5e2df14f349874a4cb17c1a60db71d4a9708fef1190b5a9",
  },
  {
    option: "PBE-SHA1-RC2-40",
    cipher: { name: "RC2-CBC", keyBytes: 5, effectiveKeyBits: 40 },
    salt: "ddb4fe4f3cae5d8b",
    ciphertext:
      "43dc85e773b09514410b16cad9c89495da6b5464cd9a989c0c5b41c941d780c466996ee309411ffe426a065df460a30b5620d06f06919ee5",
  },
];

/** `-v2 ... -v2prf ...` and `-scrypt`: PBES2. */
export const PBES2_CASES: readonly {
  readonly option: string;
  readonly password: string;
  readonly keyDerivationFunc: KeyDerivationFunc;
  readonly cipher: Cipher;
  readonly iv: string;
  readonly ciphertext: string;
}[] = [
  {
    option: "aes-128-cbc hmacWithSHA1",
    password: NON_ASCII_PASSWORD,
    keyDerivationFunc: pbkdf2("SHA-1", "113be5fc4669706f"),
    cipher: { name: "AES-CBC", keyBytes: 16 },
    iv: "d72fa90f95318598ad7926530772bccb",
    ciphertext:
      "39069e94471d3cbc4a7a8dfe0303cd5bb104942a2c24bfb77c909ff01b61ac9d" +
      "18e8600fbf2df139476fde1ad6a4376317ab6bd9f855e54aaad9e9ed26a8f32f",
  },
  {
    option: "aes-192-cbc hmacWithSHA384",
    password: NON_ASCII_PASSWORD,
    keyDerivationFunc: pbkdf2("SHA-384", "8a8ad036d9fee208"),
    cipher: { name: "AES-CBC", keyBytes: 24 },
    iv: "d2a441f941e2d7b89cbabe89c01bce1f",
    ciphertext:
      "bfc0f99a4f64fa08fcb25a38f0ff1d19fa64c835ed8affe67a80eba5eca6edad" +
      "2e8d9876569f383c62f1fbed72c50272b027c6aa13e61e4072e0f8bc4d263b4b",
  },
  {
    option: "aes-256-cbc hmacWithSHA256",
    password: NON_ASCII_PASSWORD,
    keyDerivationFunc: pbkdf2("SHA-256", "e51b5c5e7a8dd101"),
    cipher: { name: "AES-CBC", keyBytes: 32 },
    iv: "34957a0396339c417cd1ea8e1ea2ea3f",
    ciphertext:
      "fe1ed5c3fd8e29ebfdd4a3610c127dff89fce484d73eb8d593cdada7d8bec697" +
      "98ea7314b93860805d3d4e0e4ee02410d12a18df8e1149b7b75848e9b1200b3c",
  },
  {
    option: "aes-256-cbc hmacWithSHA512",
    password: NON_ASCII_PASSWORD,
    keyDerivationFunc: pbkdf2("SHA-512", "9dcd91f5fc3f86bc"),
    cipher: { name: "AES-CBC", keyBytes: 32 },
    iv: "ddc8fa5d7d40641a39224931ddd95648",
    ciphertext:
      "faf934c7a0a58125d0438e2c79ec60a2a71bb1db73d9d5cc49bdab85f5f5f0b9" +
      "03217aafb20e668c767990379690146eb7751e67c772ce2edacc7ad12180881c",
  },
  {
    option: "aes-256-cbc hmacWithSHA224",
    password: NON_ASCII_PASSWORD,
    keyDerivationFunc: pbkdf2("SHA-224", "1ee90076a7749784"),
    cipher: { name: "AES-CBC", keyBytes: 32 },
    iv: "b822dd84a4bb343ed3dcce778933332c",
    ciphertext:
      "7d0af665660e08b854e6e885a71ea38f06a89af61044e790decd2cec9067a4b2" +
      "ecfeacc99d6d636f051074e23d80c5ccb34ca26639b79708862c1055b95e54eb",
  },
  {
    option: "des3 hmacWithSHA256",
    password: NON_ASCII_PASSWORD,
    keyDerivationFunc: pbkdf2("SHA-256", "98c8217a0a106440"),
    cipher: { name: "DES-EDE3-CBC", keyBytes: 24 },
    iv: "74d4b7c3dd1b007b",
    ciphertext:
      "9ec141d5b55e11b8c73d127043315a519aa416acd7fe35922a123a3e23baa0a0bf26568661d991539714798c8100aa08be160a88ad052ee6",
  },
  {
    option: "rc2-cbc hmacWithSHA1, which states the key's length",
    password: NON_ASCII_PASSWORD,
    keyDerivationFunc: { ...pbkdf2("SHA-1", "dde2dad2864e93f1"), keyBytes: 16 },
    cipher: { name: "RC2-CBC", keyBytes: 16, effectiveKeyBits: 128 },
    iv: "a8d4fed69e0f3ef8",
    ciphertext:
      "8b77b51ef9fa4e014ceca3b14b42aa1da435ea1d8e12aedb63501c0acf121beb5f8c286aee66ab12dd20d9dd3bcb33883a161088a756e6ca",
  },
  {
    option: "scrypt",
    password: PASSWORD,
    keyDerivationFunc: {
      kind: "scrypt",
      salt: fromHex("102e475659e0fa98"),
      costParameter: 1024,
      blockSize: 8,
      parallelizationParameter: 2,
    },
    cipher: { name: "AES-CBC", keyBytes: 32 },
    iv: "aa8e0f4f8751e4efc64c54d4761b289c",
    ciphertext:
      "a81d3cb6f8d8869cc1d19e1c90ac8cae3a17de53043ac2a9dcd4e2174fc10976" +
      "f0d51fff57a606b971e94f253e1079a0c5038cd56dbdd4bcd25ff99732378f79",
  },
];

function pbkdf2(prf: "SHA-1" | "SHA-224" | "SHA-256" | "SHA-384" | "SHA-512", salt: string) {
  return { kind: "pbkdf2", prf, salt: fromHex(salt), iterationCount: ITERATION_COUNT } as const;
}
