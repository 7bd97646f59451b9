import type { Text } from "@didym/messages";

interface FlagBase {
  readonly brief: Text;
  /** Word for the value in help, such as FILE. */
  readonly value?: string;
  readonly required?: boolean;
}

/** A flag and the kind of value it takes; `list` flags may be repeated. */
export type FlagSpec =
  | (FlagBase & { readonly kind: "switch" })
  | (FlagBase & { readonly kind: "text" })
  | (FlagBase & { readonly kind: "list" })
  | (FlagBase & { readonly kind: "integer"; readonly least?: number; readonly most?: number })
  | (FlagBase & { readonly kind: "number"; readonly least?: number; readonly most?: number })
  | (FlagBase & { readonly kind: "choice"; readonly choices: readonly string[] });

export type FlagSpecs = Readonly<Record<string, FlagSpec>>;

/** The value a flag has after parsing; undefined where it was not given. */
export type FlagValue<S extends FlagSpec> = S extends { kind: "switch" }
  ? boolean
  : S extends { kind: "list" }
    ? readonly string[]
    : S extends { kind: "integer" | "number" }
      ? number | undefined
      : S extends { kind: "choice"; choices: readonly (infer C)[] }
        ? C | undefined
        : string | undefined;

/** All flags of a command after parsing. Required ones were given, or parsing failed. */
export type FlagValues<S extends FlagSpecs> = {
  readonly [K in keyof S]: S[K] extends { required: true } ? NonNullable<FlagValue<S[K]>> : FlagValue<S[K]>;
};
