/** A WebCrypto that remembers what it was asked for. */
import { testProvider } from "./provider.js";

/** One call of a method of SubtleCrypto. */
export interface RecordedCall {
  readonly method: string;
  /** The method's arguments. */
  readonly args: readonly unknown[];
}

/** The provider under test, and the calls made to it so far in the order of their start. */
export interface RecordingProvider {
  readonly subtle: SubtleCrypto;
  readonly calls: readonly RecordedCall[];
}

/**
 * @param answer - may take a call over: what it returns is the method's result, `undefined` leaves the call to the
 * provider under test; what it throws, the method throws
 */
export function recordProvider(answer: (call: RecordedCall) => unknown = () => undefined): RecordingProvider {
  const calls: RecordedCall[] = [];
  const subtle = new Proxy(testProvider.subtle, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== "function") return method;
      return (...args: readonly unknown[]): unknown => {
        const call = { method: String(name), args };
        calls.push(call);
        return answer(call) ?? Reflect.apply(method, target, args);
      };
    },
  });
  return { subtle, calls };
}
