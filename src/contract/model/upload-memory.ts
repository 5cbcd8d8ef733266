/** Opens a PFX that is sent again and again only once: clients have few files, and opening one takes a while. */
import type { CryptoProvider } from "../../crypto/provider.js";
import type { Json } from "../exchange.js";
import { readUpload } from "./upload.js";
import type { Upload } from "./upload-verdict.js";

/** Reads as `readUpload` does. */
export type UploadReader = (body: Json, provider: CryptoProvider) => Promise<Upload>;

/** A file with its password has some kilobytes. */
const MOST = 64;
/** What is larger is not kept. */
const MOST_CHARACTERS = 65_536;

/** A reader that remembers the files that it has read last, by what is in them. For one provider. */
export function createUploadMemory(): UploadReader {
  const known = new Map<string, Promise<Upload>>();
  return (body, provider) => {
    const { pkcs12Value, password } = body;
    const isFile = typeof pkcs12Value === "string" && typeof password === "string";
    if (!isFile || pkcs12Value.length + password.length > MOST_CHARACTERS) return readUpload(body, provider);
    const name = JSON.stringify([pkcs12Value, password]);
    const upload = known.get(name) ?? readUpload(body, provider);
    known.delete(name);
    known.set(name, upload);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return upload;
  };
}
