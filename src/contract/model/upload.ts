/** What a PFX in a request must lead to: the file is opened here, apart from whoever answers. */
import type { CryptoProvider } from "../../crypto/provider.js";
import { MalformedError, PasswordError, ToolkitError } from "../../errors.js";
import type { Bag } from "../../pkcs12/open-content.js";
import { parsePkcs12 } from "../../pkcs12/parse.js";
import type { Certificate } from "../../x509/certificate.js";
import { parseCertificate } from "../../x509/certificate.js";
import { derivePublicIdentity } from "../../x509/derive-public-key.js";
import { parsePrivateKey } from "../../x509/private-key.js";
import { thumbprint } from "../../x509/thumbprint.js";
import type { Json } from "../exchange.js";
import { decodeBinary } from "./binary.js";
import type { Upload } from "./upload-verdict.js";

const bad = (reason: string): Upload => ({ verdict: "bad", reason });
const open = (reason: string): Upload => ({ verdict: "open", reason });

/** @param body - has `pkcs12Value` and `password`, if all is well */
export async function readUpload(body: Json, provider: CryptoProvider): Promise<Upload> {
  const { pkcs12Value: value, password } = body;
  if (value === undefined || value === null) return bad("pkcs12Value is missing");
  if (typeof value !== "string") return bad("pkcs12Value is no text");
  if (password === undefined || password === null) return bad("password is missing, which the empty one is not");
  if (typeof password !== "string") return bad("password is no text");
  const bytes = decodeBinary(value);
  if (bytes === undefined) {
    return /\s/.test(value) && decodeBinary(value.replaceAll(/\s/g, "")) !== undefined
      ? open("white space in base64")
      : bad("pkcs12Value is no standard base64");
  }
  return await openUpload(bytes, password, provider);
}

async function openUpload(bytes: Uint8Array, password: string, provider: CryptoProvider): Promise<Upload> {
  try {
    return await judgeBags((await parsePkcs12(bytes, { password, provider })).bags);
  } catch (error) {
    if (error instanceof PasswordError) return bad("the password does not open the file");
    if (error instanceof MalformedError) return bad("no PFX");
    if (error instanceof ToolkitError) return open("a file that cannot be read here");
    throw error;
  }
}

/** Of a file that is whole and opens; what we cannot read in it, others perhaps can. */
async function judgeBags(bags: readonly Bag[]): Promise<Upload> {
  try {
    const keys = bags.flatMap((bag) =>
      bag.kind === "keyBag" || bag.kind === "pkcs8ShroudedKeyBag"
        ? [parsePrivateKey(bag.privateKeyInfo, "pkcs12Value")]
        : [],
    );
    const certificates = bags.flatMap((bag) =>
      bag.kind === "certBag" ? [parseCertificate(bag.certValue, "pkcs12Value")] : [],
    );
    if (keys.length === 0) return bad("no private key in the file");
    const [identity, ...others] = await Promise.all(keys.map(derivePublicIdentity));
    if (others.length > 0) return open("several private keys in the file");
    const own = certificates.filter(({ publicKey }) => publicKey.identity === identity);
    const [leaf, ...more] = own;
    if (leaf === undefined) return bad("no certificate of the file's key");
    return more.length > 0 ? open("several certificates of the file's key") : good(leaf);
  } catch (error) {
    if (error instanceof ToolkitError) return open("a file that cannot be read here");
    throw error;
  }
}

function good({ der, notBefore, notAfter }: Certificate): Upload {
  return {
    verdict: "good",
    thumbprint: thumbprint(der),
    notBefore: Math.floor(notBefore.getTime() / 1000),
    notAfter: Math.floor(notAfter.getTime() / 1000),
  };
}
