import { describe, expect, it } from "vitest";
import { KEYS, writeCertificate } from "./certificate-writer.js";
import { open } from "./open-file.js";
import { certBag, keyBag, plainPfx } from "./pfx-writer.js";

const renewals = (count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, i) =>
    writeCertificate({ key: KEYS.first, subject: "leaf", serial: BigInt(i + 1) }),
  );

describe("the certificates of a key", () => {
  it("are the first hundred in file order, however many there are", async () => {
    const bags = renewals(120).map((certificate) => certBag(certificate));
    const { keys, certificates } = await open(plainPfx(keyBag(KEYS.first.pkcs8), ...bags));
    expect(certificates).toHaveLength(120);
    const found = keys[0]?.certificates ?? [];
    expect(found).toHaveLength(100);
    expect(found.map(({ at }) => at)).toEqual(certificates.slice(0, 100).map(({ at }) => at));
  });

  it("are all of them where there are fewer, and those of another key are not among them", async () => {
    const other = writeCertificate({ key: KEYS.second, subject: "other" });
    const bags = [other, ...renewals(3)].map((certificate) => certBag(certificate));
    const { keys } = await open(plainPfx(keyBag(KEYS.first.pkcs8), ...bags));
    expect(keys.map(({ certificates }) => certificates.map(({ certificate }) => certificate.serialNumber))).toEqual([
      ["01", "02", "03"],
    ]);
  });
});
