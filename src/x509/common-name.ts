/** Names that consist of one common name (RFC 5280 section 4.1.2.4, App. A.1 `commonName`). */
import { PrintableString, Utf8String } from "asn1js";
import { AttributeTypeAndValue, RelativeDistinguishedNames } from "pkijs";
import { OID } from "../asn1/oids.js";

/** A name of one RDN with one attribute. */
export interface CommonName {
  /** Any length: RFC 5280's upper bound of 64 characters is not enforced, as readers do not enforce it. */
  readonly text: string;
  /** A PrintableString takes the characters of {@link isPrintable} only. */
  readonly stringType: "UTF8String" | "PrintableString";
}

/** Whether a PrintableString can hold the text (X.680 section 41.4). */
export function isPrintable(text: string): boolean {
  return /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text);
}

/** The name as pkijs writes it; for callers within this room. */
export function toPkiName({ text, stringType }: CommonName): RelativeDistinguishedNames {
  const value = stringType === "UTF8String" ? new Utf8String({ value: text }) : new PrintableString({ value: text });
  return new RelativeDistinguishedNames({
    typesAndValues: [new AttributeTypeAndValue({ type: OID.commonName, value })],
  });
}
