import { describe, expect, it, vi } from "vitest";
import type { HashName } from "../../../src/crypto/hash.js";
import { derivePkcs12Key } from "../../../src/crypto/pkcs12-kdf.js";
import { PROMPT_MS, TIMED, watchAbort } from "./abort.js";
import { bmp, fromHex, toHex } from "./octets.js";

/** The PKCS12KDF vectors of OpenSSL's test suite (evppkdf_pkcs12.txt), which other implementations use too. */
const SHA1_CASES: readonly [1 | 2 | 3, string, string, number, string][] = [
  [1, "smeg", "0a58cf64530d823f", 1, "8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3"],
  [2, "smeg", "0a58cf64530d823f", 1, "79993dfe048d3b76"],
  [1, "smeg", "642b99ab44fb4b1f", 1, "f3a95fec48d7711e985cfe67908c5ab79fa3d7c5caa5d966"],
  [2, "smeg", "642b99ab44fb4b1f", 1, "c0a38d64a79bea1d"],
  [3, "smeg", "3d83c0e4546ac140", 1, "8d967d88f6caa9d714800ab3d48051d63f73a312"],
  [1, "queeg", "05dec959acff72f7", 1000, "ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4"],
  [2, "queeg", "05dec959acff72f7", 1000, "11dedad7758d4860"],
  [1, "queeg", "1682c0fc5b3f7ec5", 1000, "483dd6e919d7de2e8e648ba8f862f3fbfbdc2bcb2c02957f"],
  [2, "queeg", "1682c0fc5b3f7ec5", 1000, "9d461d1b00355c50"],
  [3, "queeg", "263216fcc2fab31c", 1000, "5ec4c7a80df652294c3925b6489a7ab857c83476"],
];

