/** Which of the named defects are switched on. */

/** Asked by name; the names and what they do are listed in FAULTS. */
export interface FaultSet {
  readonly has: (name: string) => boolean;
}

/** No defect: the mock as it should be. */
export const NO_FAULTS: FaultSet = { has: () => false };
