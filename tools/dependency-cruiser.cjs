/**
 * The import rule: the rooms of src/ in the order of the data, each with what it may import and nothing else.
 * Type imports count. `errors`, `limits` and `bytes` are open to every room above them.
 * Proved by test/package/import-rule.test.ts, which has a case to catch for each rule.
 */

const floor = ["errors", "limits", "bytes"];

/**
 * Five files below that every room above needs by name: what kind of file it is, what an OID is called, which WebCrypto
 * does the work, where random octets come from, how well a fact is known. Open to the rooms from credential upwards; the
 * rest of asn1, crypto and readers is not.
 */
const vocabulary = [
  "^src/sniff/file-kind\\.ts$",
  "^src/asn1/oids\\.ts$",
  "^src/crypto/provider\\.ts$",
  "^src/crypto/random\\.ts$",
  "^src/readers/evidence\\.ts$",
];

/** Room -> rooms and packages that it may import. `errors` and `limits` are single files. */
const rooms = {
  errors: { rooms: [], packages: [] },
  limits: { rooms: [], packages: [] },
  bytes: { rooms: ["errors"], packages: [] },
  asn1: { rooms: [...floor], packages: ["asn1js"] },
  sniff: { rooms: [...floor], packages: [] },
  crypto: { rooms: [...floor], packages: ["@noble/hashes", "@noble/ciphers"] },
  // asn1js and pkijs build and sign certificates; nothing of theirs leaves the function that made it.
  x509: { rooms: [...floor, "asn1", "crypto"], packages: ["@noble/curves", "asn1js", "pkijs"] },
  pkcs12: { rooms: [...floor, "asn1", "crypto"], packages: [] },
  credential: { rooms: [...floor, "sniff", "x509", "pkcs12"], packages: [], also: vocabulary },
  readers: { rooms: [...floor, "x509", "pkcs12", "credential"], packages: [], also: vocabulary },
  findings: { rooms: [...floor, "sniff", "x509", "pkcs12", "credential", "readers"], packages: [], also: vocabulary },
  graph: { rooms: [...floor, "credential", "x509", "pkcs12"], packages: [], also: [...vocabulary, "^spec/"] },
  audit: { rooms: [...floor, "graph", "x509"], packages: [], also: vocabulary },
  rollover: { rooms: [...floor, "audit", "graph", "credential", "x509"], packages: [], also: vocabulary },
  preflight: {
    rooms: [...floor, "sniff", "findings", "readers", "graph", "credential", "x509"],
    packages: [],
    also: vocabulary,
  },
  // The judge and the accused: both use the toolkit, neither uses the other.
  mock: { rooms: [...floor, "graph", "credential", "x509", "pkcs12"], packages: [], also: vocabulary },
  contract: {
    rooms: [...floor, "graph", "x509", "pkcs12"],
    packages: ["fast-check", "fast-xml-parser"],
    // Keys and PFX files are known by their looks where they must not be written.
    also: [...vocabulary, "^spec/", "^src/sniff/der-shape\\.ts$"],
  },
  // The contract as tests, for those who have Vitest: its types bring Node's along, so that it is compiled apart.
  vitest: {
    rooms: [...floor, "contract"],
    packages: ["vitest"],
    also: [...vocabulary, "^src/graph/openapi\\.generated\\.ts$"],
  },
  web: { rooms: ["mock", "contract"], packages: [], also: ["^src/index\\.ts$"] },
};

/** The command line and the server: every room, Node's modules and the terminal's packages. */
const terminalPackages = [
  "commander",
  "picocolors",
  "@inquirer/password",
  "piscina",
  "cli-progress",
  "junit-report-builder",
  "@hono/node-server",
];

/** What users start from, and the worker that is started by its address: everything in src/ must be led to by one of these. */
const entries = [
  "^src/(index|create)\\.ts$",
  "^src/[^/]+/index\\.ts$",
  "^src/node/cli/(main|preflight-worker)\\.ts$",
  "^src/web/page\\.ts$",
];

const roomPattern = (name) => `^src/${name}(\\.ts$|/)`;
const packagePattern = (name) => `^node_modules/${name}/`;

const roomRules = Object.entries(rooms).map(([name, allowed]) => ({
  name: `room-${name}`,
  comment: `${name} may import only: ${[...allowed.rooms, ...allowed.packages].join(", ") || "nothing"}`,
  severity: "error",
  from: { path: roomPattern(name) },
  to: {
    pathNot: [
      roomPattern(name),
      ...allowed.rooms.map(roomPattern),
      ...allowed.packages.map(packagePattern),
      ...(allowed.also ?? []),
    ],
  },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: "room-node",
      comment: "node may import every room but web and vitest, node:* and the terminal's packages",
      severity: "error",
      from: { path: "^src/node/" },
      to: {
        dependencyTypesNot: ["core"],
        pathNot: ["^src/(?!(web|vitest)/)", ...terminalPackages.map(packagePattern), packagePattern("@types/sarif")],
      },
    },
    {
      name: "entry",
      comment: "an entry re-exports browser-safe rooms",
      severity: "error",
      from: { path: "^src/(index|create)\\.ts$" },
      to: { pathNot: ["^src/(?!(node|web|mock|contract|vitest)/)"] },
    },
    {
      name: "unknown-room",
      comment: "a new room needs a line in this table",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: ["^src/(index|create)\\.ts$", "^src/node/", ...Object.keys(rooms).map(roomPattern)],
      },
      to: {},
    },
    {
      name: "no-import-of-index",
      comment: "a room reaches another by file, not by its index.ts, which is for users (the page is one)",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/web/" },
      to: { path: ["^src/(index|create)\\.ts$", "^src/[^/]+/index\\.ts$"] },
    },
    {
      name: "no-cycle",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphan",
      comment: "a module that no entry leads to is dead",
      severity: "error",
      from: { path: entries },
      to: { path: "^src/", pathNot: [...entries, "\\.d\\.ts$"], reachable: false },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "tools-apart-from-tests",
      severity: "error",
      from: { path: "^tools/" },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^dist/", "^test/package/fixtures/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".js", ".json", ".d.ts"],
      mainFields: ["module", "main", "types"], // a package may hold types only
    },
    moduleSystems: ["es6"],
  },
};
