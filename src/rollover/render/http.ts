/** A plan as a `.http` file for the REST Client of VS Code and the HTTP client of JetBrains: requests to send one by one. */
import type { RolloverPlan, RolloverStep } from "../step.js";
import { bodyFileName, CERTIFICATE_FILE, comment, describePlan } from "./rendering.js";

/** The token is the variable `token` of the client's environment; bodies are read from the files beside. */
export function renderHttp(plan: RolloverPlan): string {
  const head = [...describePlan(plan), "The variable token of the client's environment is an access token for Graph."];
  const blocks = plan.steps.map((step) => renderStep(step).join("\n"));
  return `${[comment("#", head).join("\n"), ...blocks].join("\n\n")}\n`;
}

function renderStep(step: RolloverStep): readonly string[] {
  const head = [`### ${step.id}`, ...comment("#", [step.title, step.why])];
  switch (step.kind) {
    case "change":
      return [...head, ...request(step.request), "Content-Type: application/json", "", `< ./${bodyFileName(step)}`];
    case "read":
    case "poll": {
      const { keyCredentials, passwordCredentials, preferredTokenSigningKeyThumbprint: preferred } = step.expect;
      const expected = [
        `Must show these keyCredentials and no others: ${listed(keyCredentials)}`,
        `Must show these passwordCredentials and no others: ${listed(passwordCredentials)}`,
        ...(preferred === undefined ? [] : [`Must show preferredTokenSigningKeyThumbprint: ${preferred ?? "null"}`]),
        ...(step.kind === "poll"
          ? [`Send it every ${step.everySeconds} seconds until it does ${step.hitsInARow} times in a row.`]
          : []),
      ];
      return [...head, ...comment("#", expected), ...request(step.request)];
    }
    case "wait":
      return [...head, ...comment("#", [`Wait for ${step.days} days.`])];
    case "tell": {
      const { thumbprint, notBefore, notAfter } = step.certificate;
      return [
        ...head,
        ...comment("#", [
          `Certificate: ${CERTIFICATE_FILE}, SHA-1 ${thumbprint}, valid from ${notBefore} to ${notAfter}`,
          ...(step.metadataUrl === null ? [] : [`Federation metadata: ${step.metadataUrl}`]),
        ]),
      ];
    }
  }
}

function request({ method, url }: { readonly method: string; readonly url: string }): readonly string[] {
  return [`${method} ${url}`, "Authorization: Bearer {{token}}"];
}

function listed(keyIds: readonly (string | null)[]): string {
  return keyIds.length === 0 ? "none" : keyIds.map((keyId) => keyId ?? "(without keyId)").join(", ");
}
