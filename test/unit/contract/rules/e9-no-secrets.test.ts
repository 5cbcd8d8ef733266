import { noSecrets } from "../../../../src/contract/rules/e9-no-secrets.js";
import { CONNECTOR, connector, error, get, patch, pooled, post, UPLOAD } from "./exchanges.js";
import { ruleCases } from "./rule-cases.js";

const { pkcs12Value } = pooled(0).file;
const file = { pkcs12Value, password: "s3cret-word" };
const refused = (message: string) => post(UPLOAD, file, { error: { code: "x", message } }, { status: 400 });
const basic = (password: string) => ({ authenticationConfiguration: { username: "u", password } });

ruleCases(noSecrets, {
  catches: [
    ["a password in an error", [refused("wrong: s3cret-word")], { actual: "the password" }],
    ["the same in base64", [refused(btoa("s3cret-word"))], { actual: "the password" }],
    [
      "a file in a later read",
      [refused("no"), get(CONNECTOR, connector([], { displayName: pkcs12Value }))],
      { actual: "the pkcs12Value" },
    ],
    [
      "a password in a header",
      [post(UPLOAD, file, error(), { status: 400, headers: { warning: "s3cret-word" } })],
      { actual: "the password" },
    ],
    [
      "the password of a connector that others made",
      [get(CONNECTOR, connector(undefined, basic("hunter2-hunter2")))],
      { pointer: "/authenticationConfiguration/password", expected: "stars or null", actual: "something else" },
    ],
  ],
  passes: [
    ["stars", [get(CONNECTOR, connector())]],
    [
      "null for stars",
      [
        post(UPLOAD, file, connector([])),
        get(CONNECTOR, connector(undefined, { authenticationConfiguration: { password: null } })),
      ],
    ],
    [
      "a password that is also the name of a type",
      [patch(CONNECTOR, basic("microsoft"), { status: 204 }), get(CONNECTOR, connector())],
    ],
    [
      "a password that the request tells anyway",
      [
        patch(CONNECTOR, { displayName: "contoso one", ...basic("contoso") }),
        get(CONNECTOR, connector([], { displayName: "contoso one" })),
        post(UPLOAD, file, connector([])),
      ],
    ],
  ],
  ignores: [["short ones", [post(UPLOAD, { pkcs12Value: "", password: "Test" }, error("Test"), { status: 400 })]]],
});
