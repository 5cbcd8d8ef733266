/** The least that it can take: OpenSSL's generation of the key, as Node brings it, and nothing else. */
import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import type { Creator } from "./creator.js";
import { BARE_KEY } from "./creator.js";

const generate = promisify(generateKeyPair);

/** The pair is made and dropped. */
export const nativeCreator: Creator = {
  name: BARE_KEY,
  create: async () => {
    await generate("rsa", { modulusLength: 2048 });
    return {};
  },
};
