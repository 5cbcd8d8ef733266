import { describe, expect, it } from "vitest";
import type { HashName } from "../../../src/crypto/hash.js";
import { derivePbkdf2 } from "../../../src/crypto/pbkdf2.js";
import type { CryptoProvider } from "../../../src/crypto/provider.js";
import { testProvider } from "../../setup/provider.js";
import { PROMPT_MS, TIMED, watchAbort } from "./abort.js";
import { toHex, utf8 } from "./octets.js";

/** RFC 6070 section 2 (the case of 16 million iterations apart). */
const RFC_6070: readonly [string, string, number, string][] = [
  ["password", "salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"],
  ["password", "salt", 2, "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"],
  ["password", "salt", 4096, "4b007901b765489abead49d926f721d065a429c1"],
  [
    "passwordPASSWORDpassword",
    "saltSALTsaltSALTsaltSALTsaltSALTsalt",
    4096,
    "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038",
  ],
  ["pass\0word", "sa\0lt", 4096, "56fa6aa75548099dcc37d7f03425e0c3"],
];

/** RFC 7914 section 11. */
const RFC_7914: readonly [string, string, number, string][] = [
  [
    "passwd",
    "salt",
    1,
    "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc" +
      "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
  ],
  [
    "Password",
    "NaCl",
    80_000,
    "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56" +
      "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d",
  ],
];

/** "password", "salt", 1000 iterations, 40 octets: from OpenSSL. */
const EVERY_PRF: readonly [HashName, string][] = [
  ["MD5", "8d189946a32d883622a16ae18af0632f5791d5e7b1abb0ab1757d28ce34056140335105994495f91"],
  ["SHA-1", "6e88be8bad7eae9d9e10aa061224034fed48d03fcbad968b56006784539d5214ce970d912ec2049b"],
  ["SHA-224", "d3bcf320fd918908eafcaa460faf40e201f6508d4e6f3d9c1c0abd30dae08cc8b1bc0657e2ebc229"],
  ["SHA-256", "632c2812e46d4604102ba7618e9d6d7d2f8128f6266b4a03264d2a0460b7dcb388b3b1131f741bcb"],
  ["SHA-384", "3bd37e2236941d4a77b1b5b714c6f913fabb6b0841a6d7d8656b99d611e900fe06edb93b5b809efa"],
  ["SHA-512", "afe6c5530785b6cc6b1c6453384731bd5ee432ee549fd42fb6695779ad8a1c5bf59de69c48f774ef"],
  ["SHA-512/224", "2f7dd7172b0324e8234fb87a2a789b8ca20f613fb043be228e1edbfc159a909f4b9d36ec651e5b05"],
  ["SHA-512/256", "f7e4fb1d98c78b615f585f974af8cd97651a244f4c5004189d136fed65652fa00e3e2060276cbcea"],
  ["SHA3-224", "2c63ae34f3c11883e945e556cfe40c4d73541622785040f2c4296fa53966d6c065a55e7286113ee1"],
  ["SHA3-256", "ee56a9b7311bb081d0bbfa8dc3c2798f30abbbec6344426829d956ed06eaecababea954d5ce17217"],
  ["SHA3-384", "67cf75e77d56c7366a1d5400b36aa165cb907043e6c6fee119540dc7289934402d8a03ec8a1fb01d"],
  ["SHA3-512", "e697001cf40fe4623eb67df2ddab791a499451234957133097deffce766fc9839e4642de2a1cfea8"],
  ["RIPEMD-160", "b5c5682c46fdb315930cfc54e82d0987e6ef938fee9320191bfbac2700de4ed4518152edc1ea7755"],
  ["SM3", "e8b635a41dfe5aaab7cf828cff6f3608e22cac59ba16edd70e000b293d00bc9118504f57ab46673d"],
];

/** No password, no salt, 10 iterations, 32 octets: from OpenSSL. */
const NOTHING: readonly [HashName, string][] = [
  ["SHA-1", "97146a798cbab4ac87ca0e32d713e70b01e9c379a120c998e1bf636f945155b8"],
  ["SHA-256", "a5df20564767ac09d2639ffb66dd49d90e53ce38a6fdc48652b84913fcfb8ac7"],
  ["SHA-384", "5c0d0b8b30e8ff2ce28ea24af3a97b3db1ad1be758279e337283cb6fe5dec125"],
  ["SHA-512", "38c2fe20ff7dea041db1f7a3c31883f3bfb123647045eebda5273e8bb6232840"],
  ["SM3", "eff79961f3b4861794bde76215451e25ba6eb3a14d60214e0416df8a0e04feb2"],
];

