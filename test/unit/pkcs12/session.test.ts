import { expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import { pkcs12Passwords } from "../../../src/pkcs12/password.js";
import type { Session } from "../../../src/pkcs12/session.js";
import { createSession } from "../../../src/pkcs12/session.js";
import { testProvider } from "../../setup/provider.js";

const start = (password: string): Session => createSession(password, testProvider, DEFAULT_LIMITS, undefined);

it("tries the candidate that fitted first from then on, in its own family only", () => {
  const { pkcs5, pkcs12 } = start("é");
  const forms = (): readonly string[] => pkcs5.candidates().map(({ form }) => form);
  expect(forms()).toEqual(["utf-8", "latin-1", "bmp-string", "nfd"]);
  const latin1 = pkcs5.candidates()[1];
  if (latin1 !== undefined) pkcs5.succeeded(latin1);
  expect(forms()).toEqual(["latin-1", "utf-8", "bmp-string", "nfd"]);
  expect(pkcs12.candidates()).toEqual(pkcs12Passwords("é"));
});

it("leaves a loop over the candidates alone that is under way", () => {
  const { pkcs5 } = start("é");
  const tried: string[] = [];
  for (const candidate of pkcs5.candidates()) {
    tried.push(candidate.form);
    pkcs5.succeeded(candidate);
  }
  expect(tried).toEqual(["utf-8", "latin-1", "bmp-string", "nfd"]);
});

it("shares nothing with another session: neither order, nor work, nor derived keys", async () => {
  const [one, other] = [start("é"), start("é")];
  const last = one.pkcs5.candidates().at(-1);
  if (last !== undefined) one.pkcs5.succeeded(last);
  expect(other.pkcs5.candidates()[0]?.form).toBe("utf-8");
  one.work.chargeEncryption(
    { kind: "pkcs12Pbe", oid: "1.2", cipher: { name: "RC4", keyBytes: 5 }, salt: new Uint8Array(), iterationCount: 9 },
    "a",
  );
  expect(other.work.total().iterations).toBe(0);
  const parameters = {
    hash: "SHA-1",
    id: 3,
    password: Uint8Array.of(1),
    salt: new Uint8Array(),
    iterationCount: 1,
    length: 20,
  } as const;
  const [first, again, apart] = await Promise.all(
    [one, one, other].map(({ derivations }) => derivations.pkcs12(parameters)),
  );
  expect(again).toBe(first);
  expect(apart).toEqual(first);
  expect(apart).not.toBe(first);
});
