/** The body of `uploadClientCertificate`: `{ "pkcs12Value": "…", "password": "…" }`. */
import { toCharacters, trimAsciiWhiteSpace } from "../../bytes/ascii.js";
import type { MemberState, Peeled } from "../layer.js";
import type { JsonMember } from "./json-members.js";
import { findJsonMembers, readJsonString } from "./json-members.js";

const PKCS12_VALUE = "pkcs12Value";
const PASSWORD = "password";

/** One member as it was found. */
interface Reading {
  readonly state: MemberState;
  readonly text: string | undefined;
  readonly misspelt: readonly string[];
}

/**
 * Takes what is in `pkcs12Value` out of the body; the first of another case where there is none of this name.
 * @returns `undefined` for what is no JSON object, and for one without either member
 */
export function peelRequestBody(bytes: Uint8Array): Peeled | undefined {
  const members = findJsonMembers(trimAsciiWhiteSpace(bytes), [PKCS12_VALUE.toLowerCase(), PASSWORD]);
  if (members === undefined || members.length === 0) return undefined;
  const value = readMember(members, PKCS12_VALUE);
  const password = readMember(members, PASSWORD);
  return {
    layer: {
      kind: "request-body",
      pkcs12Value: value.state,
      password: password.state,
      misspelt: [...value.misspelt, ...password.misspelt],
    },
    bytes: value.text === undefined ? undefined : new TextEncoder().encode(value.text),
    password: password.text,
  };
}

function readMember(members: readonly JsonMember[], name: string): Reading {
  const alike = members.filter((member) => member.name.toLowerCase() === name.toLowerCase());
  const found = alike.find((member) => member.name === name) ?? alike[0];
  if (found === undefined) return { state: "absent", text: undefined, misspelt: [] };
  const text = readJsonString(found.value);
  const isNull = found.value.length === 4 && toCharacters(found.value) === "null";
  return {
    state: text !== undefined ? "string" : isNull ? "null" : "other",
    text,
    misspelt: found.name === name ? [] : [found.name],
  };
}
