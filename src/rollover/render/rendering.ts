/** What a renderer makes of a plan: one text that holds no secret, and the bodies beside it. */
import type { ChangeStep, RolloverPhase, RolloverPlan, RolloverStep } from "../step.js";

/** A file that a script reads; its name is a plain one, without folders. */
export interface RolloverFile {
  readonly name: string;
  readonly content: string;
  /** True for a private key and its password: to be kept from others, and deleted when it was sent. */
  readonly isSecret: boolean;
}

/** The name of the file that holds the body of a step. */
export function bodyFileName({ id }: ChangeStep): string {
  return `${id}.json`;
}

/** The name of the file that holds the new certificate, for those who have to be told. */
export const CERTIFICATE_FILE = "new-certificate.pem";

/** The name of the file that holds it as SAML metadata has it. */
const KEY_DESCRIPTOR_FILE = "key-descriptor.xml";

/** The bodies of the plan's changes in order, and the certificate to hand over, in two forms. ASCII: no tool can take them for another text. */
export function planFiles({ steps }: RolloverPlan): readonly RolloverFile[] {
  return steps.flatMap((step): readonly RolloverFile[] => {
    if (step.kind === "tell") {
      const { pem, keyDescriptor } = step.certificate;
      return [
        { name: CERTIFICATE_FILE, content: pem, isSecret: false },
        { name: KEY_DESCRIPTOR_FILE, content: `${keyDescriptor}\n`, isSecret: false },
      ];
    }
    if (step.kind !== "change") return [];
    const content = `${toAscii(JSON.stringify(step.request.body, undefined, 2))}\n`;
    return [{ name: bodyFileName(step), content, isSecret: step.request.isSecret }];
  });
}

/** The phases that a plan has, in order, each with its steps. */
export function planPhases({ steps }: RolloverPlan): readonly (readonly [RolloverPhase, readonly RolloverStep[]])[] {
  return (["add", "activate", "remove"] as const)
    .map((phase) => [phase, steps.filter((step) => step.phase === phase)] as const)
    .filter(([, ofPhase]) => ofPhase.length > 0);
}

/** What the head of a script says, a line each. */
export function describePlan({ servicePrincipal, adding, removing, notes }: RolloverPlan): readonly string[] {
  const { id, appId, displayName } = servicePrincipal;
  const name = [displayName ?? "", id ?? appId ?? ""].filter((part) => part !== "").join(", ");
  return [
    `Rolls the token signing certificate of ${name} over to ${adding.thumbprint}.`,
    ...removing.map(
      ({ thumbprint, customKeyIdentifier }) => `Removes ${thumbprint ?? customKeyIdentifier} at the end.`,
    ),
    ...notes,
    "add.json holds the private key and its password: keep it from others, delete it when it was sent.",
  ];
}

/** Everything but printable ASCII as `\uXXXX`, so that one line stays one and no terminal or shell is addressed. */
export function toAscii(text: string): string {
  return text.replace(/[^\n\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Lines of comments: a mark before each, and nothing that ends one early. */
export function comment(mark: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${mark} ${toAscii(line).replaceAll("\n", "\\n")}`);
}
