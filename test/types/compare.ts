/** Types that compare types: what a compile-time suite needs instead of `expect`. */

/** True for the very same type; assignability would let optional members hide differences. */
export type Equal<Left, Right> =
  (<Probe>() => Probe extends Left ? 1 : 2) extends <Probe>() => Probe extends Right ? 1 : 2 ? true : false;

/** Fails to compile for anything but true. */
export function holds<Claim extends true>(): Claim | undefined {
  return undefined;
}

/** A value's shape without readonly, optional members and OData's annotations, all the way down. */
export type Plain<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? Plain<Item>[]
    : { -readonly [Name in Exclude<keyof Value, "@odata.type">]-?: Plain<Exclude<Value[Name], undefined>> };

export type DifferenceKind = "only ours" | "only theirs" | "other type" | "required here";

/** A difference that is meant, with its reason. */
export interface Difference {
  readonly members: readonly string[];
  readonly kind: DifferenceKind;
  readonly reason: string;
}

type Members<Value> = Exclude<keyof Value, "@odata.type">;

/** Names of the members that both have and whose plain types differ. */
type OtherType<Ours, Theirs> = {
  [Name in Members<Ours> & Members<Theirs>]-?: Equal<
    Plain<Exclude<Ours[Name], undefined>>,
    Plain<Exclude<Theirs[Name], undefined>>
  > extends true
    ? never
    : Name;
}[Members<Ours> & Members<Theirs>];

type RequiredMembers<Value> = {
  [Name in Members<Value>]-?: Record<never, never> extends Pick<Value, Name> ? never : Name;
}[Members<Value>];

/** The differences that there are, by kind. */
export interface Differences<Ours, Theirs> {
  readonly "only ours": Exclude<Members<Ours>, Members<Theirs>>;
  readonly "only theirs": Exclude<Members<Theirs>, Members<Ours>>;
  readonly "other type": OtherType<Ours, Theirs>;
  readonly "required here": Exclude<RequiredMembers<Ours>, RequiredMembers<Theirs>>;
}

/** The differences that a list tells of, by kind. */
export type Listed<List extends readonly Difference[]> = {
  readonly [Kind in DifferenceKind]: Extract<List[number], { readonly kind: Kind }>["members"][number];
};
