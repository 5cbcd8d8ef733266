/** Makes a TLS context of each file that standard input lists as JSON; prints whether that went well, as JSON. */
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { createSecureContext } from "node:tls";

const answers = JSON.parse(await text(process.stdin)).map(({ path, password }) => {
  try {
    createSecureContext({ pfx: readFileSync(path), passphrase: password });
    return { opens: true };
  } catch (error) {
    return { opens: false, reason: error.message };
  }
});
process.stdout.write(JSON.stringify(answers));
