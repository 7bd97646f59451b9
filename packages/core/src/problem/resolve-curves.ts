import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import type { CurveFile } from "./curve-schema.js";
import type { Curve, CurveRow } from "./market-problem.js";
import type { Names } from "./resolve-problem.js";

type Side = "supply" | "demand";

/** Curves by index of region and goods, with slopes of the right sign and one curve for each node. */
export function resolveCurves(rows: readonly CurveFile[], side: Side, names: Names): CurveRow[] {
  const taken = new Map<string, number>();
  return rows.map((row, k) => {
    const path = `${side}[${k}]`;
    const region = names.regions.find(row.region, `${path}.region`);
    const list = "goods" in row ? row.goods : [row.good];
    const goods = list.map((good, g) =>
      names.goods.find(good, "goods" in row ? `${path}.goods[${g}]` : `${path}.good`),
    );
    for (const good of list) {
      const key = JSON.stringify([row.region, good]);
      const first = taken.get(key);
      if (first !== undefined) names.issues.push({ code: "DUPLICATE_ROW", path, details: { first, good } });
      taken.set(key, k);
    }
    const curve = readCurve(row, path, names.issues);
    names.issues.push(...signIssues(curve, side, path));
    const capacity = "capacity" in row && row.form !== "golombek" ? (row.capacity ?? Infinity) : Infinity;
    return { region, goods, curve, capacity };
  });
}

function readCurve(row: CurveFile, path: string, issues: Issue[]): Curve {
  switch (row.form) {
    case "golombek":
      return { form: row.form, a: row.a, b: row.b, c: row.c, limit: row.capacity };
    case "linear-system":
    case "inverse-linear-system": {
      const read = new GoodsReader(row.goods, path, issues);
      return {
        form: row.form,
        intercept: read.list("intercept", row.intercept),
        slope: read.matrix("slope", row.slope),
      };
    }
    case "isoelastic-system": {
      const read = new GoodsReader(row.goods, path, issues);
      return {
        form: row.form,
        quantity: read.list("quantity", row.quantity, 0),
        price: read.list("price", row.price, 0),
        elasticity: read.matrix("elasticity", row.elasticity),
      };
    }
    case "ces": {
      const read = new GoodsReader(row.goods, path, issues);
      const quantity = read.list("quantity", row.quantity, 0);
      return {
        form: row.form,
        quantity,
        price: read.list("price", row.price, 0),
        sigma: row.sigma,
        elasticity: row.elasticity,
      };
    }
    default:
      return row;
  }
}

/** Reads figures per good, given as a list in the order of `goods` or as an object by good. */
class GoodsReader {
  constructor(
    private readonly goods: readonly string[],
    private readonly path: string,
    private readonly issues: Issue[],
  ) {}

  list(field: string, value: readonly number[] | Readonly<Record<string, number>>, above?: number): number[] {
    const figures = this.ordered(field, value, NaN);
    figures.forEach((figure, g) => {
      if (above !== undefined && figure <= above)
        this.issues.push({
          code: "OUT_OF_RANGE",
          path: `${this.path}.${field}[${g}]`,
          found: figure,
          expected: `> ${above}`,
        });
    });
    return figures;
  }

  matrix(
    field: string,
    value: readonly (readonly number[])[] | Readonly<Record<string, Readonly<Record<string, number>>>>,
  ): number[][] {
    if (Array.isArray(value)) {
      const rows = value as readonly (readonly number[])[];
      this.checkLength(field, rows.length);
      return rows.map((row, g) => this.ordered(`${field}[${g}]`, row, NaN));
    }
    const record = value as Readonly<Record<string, Readonly<Record<string, number>>>>;
    this.checkKeys(field, record);
    return this.goods.map((good) => this.ordered(`${field}.${good}`, record[good] ?? {}, 0));
  }

  private ordered(
    field: string,
    value: readonly number[] | Readonly<Record<string, number>>,
    absent: number,
  ): number[] {
    if (Array.isArray(value)) {
      this.checkLength(field, value.length);
      return [...(value as readonly number[])];
    }
    const record = value as Readonly<Record<string, number>>;
    this.checkKeys(field, record);
    return this.goods.map((good) => {
      const figure = record[good] ?? absent;
      if (Number.isNaN(figure))
        this.issues.push({ code: "MISSING_KEY", path: `${this.path}.${field}.${good}` });
      return figure;
    });
  }

  private checkLength(field: string, found: number): void {
    const expected = this.goods.length;
    if (found !== expected)
      this.issues.push({ code: "WRONG_LENGTH", path: `${this.path}.${field}`, found, expected });
  }

  private checkKeys(field: string, record: Readonly<Record<string, unknown>>): void {
    for (const key of Object.keys(record)) {
      if (this.goods.includes(key)) continue;
      const nearest = nearestName(key, this.goods);
      const path = `${this.path}.${field}.${key}`;
      this.issues.push({
        code: "UNKNOWN_GOOD",
        path,
        found: key,
        expected: this.goods,
        ...(nearest && { nearest }),
      });
    }
  }
}

/** Supply must not fall and demand must not rise with the price. */
function signIssues(curve: Curve, side: Side, path: string): Issue[] {
  const sign = side === "supply" ? 1 : -1;
  const expected = sign > 0 ? ">= 0" : "<= 0";
  if (curve.form === "inverse-linear" || curve.form === "linear")
    return curve.slope * sign < 0
      ? [{ code: "OUT_OF_RANGE", path: `${path}.slope`, found: curve.slope, expected }]
      : [];
  if (curve.form === "isoelastic")
    return curve.elasticity * sign < 0
      ? [{ code: "OUT_OF_RANGE", path: `${path}.elasticity`, found: curve.elasticity, expected }]
      : [];
  const ofSupplyOnly = curve.form === "golombek" && sign < 0;
  const ofDemandOnly = curve.form === "ces" && sign > 0;
  if (!ofSupplyOnly && !ofDemandOnly) return [];
  const hint = ofDemandOnly ? "ces is a form of demand" : "golombek is a form of supply";
  return [{ code: "UNSUPPORTED", path: `${path}.form`, found: curve.form, hint }];
}
