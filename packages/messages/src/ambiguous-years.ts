import { rounded, type IssueFacts } from "./error-text.js";

/** A year with two answers as an AMBIGUOUS issue tells of it; prices USD/kg. */
export interface AmbiguousPrice {
  readonly year: number;
  readonly good?: string;
  readonly region?: string;
  readonly price?: number;
  readonly otherPrice?: number;
}

/** The years of an AMBIGUOUS issue, and where the two answers lie furthest apart in the first of them. */
export function ambiguousYears({ details }: IssueFacts): {
  readonly years: string;
  readonly apart: { readonly what: string; readonly here: string; readonly other: string } | undefined;
} {
  const listed = details?.["years"];
  const years = Array.isArray(listed) ? (listed as readonly AmbiguousPrice[]) : [];
  const first = years.find(({ price, otherPrice }) => price !== undefined && otherPrice !== undefined);
  return {
    years: years.map(({ year }) => String(year)).join(", "),
    apart: first && {
      what: `price[${first.good ?? ""},${first.region ?? ""},${String(first.year)}]`,
      here: rounded(first.price),
      other: rounded(first.otherPrice),
    },
  };
}
