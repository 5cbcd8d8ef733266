/** What an https server on this machine shows: a certificate for its names, and the CA that clients are to trust. */
import { isIP } from "node:net";
import type { CryptoProvider } from "../../crypto/provider.js";
import { defaultProvider } from "../../crypto/provider.js";
import type { RandomSource } from "../../crypto/random.js";
import { generateSigningKey } from "../../x509/generate-key.js";
import { createIssued } from "../../x509/issued-certificate.js";
import type { ServerName } from "../../x509/server-auth-extensions.js";
import { caExtensions, serverAuthExtensions } from "../../x509/server-auth-extensions.js";

/** A server's half of TLS, and what its clients need. */
export interface TlsCertificate {
  /** PKCS#8 in PEM: secret, for this process only. */
  readonly key: string;
  /** The server's certificate in PEM. */
  readonly cert: string;
  /** The CA's certificate in PEM: what NODE_EXTRA_CA_CERTS and curl's --cacert take. */
  readonly ca: string;
}

/** What {@link mintTlsCertificate} works with. */
export interface TlsCertificateOptions {
  readonly now: Date;
  readonly random: RandomSource;
  /** Host name or IP address beside localhost, 127.0.0.1 and ::1. */
  readonly host?: string | undefined;
  readonly provider?: CryptoProvider | undefined;
}

const LOOPBACK: readonly string[] = ["localhost", "127.0.0.1", "::1"];

const DAY_MS = 86_400_000;
/** Apple's systems take no longer one from a server; a day back is for clocks that are behind. */
const VALIDITY_DAYS = 397;

/**
 * Makes a CA and lets it issue one certificate. The CA's key is dropped here: whoever trusts the CA trusts this one
 * server and nothing that may be signed later. Keys are P-256.
 * @throws {RangeError} naming `host` where it is neither a host name in ASCII nor an IP address
 */
export async function mintTlsCertificate(options: TlsCertificateOptions): Promise<TlsCertificate> {
  const { now, random, host, provider = defaultProvider() } = options;
  const hosts = host === undefined || isWildcard(host) ? LOOPBACK : [...new Set([...LOOPBACK, host])];
  const names = hosts.map(toServerName);
  const [ca, server] = await Promise.all([
    generateSigningKey("ec-p256", provider),
    generateSigningKey("ec-p256", provider),
  ]);
  const issuer = { text: "graph-certkit mock CA", stringType: "UTF8String" } as const;
  const validity = {
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + VALIDITY_DAYS * DAY_MS),
  };
  const caDer = await createIssued(
    ca,
    {
      ...validity,
      issuer,
      subject: issuer,
      spki: ca.spki,
      serialNumber: newSerialNumber(random),
      extensions: caExtensions(ca.spki),
    },
    provider,
  );
  const serverDer = await createIssued(
    ca,
    {
      ...validity,
      issuer,
      subject: { text: "graph-certkit mock", stringType: "UTF8String" },
      spki: server.spki,
      serialNumber: newSerialNumber(random),
      extensions: serverAuthExtensions(names, server.spki, ca.spki),
    },
    provider,
  );
  return {
    key: toPem("PRIVATE KEY", server.pkcs8),
    cert: toPem("CERTIFICATE", serverDer),
    ca: toPem("CERTIFICATE", caDer),
  };
}

/** Whether an address stands for every address of the machine: no client asks for it by that name. */
export function isWildcard(host: string): boolean {
  return isIP(host) === 6 ? ipv6Octets(host).every((octet) => octet === 0) : host === "0.0.0.0";
}

function toServerName(host: string): ServerName {
  const version = isIP(host);
  if (version === 4) return { kind: "ip", octets: Uint8Array.from(host.split("."), Number) };
  if (version === 6) return { kind: "ip", octets: ipv6Octets(host) };
  if (/^[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?$/i.test(host)) return { kind: "dns", name: host };
  throw new RangeError(`"host" expected a host name or an IP address, got ${host}`);
}

/** @param host - what `isIP` calls version 6 */
function ipv6Octets(host: string): Uint8Array {
  // URL writes it in hexadecimal groups with one "::" at most (WHATWG URL section 3.6), also where it ends in dots.
  const text = new URL(`http://[${host.replace(/%.*$/, "")}]/`).hostname.slice(1, -1);
  const [head = "", tail] = text.split("::");
  const groups = (part: string | undefined): number[] =>
    part === undefined || part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  const front = groups(head);
  const back = groups(tail);
  const middle = new Array<number>(8 - front.length - back.length).fill(0);
  return Uint8Array.from([...front, ...middle, ...back].flatMap((group) => [group >> 8, group & 0xff]));
}

/** 16 octets, positive and in the shortest form: the first is neither over 0x7f nor zero. */
function newSerialNumber(random: RandomSource): Uint8Array {
  const octets = Uint8Array.from(random(16));
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40;
  return octets;
}

function toPem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}
