/** Behaviours of applications and servicePrincipals as such. */
import type { Behaviour } from "./behaviour.js";
import { inArea } from "./behaviour.js";

export const DIRECTORY_BEHAVIOURS: readonly Behaviour[] = inArea("directory", [
  {
    id: "application",
    what: "POST makes an application with an appId of its own; it can be read, listed and deleted.",
    evidence: "documented",
    source: "page Create application",
    difference: "has many more members, and PATCH; applications here only lead to servicePrincipals",
  },
  {
    id: "application-deletion",
    what: "Deleting an application deletes its servicePrincipal.",
    evidence: "documented",
    source: "page Delete application",
  },
  {
    id: "deleted-items",
    what: "Deleted applications and servicePrincipals are read by id in directory/deletedItems, and listed there by type.",
    evidence: "documented",
    source: "pages Get and List deletedItems; outside the OpenAPI slice",
    difference: "restores them, and forgets them after 30 days; here the latest thousand of each type stay",
  },
  {
    id: "deleted-with-application",
    what: "The servicePrincipal that goes with its application goes to directory/deletedItems too.",
    evidence: "documented",
    source: "Entra page Restore an enterprise application",
  },
  {
    id: "deleted-for-good",
    what: "DELETE in directory/deletedItems is answered 204 and is for good: the next one, and a read, 404.",
    evidence: "documented",
    source: "page Permanently delete an item; outside the OpenAPI slice",
    difference: "may say it in other words than those of a missing entity, a guess here",
  },
  {
    id: "principal-of-application",
    what: "A servicePrincipal is made of an appId that an application here has; else 400 (unknownAppId: refuse).",
    evidence: "third-party",
    source: "msgraph-sdk-powershell#846",
    difference: "makes one of an application of another tenant: unknownAppId: create",
    option: "unknownAppId",
    errors: ["noApplication"],
  },
  {
    id: "principal-once",
    what: "A second servicePrincipal of the same appId is answered 409.",
    evidence: "third-party",
    source: "reliable-web-app-pattern-java#185",
    errors: ["principalExists"],
  },
  {
    id: "principal-by-app-id",
    what: "A servicePrincipal and an application are found by id and by (appId='…') alike.",
    evidence: "documented",
    source: "reference pages; alternate key in the v1.0 metadata",
  },
  {
    id: "principal-members",
    what: "The writable members of the metadata that single sign-on needs are kept as they come, and start null or empty.",
    evidence: "documented",
    source: "v1.0 metadata",
    difference: "has more members, and checks what they say",
  },
  {
    id: "read-only-members",
    what: "Members that cannot be written, and another appId, are answered 400.",
    evidence: "documented",
    source: "page servicePrincipal: read-only; the text is the mock's",
    errors: ["readOnlyMember"],
  },
]);
