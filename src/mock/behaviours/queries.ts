/** Behaviours of lists, query options and batches. */
import type { Behaviour } from "./behaviour.js";
import { inArea } from "./behaviour.js";

export const QUERY_BEHAVIOURS: readonly Behaviour[] = inArea("queries", [
  {
    id: "select",
    what: "$select leaves the named members; a name that a closed type does not have is answered 400.",
    evidence: "standard",
    source: "OData URL conventions 4.01 section 5.1.4; the text is that of the OData library",
    difference: "passes over unknown names at some services",
    errors: ["unknownProperty"],
  },
  {
    id: "filter",
    what: "$filter takes eq and startswith on id, appId and displayName, joined by and; case does not count. Else 400.",
    evidence: "documented",
    source: "page on advanced queries, for servicePrincipals and applications: the code too; the text is the mock's",
    difference: "takes much more, and for connectors documents no $filter",
    errors: ["badFilter"],
  },
  {
    id: "paging",
    what: "Pages have 100 objects, $top at most 999; @odata.nextLink is absolute and is used as it is.",
    evidence: "documented",
    source: "page on paging; reference pages of the lists; the answer to a bad $top is the mock's",
    difference: "does not document the pages of connectors",
    errors: ["badOption"],
  },
  {
    id: "order",
    what: "Lists are in the order of creation; $orderby is answered 400.",
    evidence: "third-party",
    source: "microsoft-graph-docs#13762: the answer; the order is the mock's own",
    difference: "promises no order, and sorts under ConsistencyLevel: eventual",
    errors: ["sorting"],
  },
  {
    id: "count",
    what: "Counting the directory's objects needs ConsistencyLevel: eventual; without it $count=true is passed over.",
    evidence: "documented",
    source: "page on advanced queries; what happens without the header is a guess",
    errors: ["countNeedsHeader"],
  },
  {
    id: "other-options",
    what: "$search, $skip, $format and, but for the configuration of a user flow, $expand are answered 400.",
    evidence: "hypothesis",
    source: "the mock's own limit",
    difference: "takes some of them",
    errors: ["unknownOption"],
  },
  {
    id: "batch",
    what: "$batch takes 1 to 20 requests, each answered as if it had come alone, in one answer with status 200.",
    evidence: "documented",
    source: "page on JSON batching; the texts are the mock's",
    errors: ["batchSize", "batchRequest"],
  },
  {
    id: "batch-dependencies",
    what: "A request of a batch waits for those it depends on, and is answered 424 where one of them failed.",
    evidence: "documented",
    source: "page on JSON batching",
    errors: ["batchDependency"],
  },
]);
