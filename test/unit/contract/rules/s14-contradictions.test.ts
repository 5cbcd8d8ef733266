import { contradictions } from "../../../../src/contract/rules/s14-contradictions.js";
import { error, PRINCIPAL, patch, post, readPrincipal, triple } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const a = triple("a");
const keyId = String(a.passwords[0]?.["keyId"]);
const take = (id: string, status: number) =>
  post(`${PRINCIPAL}/removePassword`, { keyId: id }, status === 204 ? undefined : error(), { status });
const own = { keys: [], passwords: [{ keyId, customKeyIdentifier: undefined }] };
const added = { passwordCredentials: [...a.passwords, { keyId: "new", secretText: "x" }] };

ruleCases(contradictions, {
  catches: [],
  notes: [
    [
      "that half a pair cannot be removed",
      [readPrincipal([a]), take(keyId, 403)],
      { expected: "servicePrincipal.removePassword on a minted pair", actual: 403 },
    ],
    ["that it can, GUIDs in another case", [readPrincipal([a]), take(keyId.toUpperCase(), 204)], { actual: 204 }],
    [
      "a new password by PATCH",
      [readPrincipal([a]), patch(PRINCIPAL, added, { status: 400 })],
      { expected: "a new password by plain PATCH", actual: 400 },
    ],
    ["nothing of a password of its own", [readPrincipal([own]), take(keyId, 204)]],
    ["nothing of passwords written back", [readPrincipal([a]), patch(PRINCIPAL, { passwordCredentials: a.passwords })]],
  ],
});