/** id 1, "sesame", salt of eight octets ff, 2048 iterations, 100 octets, as `openssl kdf ... PKCS12KDF` answers. */
const EVERY_HASH: readonly [HashName, string][] = [
  [
    "MD5",
    "548dbb7c8fa973f5bddcb4d43afaf2d4aa27b3444ff6fe55879b0c82bd87571579da1f161b98ea935e4731233fdd8ceb1c1c" +
      "6fe508b61a1170985ca7a2a207bf76f2a51dbea4d6432a9aa54a9b7c5cf0fe079e2b46a4ec7e206ca033b0cd43dc340fd563",
  ],
  [
    "SHA-1",
    "7cd9fd3e2b3be7691a44e3bef0f9ea0fb9b897d4e325d9d1321988e148639872fd5e6201039f664a9b1e88e02c45c4dc36a9" +
      "75a74a15e8dad605c01aa8f8b555a2ad02a8d93ddbc5df63be520552cd3348b66f8be4cfb3f69cc655a6034d0bd63d363b46",
  ],
  [
    "SHA-224",
    "22bd31df03e8e0e41c8e7434b135af40b67bb65756eeb1fdb4a1f5385ac71293d0ecdfc3e3de8d912c1053ba12070fdd4537" +
      "16e9f97a55a3e6f6bfdcc331ee82e6cc55a48f83b764df10fcf093a081ce3c534d030e1c391871d6ec687740a1e5b5ce8e89",
  ],
  [
    "SHA-256",
    "ea2ab08f45592804a64bdeb41eb0a73fa86263c266a96572f2e13f105d5c7f40dcaec8382d0709d7c7e390b9594d7ae9742c" +
      "97e200e90d7085557d7ad38641f5247c22b7c640b31e80c83d701a04471944603d3d52c939fc9d6c58f67a4d2fb2e82b93d4",
  ],
  [
    "SHA-384",
    "d5f3a329712fd28e652e14539f71cec31772ab0bdc11e757c247f0a91e4b17c7e2b748fd08a6249f6e010da4f0651b65e3c1" +
      "eb619e5ea347004ac64fefce4681c6ddfae51b9f5cda2a56c56071dc445328e2a95fce1f9ec6015f5edfe22fb1ecde247d8c",
  ],
  [
    "SHA-512",
    "ee1bab164908309d6a3fabff63baef56aaad4c31710afec3c780c58d111fa5ddceccc5b3cc2ee076e6d5d102f555f42d4cd4" +
      "fc35528a0bf58db04e65d94735fd4d58dc2e2fe33e521dd8d81c29945c805aaaeaf81b1b09844df9ddc9d301d259d635c1c3",
  ],
  [
    "SHA-512/224",
    "ec93137940e1999c0ae8a48f859bb229516d87b2e73a23064df433fc41e5b9de7d08ffd6ec6a1ec6ed3ccb42219eb3651738" +
      "fa8eaf6444f6cf8afb731579c13291652387bc914714ad4921206ba8a0e39c5d82fd45d830173e1f3973a91b09e49ec2ab49",
  ],
  [
    "SHA-512/256",
    "c16668fb90ae8cce5c4e2ecfc372808c28da854d100ee37ecfe20fd614bf1b4b4a83a9ffce58c931233624709d34037e61f4" +
      "34dede20f709ddc960397c78726f2b4a42f087a7ad5dcb49f917d4cd15dbba9c16d52496797dcb9e160a2fbe9a9720cb63cf",
  ],
  [
    "SHA3-224",
    "a57c46d11be3e684e326afc8aba7262c865f8d6f676bf2b48092ba2f9c6ec4e0295ec7dad2ac696dc40b6193aabde7e77c0e" +
      "005756ac041be7bc31da654a7ea27b31d3b1664086eab0ac256ed430d7167d2102f74e3bb321c76ede6a31ea1b47ceee41e9",
  ],
  [
    "SHA3-256",
    "8e36cab98391e5517ac431d09f48fd4fd3fbdfb0a83b03f69ac6219cd8371afc275320b55f247e2ecbfc0bd3e844ad9e280e" +
      "a7997ed6a247f54f78876c8170d08fde7d3683200b37a9d8d0d670c298ff492c061a986b06cebb88885dbf431edbc5d4fcbf",
  ],
  [
    "SHA3-384",
    "6b35b954cd4515cf45d5456b60511d099d28e0594eba2c3a0d7780ba9640e2adf440175ce9f0470788cda9fe04905a419502" +
      "6f158084b809df153a7cf6473ab29efe2a8d74f595dc086d1ece7cd2063c35db4a68f94840afea90aac97315b97bc02f37bb",
  ],
  [
    "SHA3-512",
    "031b44a351ab14afb06b43632a8fe953f6a564e87122e2d79493705c0d5b56d0ddab7ff4d70831f73e0dae334b05df2cd20e" +
      "ab180cc2d550e26772eb9366a1d467bef4ed3604911dd32d975a0dde7b3339af1fae3403734f2ad509c77058f4e09ed0625d",
  ],
  [
    "RIPEMD-160",
    "8f74f3dae31e7242db0a26acc0757700c23869fb522643f18aea1e692061fd585aa0a8df2f0d28fe1b258653553d85b54ac4" +
      "de5d3168f0b6c102f68e497ab30c6e8c81cffc92844a62e9eab7a492e7e15cab39b76814b132f460a9fc147be864c951995e",
  ],
  [
    "SM3",
    "c5b43c6a0082ea5449338c63d4b9dae5d983895397bb5f67e85e08e7dd4359b8a8071092da82da71d038a0afc8b0d19bd11b" +
      "ace75e86da44aec272d8d8bbef3a4f824b90713b9be5971a25aeee4b24f51d8b2c3e6940455ef6ebc3476d62a296e881950c",
  ],
];

const PARAMETERS = {
  hash: "SHA-1",
  id: 1,
  password: bmp("secret"),
  salt: fromHex("0102030405060708"),
  iterationCount: 2048,
  length: 24,
} as const;

