import type { BalancedFigure } from "../baseline/baseline.js";
import type { FoundRow } from "../baseline/found-year.js";
import type { Assumption } from "../chain/chain-file.js";
import type { Calibration } from "../market/calibration.js";
import type { Fact, FactAbout, Subject } from "./fact.js";
import { Names } from "./names.js";
import { subjectOfAssumption } from "./subject-of-assumption.js";

const known = new WeakMap<Calibration, readonly FactAbout[]>();

/** Every row that the runs of a calibration rest on, with what it is about; read once. */
export function factsOf(calibration: Calibration): readonly FactAbout[] {
  let facts = known.get(calibration);
  if (facts === undefined) known.set(calibration, (facts = readFacts(calibration)));
  return facts;
}

function readFacts(calibration: Calibration): FactAbout[] {
  const { chain, baseline } = calibration;
  const names = new Names(chain);
  const subject = subjects(names);
  const checks = new Set([
    ...(chain.base?.figures ?? []).filter(({ role }) => role === "check").map(({ id }) => id),
    ...(chain.base?.quotes ?? []).map(({ id }) => id),
  ]);
  return [
    ...baseline.figures
      .filter(({ id }) => !checks.has(id))
      .map((figure) => about(fromFigure(figure), subject.figure(figure.id), Math.abs(figure.balanced))),
    ...(chain.base?.rows ?? []).map((row) => {
      const found = subject.row(row);
      const isGrowth = row.kind === "growth" && row.year !== undefined;
      const size = isGrowth ? grownValue(row, found, calibration) : Math.abs(row.value);
      return { ...about(fromRow(row), found, size), ...(isGrowth && { year: row.year }) };
    }),
    ...(chain.assumptions ?? []).flatMap((row) => {
      const found = subjectOfAssumption(row.id, names);
      return found === undefined ? [] : [about(fromAssumption(row), found, relativeRange(row))];
    }),
  ];
}

const about = (fact: Fact, subject: Subject, size: number): FactAbout => ({ fact, ...subject, size });

/** What buyers would pay at base prices for the demand that the error of the row's grade stands for, kUSD/y. */
function grownValue(
  { value, grade }: FoundRow,
  { endUses, regions }: Subject,
  { chain, uses }: Calibration,
): number {
  let bought = 0;
  for (let u = 0; u < uses.count; u++)
    if (endUses.includes(uses.endUse[u]) && (regions.length === 0 || regions.includes(uses.region[u])))
      bought += uses.quantity[u] * uses.price[u];
  return value * (chain.base?.spread[grade] ?? 1) * bought;
}

/** How wide the range is against the value: a wide one moves more. */
function relativeRange({ value, low, high }: Assumption): number {
  return value === 0 ? high - low : Math.abs((high - low) / value);
}

function fromFigure(figure: BalancedFigure): Fact {
  const { id, what, whatZh, unit, found, balanced, grade, sources, reason } = figure;
  return {
    id,
    kind: "figure",
    what: { en: what, zh: whatZh },
    value: found,
    balanced,
    unit,
    grade,
    sources,
    reason,
  };
}

function fromRow({ name, good, technology, endUse, regions, year, ...row }: FoundRow): Fact {
  const { id, kind, value, unit, grade, sources, reason } = row;
  const what = name === undefined ? {} : { what: { en: name, zh: name } };
  const names = { good, technology, endUse, regions, year };
  return { id, kind, ...what, names, value, unit, grade, sources, reason };
}

function fromAssumption({ id, value, low, high, unit, source_id, grade, reason }: Assumption): Fact {
  return {
    id,
    kind: "assumption",
    value,
    low,
    high,
    unit,
    sources: source_id === "" ? [] : source_id.split(";"),
    grade: grade as Fact["grade"],
    reason,
  };
}

function subjects(names: Names) {
  const { chain } = names;
  const nodes = new Map((chain.base?.nodes ?? []).map((node) => [node.id, node]));
  const terms = new Map((chain.base?.figures ?? []).map((figure) => [figure.id, figure.terms]));
  const goodAt = (goods: readonly number[], regions: readonly number[]): Subject => ({
    goods,
    regions,
    endUses: [],
    technologies: [],
  });
  return {
    /** Of a figure of the balance, by its id: `level.NODE`, `yield.NODE.GOOD`, `use.ENDUSE.GOOD`, `disposal.REGION.GOOD`, or a row of figures. */
    figure(id: string): Subject {
      const sum = terms.get(id);
      if (sum !== undefined) return names.subjectOfTerms(sum);
      const [kind, name = "", ...rest] = id.split(".");
      const node = nodes.get(name);
      const good = names.goods(rest.join("."));
      if (kind === "use") return { ...goodAt(good, []), endUses: [name] };
      if (node === undefined) return goodAt(good, names.regions(name));
      const made = kind === "level" ? names.productsOf(node.technology) : good;
      return { ...goodAt(made, names.regions(node.region)), technologies: [node.technology] };
    },
    row({ good, technology, endUse, regions }: FoundRow): Subject {
      const goods = [
        ...(good === undefined ? [] : names.goods(good)),
        ...(technology === undefined ? [] : names.productsOf(technology)),
        ...(endUse === undefined ? [] : names.goodsOfUse(endUse)),
      ];
      return {
        ...goodAt(goods, names.regions(regions)),
        endUses: endUse === undefined ? [] : [endUse],
        technologies: technology === undefined ? [] : [technology],
      };
    },
  };
}
