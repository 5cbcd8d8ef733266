/** A plan as a shell script around curl. */
import type { RolloverPlan } from "../step.js";
import { renderShell } from "./shell.js";

const PREAMBLE = `: "\${GRAPH_TOKEN:?expected an access token for Microsoft Graph}"
token=$GRAPH_TOKEN
unset GRAPH_TOKEN

# The token goes to curl by standard input and the bodies by file: no command line holds a secret. -q: no .curlrc.
send() {
  printf 'Authorization: Bearer %s\\n' "$token" |
    curl -q --globoff --silent --show-error --fail-with-body --header @- "$@"
}
get() { send --request GET --url "$1"; }
patch() { send --request PATCH --header 'Content-Type: application/json' --data-binary "@$2" --url "$1"; }`;

/** POSIX sh, curl 7.76 or later (`--fail-with-body`); the token in GRAPH_TOKEN. */
export function renderCurl(plan: RolloverPlan): string {
  const notes = [
    "Needs curl 7.76 or later, and in GRAPH_TOKEN an access token with Application.ReadWrite.All or Application.ReadWrite.OwnedBy.",
  ];
  return renderShell(plan, { notes, preamble: PREAMBLE.split("\n") });
}
