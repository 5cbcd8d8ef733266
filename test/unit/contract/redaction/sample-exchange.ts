/** Exchanges for tests: what is given, and the rest as it usually is. */
import type { Exchange, ReceivedResponse, SentRequest } from "../../../../src/contract/exchange.js";
import { parseJson } from "../../../../src/contract/exchange.js";

/** Bodies are given as JSON or text. */
export interface Sample extends Partial<Omit<Exchange, "request" | "response">> {
  readonly request?: Partial<Omit<SentRequest, "json">> & { readonly body?: unknown };
  readonly response?: Partial<Omit<ReceivedResponse, "json">> & { readonly body?: unknown };
}

/** A POST of an upload that was answered with 200. */
export function sampleExchange({ request = {}, response = {}, ...rest }: Sample = {}): Exchange {
  const { body: sent, ...ofRequest } = request;
  const { body: received, ...ofResponse } = response;
  const [text, answer] = [toText(sent), toText(received)];
  return {
    index: 0,
    step: "a step",
    operationId: "identityApiConnector.uploadClientCertificate",
    key: "01234567-89ab-cdef-0123-456789abcdef",
    request: {
      method: "POST",
      url: "https://graph.microsoft.com/v1.0/identity/apiConnectors/01234567-89ab-cdef-0123-456789abcdef",
      headers: { "content-type": "application/json" },
      text,
      json: parseJson(text),
      ...ofRequest,
    },
    response: { status: 200, headers: {}, text: answer, json: parseJson(answer), ...ofResponse },
    sentAt: 0,
    receivedAt: 1,
    isSettled: true,
    ...rest,
  };
}

const toText = (body: unknown): string =>
  body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
