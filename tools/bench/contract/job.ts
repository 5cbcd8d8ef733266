/** What the processes of the HAR cases are asked, and what they answer. */

/** Names of the rows: each is the count of entries. */
export const FEW_ENTRIES = "1,000 entries";
export const MANY_ENTRIES = "10,000 entries";

/** The one argument of the process, as JSON. The password of the files is in its environment. */
export type HarJob =
  | {
      readonly kind: "make";
      /** Folder of the built entries. */
      readonly dist: string;
      /** Where to write. */
      readonly path: string;
      readonly entries: number;
      /** PFX files to upload in turn. */
      readonly files: readonly string[];
    }
  | {
      readonly kind: "check";
      readonly dist: string;
      readonly path: string;
      /** True: collects garbage again and again to see what is alive, which takes time. */
      readonly watchesHeap: boolean;
    };

/** What a check prints as JSON. */
export interface HarCheck {
  readonly ms: number;
  /** The most that was alive on the heap at any time, in bytes; 0 where it was not watched. */
  readonly heapBytes: number;
  readonly entries: number;
  /** Of a sound mock: none. */
  readonly failures: readonly string[];
}
