/** What OData wraps around resources. */

/** A resource with the annotation that says what it is (OData JSON Format 4.01 section 4.5.1). */
export type WithContext<Resource> = { readonly "@odata.context": string } & Resource;

/** Service root of the global cloud; other clouds have other hosts and the same fragments. */
export const GRAPH_V1_ROOT = "https://graph.microsoft.com/v1.0";

/**
 * The context URL of an answer.
 * @param fragment - such as `identity/apiConnectors/$entity`
 */
export function contextUrl(fragment: string, root: string = GRAPH_V1_ROOT): string {
  return `${root}/$metadata#${fragment}`;
}
