/** How much a page loads for opening a PFX: bundled as check-package does, minified and gzipped at level 9. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { judgeBundle } from "../check-package/bundle.js";
import type { Row } from "./row.js";
import { summarize } from "./statistics.js";
import type { Workbench } from "./workbench.js";

/** Names of the rows. */
export const READER_BUNDLE = "graph-certkit/pkcs12";
export const WHOLE_BUNDLE = "graph-certkit";
export const FORGE_BUNDLE = "node-forge/lib/pkcs12";
export const PKIJS_BUNDLE = "pkijs, what opens a PFX";

/** Of pkijs only what its way of opening takes (opening/pkijs.ts), so that the rest of it is shaken off. */
const PKIJS_PATH = 'export { CertBag, ContentInfo, CryptoEngine, PFX, PKCS8ShroudedKeyBag } from "pkijs";\n';

/** Bundles this project's two entries and the peers' ways of opening a PFX. */
export async function measureBundles({ root, inside }: Workbench): Promise<readonly Row[]> {
  writeFileSync(resolve(inside, "pkijs-path.js"), PKIJS_PATH);
  const size = async (name: string, entry: string, folder: string): Promise<Row> => {
    const rule = { entry, packages: [], mustNotAppear: [], gzipBytes: Number.POSITIVE_INFINITY };
    return { name, spread: summarize([(await judgeBundle(rule, "graph-certkit", folder)).gzipBytes]) };
  };
  return [
    await size(READER_BUNDLE, "graph-certkit/pkcs12", root),
    await size(WHOLE_BUNDLE, "graph-certkit", root),
    await size(FORGE_BUNDLE, "node-forge/lib/pkcs12.js", inside),
    await size(PKIJS_BUNDLE, "./pkijs-path.js", inside),
  ];
}
