/** What the processes of these cases are asked, and what they answer. */

/** Names of the rows. */
export const FEW_ENTRIES = "1,000 entries";
export const MANY_ENTRIES = "10,000 entries";
export const SEQUENCES = "1,000 sequences";
export const WHOLE_SUITE = "the whole suite, 20 draws of each kind";

/** The one argument of the process, as JSON. The password of the files is in its environment. */
export type ContractJob =
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
    }
  | {
      readonly kind: "run";
      readonly dist: string;
      /** Ids of drawn scenarios; absent: the whole suite. */
      readonly scenarios?: readonly string[];
      /** Of each drawn scenario. */
      readonly draws: number;
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

/** What a run of the suite prints as JSON. */
export interface SuiteRun {
  readonly ms: number;
  readonly requests: number;
  /** Of a sound mock: none. */
  readonly failures: readonly string[];
}
