import { describe, expect, it } from "vitest";
import type { UploadedCertificate } from "../../../src/graph/certificate-list.js";
import {
  fromCertificateList,
  toCertificateList,
  toNumericDate,
  toUploadedCertificate,
} from "../../../src/graph/certificate-list.js";
import { openVector } from "../credential/open-file.js";
import { at, leaderOf, openPair, uploaded } from "./fixtures.js";

const [from, to] = [1_000_000, 2_000_000];
const first = uploaded("01", from, to);
const second = uploaded("02", from, to);
const overlapping = uploaded("03", 1_500_000, 2_500_000);
const gone = uploaded("04", 100, 200);
const coming = uploaded("05", 8_000_000, 9_000_000);

/** Thumbprints of the active entries. */
function active(list: readonly UploadedCertificate[], now: number | Date): readonly string[] {
  const entries = toCertificateList(list, typeof now === "number" ? at(now) : now);
  return entries.filter(({ isActive }) => isActive).map(({ thumbprint }) => thumbprint);
}

describe("toCertificateList", () => {
  it("has one entry for each upload, in order, with the members in Graph's order", () => {
    const entries = toCertificateList([overlapping, gone, first], at(1_600_000));
    expect(JSON.stringify(entries)).toBe(
      JSON.stringify([
        { thumbprint: "03", notAfter: 2_500_000, notBefore: 1_500_000, isActive: false },
        { thumbprint: "04", notAfter: 200, notBefore: 100, isActive: false },
        { thumbprint: "01", notAfter: 2_000_000, notBefore: 1_000_000, isActive: true },
      ]),
    );
  });

  it("is empty where nothing was uploaded", () => {
    expect(toCertificateList([], at(0))).toEqual([]);
  });

  it.each<[string, readonly UploadedCertificate[], readonly string[]]>([
    ["one that is valid", [first], ["01"]],
    ["none where all have expired", [gone, gone], []],
    ["none where all are still to come", [coming], []],
    ["none between one that has expired and one to come", [gone, coming], []],
    ["the last of several that are valid", [first, overlapping, second], ["02"]],
    ["the last by upload, not by its dates", [overlapping, first], ["01"]],
    ["the one before an expired upload", [first, gone], ["01"]],
    ["the one before a future upload", [first, coming], ["01"]],
    ["the last valid one before both", [second, first, gone, coming], ["01"]],
    ["one of two uploads of the same file", [first, first], ["01"]],
  ])("activates %s", (_, list, expected) => {
    expect(active(list, 1_600_000)).toEqual(expected);
  });

  it.each([
    ["a second before it begins", from - 1, []],
    ["in its first second", from, ["01"]],
    ["in its last second", to, ["01"]],
    ["a second after its end", to + 1, []],
  ])("counts both ends of the validity: %s", (_, now, expected) => {
    expect(active([first], now)).toEqual(expected);
  });

  it("hands over at the second in which the next one becomes valid", () => {
    expect(active([first, overlapping], 1_499_999)).toEqual(["01"]);
    expect(active([first, overlapping], 1_500_000)).toEqual(["03"]);
  });

  it("does not modify the list", () => {
    const list = Object.freeze([Object.freeze({ ...first }), Object.freeze({ ...gone })]);
    expect(toCertificateList(list, at(1_600_000))).toHaveLength(2);
  });
});

describe("NumericDate", () => {
  it.each([
    ["1970-01-01T00:00:00Z", 0],
    ["2017-10-22T11:08:42Z", 1_508_670_522],
    ["2022-10-21T11:08:42Z", 1_666_350_522],
    ["2022-10-21T11:08:42.999Z", 1_666_350_522],
    ["2038-01-19T03:14:08Z", 2_147_483_648],
    ["9999-12-31T23:59:59Z", 253_402_300_799],
    ["1969-12-31T23:59:59Z", -1],
    ["1969-12-31T23:59:59.500Z", -1],
    ["1950-01-01T00:00:00Z", -631_152_000],
  ])("of %s is %i", (instant, expected) => {
    expect(toNumericDate(new Date(instant))).toBe(expected);
  });

  it.each([
    ["20491231235959Z", "20500101000000Z", 2_524_607_999, 2_524_608_000],
    ["20500101000000Z", "99991231235959Z", 2_524_608_000, 253_402_300_799],
    ["19500101000000Z", "19691231235959Z", -631_152_000, -1],
    ["18990101000000Z", "21000228000000Z", -2_240_524_800, 4_107_456_000],
  ])("of a certificate's dates, %s to %s", async (notBefore, notAfter, begin, end) => {
    const certificate = toUploadedCertificate(leaderOf(await openPair(notBefore, notAfter)));
    expect(toCertificateList([certificate], at(0))).toMatchObject([{ notBefore: begin, notAfter: end }]);
  });

  it("of a real certificate beyond 2050 survives JSON", async () => {
    const certificate = toUploadedCertificate(leaderOf(await openVector("openssl-after-2050")));
    const [entry] = JSON.parse(JSON.stringify(toCertificateList([certificate], at(2_524_607_998)))) as unknown[];
    expect(entry).toMatchObject({ notBefore: 2_524_607_999, notAfter: 253_402_300_799, isActive: false });
  });
});

describe("fromCertificateList", () => {
  it("gives back what the entries were made from", () => {
    const list = [first, gone, coming, uploaded("06", -631_152_000, 253_402_300_799)];
    expect(fromCertificateList(toCertificateList(list, at(1_600_000)))).toEqual(list);
  });
});
