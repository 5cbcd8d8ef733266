/** What a body is found to be, in words: one finding a fault, at the place where it is. */

export interface SchemaFinding {
  /** JSON pointer (RFC 6901) into the body; `""` is the body. A missing member is found at the object that lacks it. */
  readonly pointer: string;
  /** Begins with a verb: `must be string`. Never shows the value. */
  readonly message: string;
  /** Keyword of JSON Schema; `unknown-member`, `status` and `body` are our own. */
  readonly keyword: string;
  /** `drift`: the contract is older than the service; nothing is wrong with the body. */
  readonly kind: "violation" | "drift";
}

/** An error as the generated validators give it (Ajv's ErrorObject without text). */
export interface ValidatorError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** These say only that one of the others is there. */
const ECHOES: ReadonlySet<string> = new Set(["if", "allOf"]);

/** One finding for each fault: what two schemas say of one place is said once. */
export function toFindings(errors: readonly ValidatorError[]): SchemaFinding[] {
  const found = new Map<string, SchemaFinding>();
  for (const { instancePath, keyword, params } of errors) {
    if (ECHOES.has(keyword)) continue;
    const message = describe(keyword, params);
    found.set(`${instancePath} ${keyword} ${message}`, { pointer: instancePath, message, keyword, kind: "violation" });
  }
  return [...found.values()];
}

const list = (values: unknown): string => (Array.isArray(values) ? values : [values]).join(", ");

function describe(keyword: string, params: ValidatorError["params"]): string {
  switch (keyword) {
    case "type":
      return `must be ${Array.isArray(params["type"]) ? params["type"].join(" or ") : params["type"]}`;
    case "required":
      return `must have the member ${params["missingProperty"]}`;
    case "enum":
      return `must be one of ${list(params["allowedValues"])}`;
    case "const":
      return `must be ${list(params["allowedValue"])}`;
    case "format":
      return `must be a ${params["format"]}`;
    case "pattern":
      return `must match ${params["pattern"]}`;
    case "minimum":
    case "maximum":
      return `must be ${params["comparison"]} ${params["limit"]}`;
    case "minLength":
    case "maxLength":
    case "minItems":
    case "maxItems":
      return `must have ${keyword} ${params["limit"]}`;
    case "uniqueItems":
      return "must not repeat an item";
    default:
      return `must match ${keyword}`;
  }
}
