/** `authenticationConfiguration` as POST and PATCH bring it: one of the three types, told apart by `@odata.type`. */
import type { Call } from "./call.js";
import type { Members } from "./members.js";
import { isMembers, readText } from "./members.js";
import { refuse } from "./refusal.js";
import type { StoredAuthentication } from "./state.js";
import { openUpload } from "./upload.js";

const NAMESPACE = "microsoft.graph.";

/**
 * What the connector is to authenticate with; `undefined` where the member is absent. The type may be written with `#` or
 * without (the documentation does both). A pkcs12Certificate becomes a list of one certificate (documented); to open it
 * is all that takes time.
 */
export function readAuthentication(
  body: Members,
  type: string,
  call: Call,
): StoredAuthentication | null | undefined | Promise<StoredAuthentication> {
  const value = body["authenticationConfiguration"];
  if (value === undefined || value === null) return value;
  if (!isMembers(value)) throw refuse("badMember", ["authenticationConfiguration", type]);
  const written = value["@odata.type"];
  if (typeof written !== "string") throw refuse("badType", [""]);
  const name = written.replace(/^#/, "");
  switch (name) {
    case `${NAMESPACE}basicAuthentication`: {
      const username = readText(value, "username", name) ?? null;
      return { kind: "basic", username, password: readText(value, "password", name) ?? null };
    }
    case `${NAMESPACE}pkcs12Certificate`:
      return openUpload(value, name, call).then((certificate) => ({
        kind: "certificates",
        certificates: [certificate],
      }));
    default:
      // A clientCertificateAuthentication says what is there and cannot bring a certificate.
      throw refuse("badType", [name]);
  }
}
