/** Digests of three messages and a chain by every hash function. */
import type { HashName } from "../../../src/crypto/hash.js";

/** Digests in hexadecimal. */
export interface HashFigures {
  readonly outputBytes: number;
  readonly blockBytes: number;
  readonly empty: string;
  readonly abc: string;
  /** Of {@link LONG_MESSAGE}. */
  readonly long: string;
  /** The digest of the digest of ... of "abc", 1000 digests in all. */
  readonly chain: string;
}

/** The two-block message of FIPS 180-4's SHA-512 example, 112 octets. */
export const LONG_MESSAGE =
  "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu";

/**
 * `empty`, `abc` and `long` are in RFC 1321 A.5 (MD5), NIST's examples for FIPS 180-4 and FIPS 202, the paper on
 * RIPEMD-160 and GB/T 32905-2016 A.1, as far as those have them; all others, and `chain`, are OpenSSL's answers.
 */
export const HASH_FIGURES: Readonly<Record<HashName, HashFigures>> = {
  MD5: {
    outputBytes: 16,
    blockBytes: 64,
    empty: "d41d8cd98f00b204e9800998ecf8427e",
    abc: "900150983cd24fb0d6963f7d28e17f72",
    long: "03dd8807a93175fb062dfb55dc7d359c",
    chain: "1375514e02c36aae265b2fe20ccadafb",
  },
  "SHA-1": {
    outputBytes: 20,
    blockBytes: 64,
    empty: "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    abc: "a9993e364706816aba3e25717850c26c9cd0d89d",
    long: "a49b2446a02c645bf419f995b67091253a04a259",
    chain: "58eedce24ad638f2abf39e4b13d5726802def2c1",
  },
  "SHA-224": {
    outputBytes: 28,
    blockBytes: 64,
    empty: "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f",
    abc: "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
    long: "c97ca9a559850ce97a04a96def6d99a9e0e0e2ab14e6b8df265fc0b3",
    chain: "7a59693bee93bd26d0bb6ab8e8004aff3d5ffb63e23341b014d11fe4",
  },
  "SHA-256": {
    outputBytes: 32,
    blockBytes: 64,
    empty: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    abc: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    long: "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    chain: "fc8a6b86a13f71cd9a67f558ab6fd82a3dd89186163a017ed8051acf6d3f8f99",
  },
  "SHA-384": {
    outputBytes: 48,
    blockBytes: 128,
    empty: "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b",
    abc: "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
    long: "09330c33f71147e83d192fc782cd1b4753111b173b3b05d22fa08086e3b0f712fcc7c71a557e2db966c3e9fa91746039",
    chain: "78e896fb4734125e7e94aad1eed19b4c11378b2c737ccf04653b24e1fbc118d6da948f265f92ebdef5cbb24905e4883e",
  },
  "SHA-512": {
    outputBytes: 64,
    blockBytes: 128,
    empty:
      "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
    abc: "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
    long: "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909",
    chain:
      "aeda6ba3d982a646b0152707c3c31b985cf0722b56a4f002f79593272b937641f8baa610e883521af88d076b2f71fd14acad76649159ba3933b00bc7f5ade179",
  },
  "SHA-512/224": {
    outputBytes: 28,
    blockBytes: 128,
    empty: "6ed0dd02806fa89e25de060c19d3ac86cabb87d6a0ddd05c333b84f4",
    abc: "4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa",
    long: "23fec5bb94d60b23308192640b0c453335d664734fe40e7268674af9",
    chain: "a818f47a87db046e68b860688dcbc60dbb7be270d2be0256695f275a",
  },
  "SHA-512/256": {
    outputBytes: 32,
    blockBytes: 128,
    empty: "c672b8d1ef56ed28ab87c3622c5114069bdd3ad7b8f9737498d0c01ecef0967a",
    abc: "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23",
    long: "3928e184fb8690f840da3988121d31be65cb9d3ef83ee6146feac861e19b563a",
    chain: "42d2243ccabdb60d2701e28b9f33e48f5c77cb67913a1a251fb202949ac0c1d7",
  },
  "SHA3-224": {
    outputBytes: 28,
    blockBytes: 144,
    empty: "6b4e03423667dbb73b6e15454f0eb1abd4597f9a1b078e3f5b5a6bc7",
    abc: "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf",
    long: "543e6868e1666c1a643630df77367ae5a62a85070a51c14cbf665cbc",
    chain: "24ea87d931ddae4ed7f08aa16eb8f5231ba1b7e9cd2200c1322ed260",
  },
  "SHA3-256": {
    outputBytes: 32,
    blockBytes: 136,
    empty: "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
    abc: "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
    long: "916f6061fe879741ca6469b43971dfdb28b1a32dc36cb3254e812be27aad1d18",
    chain: "593a973ed4626e4c8394928923434a43b10e002f57bd6f71b1751450f943b86a",
  },
  "SHA3-384": {
    outputBytes: 48,
    blockBytes: 104,
    empty: "0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2ac3713831264adb47fb6bd1e058d5f004",
    abc: "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b298d88cea927ac7f539f1edf228376d25",
    long: "79407d3b5916b59c3e30b09822974791c313fb9ecc849e406f23592d04f625dc8c709b98b43b3852b337216179aa7fc7",
    chain: "9185ee954662a5287ac35249ca881709cd8510f5b7a23d17a5b105e5db70eaeed25f2039b812d0b028e457eea01631f3",
  },
  "SHA3-512": {
    outputBytes: 64,
    blockBytes: 72,
    empty:
      "a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a615b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26",
    abc: "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0",
    long: "afebb2ef542e6579c50cad06d2e578f9f8dd6881d7dc824d26360feebf18a4fa73e3261122948efcfd492e74e82e2189ed0fb440d187f382270cb455f21dd185",
    chain:
      "3296ee7636b9c0dade171e18e5b661467ac857f09bbd78b8a2b4b038ad076c902edb9f964492da8cc25be9cc49d7370bbc34bd8c897c5a6541a66b77001ca224",
  },
  "RIPEMD-160": {
    outputBytes: 20,
    blockBytes: 64,
    empty: "9c1185a5c5e9fc54612808977ee8f548b2258d31",
    abc: "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc",
    long: "6f3fa39b6b503c384f919a49a7aa5c2c08bdfb45",
    chain: "daca0705768e414d6bb37d4c4e1910fd47696f14",
  },
  SM3: {
    outputBytes: 32,
    blockBytes: 64,
    empty: "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b",
    abc: "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    long: "78bcfb586acd983d7fae8e6930157f1562019e2caf68f1c98a855f1a95bb89bb",
    chain: "5723d252c5dc3ec3978450bf02e9684b9bdbae6e85b059f6fcbc3f2207265c1a",
  },
};
