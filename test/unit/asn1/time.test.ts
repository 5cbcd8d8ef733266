import { describe, expect, it } from "vitest";
import type { BerNode } from "../../../src/asn1/ber.js";
import { decodeWhole } from "../../../src/asn1/ber.js";
import { readTime } from "../../../src/asn1/time.js";

const time = (tag: number, text: string): BerNode =>
  decodeWhole(Uint8Array.of(tag, text.length, ...new TextEncoder().encode(text)), "test");
const utcTime = (text: string): BerNode => time(23, text);
const generalizedTime = (text: string): BerNode => time(24, text);

describe("readTime", () => {
  it.each([
    [utcTime("491231235959Z"), "2049-12-31T23:59:59.000Z"],
    [utcTime("500101000000Z"), "1950-01-01T00:00:00.000Z"],
    [utcTime("240229120000Z"), "2024-02-29T12:00:00.000Z"],
    [utcTime("2401011200Z"), "2024-01-01T12:00:00.000Z"],
    [utcTime("240101120000+0130"), "2024-01-01T10:30:00.000Z"],
    [utcTime("240101120000-0800"), "2024-01-01T20:00:00.000Z"],
    [generalizedTime("20500101000000Z"), "2050-01-01T00:00:00.000Z"],
    [generalizedTime("99991231235959Z"), "9999-12-31T23:59:59.000Z"],
    [generalizedTime("20240101120000.123Z"), "2024-01-01T12:00:00.000Z"],
    [generalizedTime("00490101000000Z"), "0049-01-01T00:00:00.000Z"],
  ])("reads %#", (node, iso) => {
    expect(readTime(node, "here").toISOString()).toBe(iso);
  });

  it.each([
    utcTime("230229120000Z"),
    utcTime("241301120000Z"),
    utcTime("240101250000Z"),
    utcTime("240101240000Z"),
    utcTime("240101120060Z"),
    utcTime("24010112000"),
    utcTime(""),
    generalizedTime("2024-01-01T00Z"),
    decodeWhole(Uint8Array.of(4, 0), "test"),
    undefined,
  ])("refuses %#", (node) => {
    expect(() => readTime(node, "here")).toThrow(expect.objectContaining({ code: "ERR_ASN1_UNEXPECTED", at: "here" }));
  });
});
