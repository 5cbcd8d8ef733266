/** `expect(response).toSatisfyGraph(operationId)`. */
import { expect } from "vitest";
import { defaultProvider } from "../crypto/provider.js";
import type { OperationId } from "../graph/openapi.generated.js";
import type { AnswerFinding, GraphAnswer } from "./judge-response.js";
import { judgeAnswer } from "./judge-response.js";

declare module "vitest" {
  interface Matchers<T> {
    /**
     * Holds an answer against the contract of its operation; must be awaited. A Response (its body is read from a clone)
     * or `{ status, body }`.
     *
     * Judged is what one answer says of itself: media type of a Response (E1), error envelope (E3), `@odata.context` (E5)
     * and `@odata.type` (E6), the body's type (E8), that no PFX comes back (C2), NumericDates (C5), and of a minted
     * certificate its soundness, thumbprint and identifier (S1 to S3). Members that nobody declared (E7) do not fail. Not
     * judged is what needs the request or other answers: that is `describeGraphContract`'s.
     */
    toSatisfyGraph: (operationId: T extends GraphAnswer ? OperationId : never) => Promise<void>;
  }
}

/** What a matcher gives back to Vitest. */
interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** For `expect.extend`, also of other instances of Vitest's `expect`. */
export const graphMatchers: {
  readonly toSatisfyGraph: (answer: unknown, operationId: string) => Promise<Verdict>;
} = {
  toSatisfyGraph: async (answer, operationId) => {
    const found = await judgeAnswer(operationId, answer, defaultProvider());
    const failures = found.filter(isFailure);
    const pass = failures.length === 0;
    const message = (): string =>
      pass
        ? `expected an answer that breaks the contract of ${operationId}, got one that keeps it`
        : [`expected an answer that keeps the contract of ${operationId}`, ...found.map(describe)].join("\n\n");
    return { pass, message };
  },
};

/** Makes `toSatisfyGraph` known to Vitest's `expect`; importing this entry does not. Once a test file, or in a set-up file. */
export function installGraphMatchers(): void {
  expect.extend({ ...graphMatchers });
}

/** Of whom the answer is, nobody knows: what is only supposed fails a mock alone, and is noted here. */
const isFailure = ({ result }: AnswerFinding): boolean => result.status === "fail" && result.isSupposed !== true;

function describe(finding: AnswerFinding): string {
  const { rule, title, source, result } = finding;
  const { pointer, expected, actual } = result;
  return [
    `${rule} ${title}${isFailure(finding) ? "" : " (noted, no failure)"}`,
    `  why      ${source}`,
    `  at       ${pointer === "" ? "the whole answer" : pointer}`,
    `  expected ${JSON.stringify(expected ?? null)}`,
    `  actual   ${JSON.stringify(actual ?? null)}`,
  ].join("\n");
}
