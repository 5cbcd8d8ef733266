/** Files for the rule of this name. */
import type { CaughtCase, RuleCases } from "../rule-case.js";
import { LEAF_AT, strangers, withLeaf } from "../sample-credentials.js";
import { warning } from "../sample-files.js";

/** For token signing, from one time to the other. */
function valid(name: string, notBefore: string, notAfter: string): Omit<CaughtCase, "says"> {
  return { name, target: "token-signing", file: withLeaf({ notBefore, notAfter }) };
}

const says = warning(LEAF_AT);

export const cases: RuleCases = {
  catches: [
    { ...valid("three years, ten minutes and a second", "20250701000000Z", "20280701001001Z"), says },
    { ...valid("ten years", "20250101000000Z", "20350101000000Z"), says },
    { ...valid("29 February to 1 March", "20240229120000Z", "20270301000000Z"), says },
    { ...valid("29 February to a second too late", "20240229120000Z", "20270228121001Z"), says },
    { ...valid("1 March to 2 March", "20250301000000Z", "20280302000000Z"), says },
  ],
  leaves: [
    valid("three years", "20250701000000Z", "20280701000000Z"),
    valid("three years and ten minutes, as Graph makes them", "20230807165006Z", "20260807170006Z"),
    valid("three years over a 29 February", "20250301000000Z", "20280301000000Z"),
    valid("29 February to 28 February", "20240229120000Z", "20270228120000Z"),
    valid("31 December", "20241231235959Z", "20271231235959Z"),
    valid("a day", "20260601000000Z", "20260602000000Z"),
    {
      name: "ten years for a connector",
      file: withLeaf({ notBefore: "20250101000000Z", notAfter: "20350101000000Z" }),
    },
    {
      name: "ten years for a reader",
      target: "node-20",
      file: withLeaf({ notBefore: "20250101000000Z", notAfter: "20350101000000Z" }),
    },
    { ...strangers({ notAfter: "20350101000000Z" }), target: "token-signing" },
  ],
};
