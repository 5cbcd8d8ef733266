/**
 * Recognises numbers that a file spells out in place of a curve's name.
 *
 * The table holds four octets of each number, which is enough to find the name and small enough to be always there.
 * A file can forge a match; that gains nothing, since a public key is then computed on the curve that has the name.
 */

/** What is compared of a curve over a prime field. */
export interface CurveNumbers {
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly gx: bigint;
  readonly gyIsOdd: boolean;
}

/** The lowest four octets of p, a, b and of the base point's x, then the lowest bit of its y. */
const FINGERPRINTS: Readonly<Record<string, string>> = {
  fffffffffffffffcc146b9b182ff10121: "P-192",
  "00000001fffffffe2355ffb4115c1d210": "P-224",
  fffffffffffffffc27d2604bd898c2961: "P-256",
  fffffffffffffffcd3ec2aef72760ab71: "P-384",
  fffffffffffffffc6b503f00c2e5bd660: "P-521",
  ffffee370000000000000003eae06c7d1: "secp192k1",
  ffffe56d0000000000000005b6b7a45c1: "secp224k1",
  fffffc2f000000000000000716f817980: "secp256k1",
  "9515620fe8f7c300d8675e58bdbcdbc31": "brainpoolP160r1",
  "9515620f9515620c5c55f38065ff23781": "brainpoolP160t1",
  e1a86297c69a28ef6fbf25c953375fd61: "brainpoolP192r1",
  e1a86297e1a8629427897b79f46181291: "brainpoolP192t1",
  "7ec8c0ffcad29f43386c400bee12c07d1": "brainpoolP224r1",
  "7ec8c0ff7ec8c0fc8a60888d29b4d5800": "brainpoolP224t1",
  "1f6e5377f330b5d9ff8c07b69ace32621": "brainpoolP256r1",
  "1f6e53771f6e5374fee92b042e1305f40": "brainpoolP256t1",
  f1b32e277d860eb48fb1f1a639e206111: "brainpoolP320r1",
  f1b32e27f1b32e2422340353a21bed521: "brainpoolP320t1",
  "3107ec5322ce2826fa504c1147d4af1e1": "brainpoolP384r1",
  "3107ec533107ec5033b471ee418808cc0": "brainpoolP384t1",
  "583a48f377fc94ca8016f723bcb9f8220": "brainpoolP512r1",
  "583a48f3583a48f01867423efa9035da0": "brainpoolP512t1",
  fffffffffffffffc4d940e93334c74c70: "SM2",
};

/** The standard name of the curve with these numbers, or `undefined` where none of curves.ts has them. */
export function recogniseCurve(curve: CurveNumbers): string | undefined {
  const fingerprint = fingerprintCurve(curve);
  return Object.hasOwn(FINGERPRINTS, fingerprint) ? FINGERPRINTS[fingerprint] : undefined;
}

/** The key under which the table holds a curve. */
export function fingerprintCurve({ p, a, b, gx, gyIsOdd }: CurveNumbers): string {
  const ends = [p, a, b, gx].map((number) => BigInt.asUintN(32, number).toString(16).padStart(8, "0"));
  return `${ends.join("")}${gyIsOdd ? 1 : 0}`;
}
