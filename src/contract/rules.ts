/** All rules, in the order in which they are told. */
import type { Rule } from "./rule.js";
import { lifecycle } from "./rules/c1-lifecycle.js";
import { noPkcs12 } from "./rules/c2-no-pkcs12.js";
import { listGrows } from "./rules/c3-list-grows.js";
import { connectorThumbprint } from "./rules/c4-thumbprint.js";
import { validity } from "./rules/c5-validity.js";
import { active } from "./rules/c6-active.js";
import { rejection } from "./rules/c7-rejection.js";
import { dresses } from "./rules/c8-dresses.js";
import { patchReplaces } from "./rules/c9-patch-replaces.js";
import { sameTwice } from "./rules/c10-same-twice.js";
import { removeOne } from "./rules/c11-remove-one.js";
import { spelling } from "./rules/c12-spelling.js";
import { mediaType } from "./rules/e1-media-type.js";
import { requestId } from "./rules/e2-request-id.js";
import { errorEnvelope } from "./rules/e3-error-envelope.js";
import { clientFaults } from "./rules/e4-client-faults.js";
import { context } from "./rules/e5-context.js";
import { odataType } from "./rules/e6-odata-type.js";
import { undeclaredMembers } from "./rules/e7-undeclared-members.js";
import { schema } from "./rules/e8-schema.js";
import { noSecrets } from "./rules/e9-no-secrets.js";
import { paging } from "./rules/e10-paging.js";
import { location } from "./rules/e11-location.js";
import { cors } from "./rules/e12-cors.js";
import { mintedCertificate } from "./rules/s1-certificate.js";
import { mintedThumbprint } from "./rules/s2-thumbprint.js";
import { mintedIdentifier } from "./rules/s3-identifier.js";
import { subject } from "./rules/s4-subject.js";
import { dates } from "./rules/s5-dates.js";
import { keyIds } from "./rules/s6-key-ids.js";
import { threeEntries } from "./rules/s7-three-entries.js";
import { keysShown } from "./rules/s8-keys-shown.js";
import { secretsOnce } from "./rules/s9-secrets-once.js";
import { rollover } from "./rules/s10-rollover.js";
import { removal } from "./rules/s11-removal.js";
import { omission } from "./rules/s12-omission.js";
import { refusals } from "./rules/s13-refusals.js";
import { contradictions } from "./rules/s14-contradictions.js";
import { byAppId } from "./rules/s15-by-app-id.js";
import { settling } from "./rules/t1-settling.js";
import { appears } from "./rules/t2-appears.js";
import { retryAfter } from "./rules/t3-retry-after.js";
import { noDouble } from "./rules/t4-no-double.js";
import { conditional } from "./rules/t5-conditional.js";
import { otherMethods } from "./rules/t6-other-methods.js";
import { parallel } from "./rules/t7-parallel.js";
import { batch } from "./rules/t8-batch.js";

/** The rules; their ids are unique. */
export const RULES: readonly Rule[] = [
  mediaType,
  requestId,
  errorEnvelope,
  clientFaults,
  context,
  odataType,
  undeclaredMembers,
  schema,
  noSecrets,
  paging,
  location,
  cors,
  lifecycle,
  noPkcs12,
  listGrows,
  connectorThumbprint,
  validity,
  active,
  rejection,
  dresses,
  patchReplaces,
  sameTwice,
  removeOne,
  spelling,
  mintedCertificate,
  mintedThumbprint,
  mintedIdentifier,
  subject,
  dates,
  keyIds,
  threeEntries,
  keysShown,
  secretsOnce,
  rollover,
  removal,
  omission,
  refusals,
  contradictions,
  byAppId,
  settling,
  appears,
  retryAfter,
  noDouble,
  conditional,
  otherMethods,
  parallel,
  batch,
];
