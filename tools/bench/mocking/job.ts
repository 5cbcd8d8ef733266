/** What the bench and the process that measures the mock tell each other. */
import type { Row } from "../row.js";

/** Names of the rows. */
export const GET_CONNECTOR = "GET of a connector";
export const GET_CERTIFICATES = "GET of a servicePrincipal with its certificates";
export const UPLOAD_3DES = "upload of a file under 3DES";
export const UPLOAD_AES = "upload of a file under AES-256";
export const FEW = "among 100 objects";
export const MANY = "among 100,000 objects";
export const OURS = "graph-certkit mock";
export const PRISM = "Prism 5.14.2";

/** A mock in the measuring process itself, or servers that it sends requests to. */
export type Mocking =
  | { readonly kind: "get" | "many-get" | "many-list" }
  | { readonly kind: "upload"; readonly files: Readonly<Record<string, string>> }
  | { readonly kind: "http"; readonly method: "GET" | "POST"; readonly servers: Readonly<Record<string, string>> };

/** The one argument of the measuring process, as JSON. The password of files is in its environment. */
export interface MockingJob {
  /** Entry of the built mock. */
  readonly entry: string;
  readonly mocking: Mocking;
  /** Measurements of each row; absent: as many as steady the medians. */
  readonly rounds?: number;
}

/** What it prints as JSON. */
export type MockingResult = readonly Row[];