describe("derivePkcs12Key", () => {
  it.each(SHA1_CASES)("with id %i, %s, salt %s, %i iterations", async (id, password, salt, iterationCount, figure) => {
    const derived = await derivePkcs12Key({
      hash: "SHA-1",
      id,
      password: bmp(password),
      salt: fromHex(salt),
      iterationCount,
      length: figure.length / 2,
    });
    expect(toHex(derived)).toBe(figure);
  });

  it.each(EVERY_HASH)("makes several blocks of output with %s", async (hash, figure) => {
    const salt = new Uint8Array(8).fill(0xff);
    const password = bmp("sesame");
    expect(toHex(await derivePkcs12Key({ hash, id: 1, password, salt, iterationCount: 2048, length: 100 }))).toBe(
      figure,
    );
  });

  it("takes no password at all (from OpenSSL)", async () => {
    const password = new Uint8Array(0);
    const derived = await derivePkcs12Key({ ...PARAMETERS, id: 3, password, iterationCount: 5, length: 20 });
    expect(toHex(derived)).toBe("caab4e3b7defde3e4d2bdabf5b50fab1aa0ef076");
    const terminator = await derivePkcs12Key({
      ...PARAMETERS,
      id: 3,
      password: bmp(""),
      iterationCount: 5,
      length: 20,
    });
    expect(toHex(terminator)).not.toBe(toHex(derived));
  });

  it("takes no salt, and neither (SHA-1 of the diversifier's 64 octets, by OpenSSL)", async () => {
    const nothing = new Uint8Array(0);
    const neither = { ...PARAMETERS, password: nothing, salt: nothing, iterationCount: 1, length: 20 };
    expect(toHex(await derivePkcs12Key(neither))).toBe("320b018758ece3752ffedbaeb1a6db67c80b9359");
    const noSalt = { ...PARAMETERS, password: bmp("a"), salt: nothing, iterationCount: 1, length: 20 };
    expect(toHex(await derivePkcs12Key(noSalt))).toBe("f1750286e0297ab79523dae6678f50873aece2b8");
  });

  it("takes password and salt longer than a block (from OpenSSL)", async () => {
    const derived = await derivePkcs12Key({
      hash: "SHA-256",
      id: 1,
      password: bmp("a".repeat(50)),
      salt: new Uint8Array(100).fill(0xab),
      iterationCount: 3,
      length: 80,
    });
    expect(toHex(derived)).toBe(
      "3786b00f307c52da7804096b953f0f41c8cb3f8f00a2dcfe3d16a2de2b9942ced5214d54ce79eb7b" +
        "3ac484d130a3f942d70c5a3695c05546f40690203a601920b7e61b9428490793dec9807a3a2a156c",
    );
  });

  it("leaves its arguments alone", async () => {
    const password = bmp("secret");
    const salt = fromHex("0102030405060708");
    await derivePkcs12Key({ ...PARAMETERS, password, salt, length: 64 });
    expect(password).toEqual(bmp("secret"));
    expect(salt).toEqual(fromHex("0102030405060708"));
  });

  it("does 2048 iterations without letting go of the thread", async () => {
    // A clock that stands still: a busy machine may take a slice's time for anything.
    const clock = vi.spyOn(performance, "now").mockReturnValue(0);
    let interrupted = false;
    const timer = setTimeout(() => {
      interrupted = true;
    }, 0);
    await derivePkcs12Key({ ...PARAMETERS, length: 20 });
    clearTimeout(timer);
    clock.mockRestore();
    expect(interrupted).toBe(false);
  });

  it.each(["SHA-1", "SHA-256", "SHA3-512"] as const)(
    "stops a billion iterations of %s when told to",
    TIMED,
    async (hash) => {
      const reason = new Error("no longer wanted");
      const derive = (signal: AbortSignal): Promise<unknown> =>
        derivePkcs12Key({ ...PARAMETERS, hash, iterationCount: 1e9, signal });
      const observed = await watchAbort(derive, reason);
      expect(observed.reason).toBe(reason);
      expect(observed.lagMs).toBeLessThan(PROMPT_MS);
      expect(observed.longestBlockMs).toBeLessThan(PROMPT_MS);
    },
  );

  it("does not start with an aborted signal", async () => {
    const reason = new Error("no longer wanted");
    const signal = AbortSignal.abort(reason);
    await expect(derivePkcs12Key({ ...PARAMETERS, iterationCount: 1e9, signal })).rejects.toBe(reason);
  });

  it.each([
    ["iterationCount", { iterationCount: 0 }],
    ["iterationCount", { iterationCount: 1.5 }],
    ["iterationCount", { iterationCount: Number.NaN }],
    ["iterationCount", { iterationCount: 2 ** 53 }],
    ["length", { length: 0 }],
    ["length", { length: 65_536 }],
    ["id", { id: 4 as 3 }],
  ])("refuses a wrong %s", async (name, wrong) => {
    const derived = derivePkcs12Key({ ...PARAMETERS, ...wrong });
    await expect(derived).rejects.toThrow(RangeError);
    await expect(derived).rejects.toThrow(`"${name}" expected`);
  });
});
