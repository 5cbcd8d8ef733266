/** The bearer token: that there is one, and under `permissions: "enforce"` what it allows. */
import { readBase64Text } from "../bytes/base64-text.js";
import type { Members } from "./members.js";
import { readMembers } from "./members.js";
import type { OperationId } from "./operations.js";
import { neededFor } from "./permissions.js";
import { refuse } from "./refusal.js";

const CHALLENGE = {
  headers: {
    "WWW-Authenticate":
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
  },
};

/** The token of a request (RFC 6750 section 2.1); it is not looked into. */
export function requireToken(headers: Headers): string {
  const [, token] = /^Bearer +(\S+) *$/i.exec(headers.get("authorization") ?? "") ?? [];
  if (token === undefined) throw refuse("tokenMissing", [], CHALLENGE);
  return token;
}

/**
 * Asks whether the token's claims allow the operation. The signature is not verified: anybody can make a token for tests.
 * Ownership, which Application.ReadWrite.OwnedBy asks for, and the roles of users are not looked at.
 */
export function requirePermission(token: string, operation: OperationId, now: Date): void {
  const claims = readClaims(token);
  if (claims === undefined) throw refuse("tokenInvalid", [], CHALLENGE);
  const { exp, nbf, roles, scp } = claims;
  const seconds = now.getTime() / 1000;
  if (typeof exp === "number" && exp <= seconds) throw refuse("tokenExpired", [], CHALLENGE);
  if (typeof nbf === "number" && nbf > seconds + 300) throw refuse("tokenInvalid", [], CHALLENGE);
  const needed = neededFor(operation);
  if (needed === undefined) return;
  const given = Array.isArray(roles) ? roles : [];
  const granted = typeof scp === "string" ? scp.split(" ") : [];
  const isAllowed =
    needed.roles.some((role) => given.includes(role)) || needed.scp.some((scope) => granted.includes(scope));
  if (!isAllowed) throw refuse("denied");
}

/** The claims of a JWT (RFC 7519 section 7.2); `undefined` for what is none. */
function readClaims(token: string): Members | undefined {
  const [, payload, signature] = token.split(".");
  if (payload === undefined || signature === undefined) return undefined;
  return readMembers(readBase64Text(new TextEncoder().encode(payload))?.bytes);
}
