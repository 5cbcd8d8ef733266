import { expect, it } from "vitest";
import { compareRead, expectationOf } from "../../../src/rollover/expectation.js";
import { FIRST_THUMBPRINT, guid, secondTriple, servicePrincipal, triple } from "../audit/sample-service-principal.js";

const state = servicePrincipal([triple({ sign: { keyId: "ABCDEF00-0000-4000-8000-000000000000" } })], {
  preferred: FIRST_THUMBPRINT,
});
const expected = expectationOf(state);

it("sees no difference in order, in the case of GUIDs and thumbprints", () => {
  expect(compareRead(state, expected)).toEqual([]);
  const keyCredentials = state.keyCredentials
    .map(({ keyId, ...rest }) => ({ ...rest, keyId: keyId?.toLowerCase() ?? null }))
    .reverse();
  const preferredTokenSigningKeyThumbprint = FIRST_THUMBPRINT.toLowerCase();
  expect(compareRead({ ...state, keyCredentials, preferredTokenSigningKeyThumbprint }, expected)).toEqual([]);
});

it.each([
  [
    "an entry more",
    servicePrincipal([triple(), secondTriple()]),
    ["/keyCredentials", "/passwordCredentials", "/preferredTokenSigningKeyThumbprint"],
  ],
  ["an entry less", { ...state, keyCredentials: state.keyCredentials.slice(1) }, ["/keyCredentials"]],
  [
    "another keyId",
    { ...state, passwordCredentials: [{ ...triple().password, keyId: guid(99) }] },
    ["/passwordCredentials"],
  ],
  [
    "another preference",
    { ...state, preferredTokenSigningKeyThumbprint: null },
    ["/preferredTokenSigningKeyThumbprint"],
  ],
])("sees %s", (_, json, places) => {
  expect(compareRead(json, expected)).toEqual(places);
});

it("takes an absent preference for null, and compares none where none was read", () => {
  const { preferredTokenSigningKeyThumbprint: _, ...unread } = state;
  expect(compareRead(unread, { ...expected, preferredTokenSigningKeyThumbprint: null })).toEqual([]);
  expect(compareRead(state, { ...expected, preferredTokenSigningKeyThumbprint: undefined })).toEqual([]);
});