const PARAMETERS = {
  prf: "SHA-256",
  password: utf8("password"),
  salt: utf8("salt"),
  iterationCount: 1000,
  length: 40,
  provider: testProvider,
} as const;

/** A WebCrypto that refuses whatever it is asked. */
const refusing: CryptoProvider = {
  subtle: new Proxy(testProvider.subtle, {
    get: () => () => Promise.reject(new DOMException("refused", "NotSupportedError")),
  }),
};

function derive(prf: HashName, password: string, salt: string, iterationCount: number, length: number) {
  return derivePbkdf2({
    prf,
    password: utf8(password),
    salt: utf8(salt),
    iterationCount,
    length,
    provider: testProvider,
  });
}

describe("derivePbkdf2", () => {
  it.each(RFC_6070)("RFC 6070: %j, %j, %i iterations", async (password, salt, iterationCount, figure) => {
    expect(toHex(await derive("SHA-1", password, salt, iterationCount, figure.length / 2))).toBe(figure);
  });

  it.each(RFC_7914)("RFC 7914: %j, %j, %i iterations", async (password, salt, iterationCount, figure) => {
    expect(toHex(await derive("SHA-256", password, salt, iterationCount, 64))).toBe(figure);
  });

  it.each(EVERY_PRF)("derives with HMAC over %s", async (prf, figure) => {
    expect(toHex(await derivePbkdf2({ ...PARAMETERS, prf }))).toBe(figure);
  });

  it.each(EVERY_PRF)("derives the same without WebCrypto with HMAC over %s", async (prf, figure) => {
    expect(toHex(await derivePbkdf2({ ...PARAMETERS, prf, provider: refusing }))).toBe(figure);
  });

  it.each(NOTHING)("takes an empty password and an empty salt with %s", async (prf, figure) => {
    expect(toHex(await derive(prf, "", "", 10, 32))).toBe(figure);
  });

  it.each(["SHA-256", "SHA-224"] as const)(
    "stops a billion iterations on this thread when told to (%s)",
    TIMED,
    async (prf) => {
      const reason = new Error("no longer wanted");
      const observed = await watchAbort(
        (signal) => derivePbkdf2({ ...PARAMETERS, prf, iterationCount: 1e9, provider: refusing, signal }),
        reason,
      );
      expect(observed.reason).toBe(reason);
      expect(observed.lagMs).toBeLessThan(PROMPT_MS);
      expect(observed.longestBlockMs).toBeLessThan(PROMPT_MS);
    },
  );

  it("does not wait for WebCrypto when told to stop", TIMED, async () => {
    const reason = new Error("no longer wanted");
    // Two seconds of work at most, since nothing ends it early.
    const observed = await watchAbort(
      (signal) => derivePbkdf2({ ...PARAMETERS, iterationCount: 4_000_000, signal }),
      reason,
      50,
    );
    expect(observed.reason).toBe(reason);
    expect(observed.lagMs).toBeLessThan(PROMPT_MS);
  });

  it("is not bothered by a signal that is not aborted", async () => {
    const { signal } = new AbortController();
    expect(toHex(await derivePbkdf2({ ...PARAMETERS, signal }))).toBe(EVERY_PRF[3]?.[1]);
  });

  it("does not start with an aborted signal", async () => {
    const reason = new Error("no longer wanted");
    await expect(derivePbkdf2({ ...PARAMETERS, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it.each([
    ["iterationCount", { iterationCount: 0 }],
    ["iterationCount", { iterationCount: -1 }],
    ["length", { length: 0 }],
    ["length", { length: 65_536 }],
  ])("refuses a wrong %s", async (name, wrong) => {
    const derived = derivePbkdf2({ ...PARAMETERS, ...wrong });
    await expect(derived).rejects.toThrow(RangeError);
    await expect(derived).rejects.toThrow(`"${name}" expected`);
  });
});
