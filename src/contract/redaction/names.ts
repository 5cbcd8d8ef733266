/** Whose traffic it was: GUIDs, hosts, addresses and names become others, the same ones become the same others. */
import { createSearch } from "./search.js";

/** Pseudonyms of what identifies. */
export interface Names {
  /** GUIDs, hosts of addresses, mail addresses, and names that have been seen in their members. */
  readonly text: (text: string) => string;
  /** GUIDs alone: in paths. */
  readonly guids: (text: string) => string;
  /** With a port, if it has one. */
  readonly host: (host: string) => string;
  /** The value of a member that names somebody or something. */
  readonly name: (text: string) => string;
}

/** Members whose value is a name, in lower case. */
const MEMBERS = new Set([
  "appdisplayname",
  "description",
  "displayname",
  "mailnickname",
  "notes",
  "publishername",
  "username",
  "userprincipalname",
]);

/** Whether a member holds a name. */
export function isNameMember(name: string): boolean {
  return MEMBERS.has(name.toLowerCase());
}

const GUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
/** The nil and the max GUID (RFC 9562 section 5.9), and those that Microsoft's own applications have in every tenant. */
const KNOWN = /^(?:0{8}-(?:0{4}-){3}0{12}|f{8}-(?:f{4}-){3}f{12}|[0-9a-f]{8}-0000-0000-c000-000000000000)$/;
const PORT = /:\d+$/;
/** Hosts that are the same for everybody; names for examples and tests (RFC 2606, RFC 6761); this machine. */
const KNOWN_HOST =
  /^(?:(?:.*\.)?microsoft\.(?:com|us)|login\.microsoftonline\.(?:com|us|de)|login\.partner\.microsoftonline\.cn|microsoftgraph\.chinacloudapi\.cn|(?:sts|graph)\.windows\.net|(?:.*\.)?example(?:\.(?:com|net|org))?|(?:.*\.)?(?:test|invalid|localhost)|127(?:\.\d+){3}|\[::1\])$/i;
const ADDRESS = /(https?:\/\/)([^\s/?#"'<>\\]+)/gi;
const MAIL = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g;
const TENANT_HOST =
  /\b[\w-]+(?:\.[\w-]+)*\.(?:onmicrosoft|b2clogin|ciamlogin|onmschina|sharepoint)\.(?:com|us|de|cn)\b/gi;
/** A distinguished name stays: it stands in the certificate too, which stays as it is. */
const DISTINGUISHED = /^\s*(?:CN|O|OU|C|L|ST|DC|E|UID|SERIALNUMBER|\d[\d.]*)\s*=/i;
const PSEUDONYM = /^\[?(?:name|mail) \d+\]?$/;
const LEAST_CHARACTERS = 6;

/** Names of nobody yet. */
export function createNames(): Names {
  const guidOf = numbered((count) => `0a0a0a0a-0000-4000-8000-${count.toString(16).padStart(12, "0")}`);
  const hostOf = numbered((count) => `host-${count}.example`);
  const nameOf = numbered((count) => `[name ${count}]`);
  const mailOf = numbered((count) => `user-${count}@mail.example`);
  const search = createSearch<string>();
  const searched = new Set<string>();

  const guids: Names["guids"] = (text) =>
    text.replaceAll(GUID, (found) => {
      const lower = found.toLowerCase();
      if (KNOWN.test(lower)) return found;
      const other = guidOf(lower);
      return found === lower ? other : other.toUpperCase();
    });
  const host: Names["host"] = (found) => {
    const plain = found.replace(PORT, "");
    return KNOWN_HOST.test(plain) ? found : hostOf(plain.toLowerCase()) + (PORT.exec(found)?.[0] ?? "");
  };
  const name: Names["name"] = (found) => {
    if (found === "" || DISTINGUISHED.test(found) || PSEUDONYM.test(found)) return found;
    if (found.length >= LEAST_CHARACTERS && !searched.has(found)) {
      searched.add(found);
      search.add(found, nameOf(found));
    }
    return nameOf(found);
  };
  const text: Names["text"] = (found) => {
    let at = 0;
    const parts = (DISTINGUISHED.test(found) ? [] : search.find(found)).map(({ start, end, value }) => {
      const part = found.slice(at, start) + value;
      at = end;
      return part;
    });
    const named = parts.join("") + found.slice(at);
    return guids(named)
      .replaceAll(MAIL, (it) => (KNOWN_HOST.test(it.replace(/^.*@/, "")) ? it : mailOf(it.toLowerCase())))
      .replaceAll(ADDRESS, (_, scheme: string, it: string) => scheme + host(it))
      .replaceAll(TENANT_HOST, host);
  };
  return { text, guids, host, name };
}

/** A pseudonym for each value, counted from 1. */
function numbered(write: (count: number) => string): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const found = known.get(value) ?? write(known.size + 1);
    known.set(value, found);
    return found;
  };
}
