/** What a PFX in a request says, without the PFX: nothing of it is secret. */

/** What must become of an upload. `open`: nobody has documented it. */
export type Upload =
  | {
      readonly verdict: "good";
      /** SHA-1 of the certificate that belongs to the file's key, upper-case hexadecimal. */
      readonly thumbprint: string;
      /** NumericDate (RFC 7519 section 2), whole seconds. */
      readonly notBefore: number;
      readonly notAfter: number;
    }
  | { readonly verdict: "bad" | "open"; readonly reason: string };
