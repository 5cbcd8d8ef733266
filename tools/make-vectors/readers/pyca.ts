/** Python's cryptography (its own OpenSSL 3.5 or later) as a reader; it takes at most one private key. */
import type { Reader } from "../vector.js";

const script = `
import sys, hashlib
from cryptography.hazmat.primitives.serialization import pkcs12, Encoding
path, secret = sys.argv[1:3]
it = pkcs12.load_pkcs12(open(path, "rb").read(), open(secret, "rb").read())
for certificate in ([it.cert] if it.cert else []) + it.additional_certs:
    print(hashlib.sha1(certificate.certificate.public_bytes(Encoding.DER)).hexdigest().upper())
print("keys", 1 if it.key else 0)
`;

export const pyca: Reader = {
  name: "pyca",
  version: (workshop) =>
    `cryptography ${workshop.run("python3", ["-c", "import cryptography as it; print(it.__version__)"]).trim()}`,
  read(workshop, path, password) {
    const secret = workshop.passwordFile(password ?? "");
    const lines = workshop.run("python3", ["-c", script, path, secret]).trim().split("\n");
    return {
      thumbprints: lines.filter((line) => /^[0-9A-F]{40}$/.test(line)),
      inFileOrder: false,
      keys: Number(lines.at(-1)?.split(" ")[1]),
    };
  },
};
