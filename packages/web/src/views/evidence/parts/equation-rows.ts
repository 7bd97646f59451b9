import { showFigure } from "../../../format/measure.js";
import type { Origin } from "../../../parts/origin.js";
import type { Worked } from "../worker/worked.js";
import type { EvidenceView, Row } from "../view.js";

/** What an equation's figures say of their run. */
export interface RunFacts {
  readonly year: number;
  readonly run: string;
  readonly versions: string;
}

export function showIn(view: EvidenceView, value: number, unit: string): string {
  return unit === "" ? view.numbers.plain(value) : showFigure(value, unit, view.language, view.page.units);
}

/** A plant's id, an end use, a good or an economy, in words. */
export const nameOf = ({ book }: EvidenceView, { name, of }: Worked): string =>
  name === "plant"
    ? of
    : name === "demand"
      ? book.endUse(of)
      : name === "delivered"
        ? book.region(of)
        : book.good(of);

export function equationTitle(view: EvidenceView, worked: Worked): string {
  return view.words.equations.titles[worked.name](view.book.region(worked.region), nameOf(view, worked));
}

export function equationOrigin(
  view: EvidenceView,
  worked: Worked,
  title: string,
  value: number,
  unit: string,
  facts: RunFacts,
): Origin {
  return {
    title,
    value: showIn(view, value, unit),
    unit,
    kind: "computed",
    equation: worked.formula,
    text: view.words.equations.texts[worked.name],
    ...facts,
  };
}

export function symbolRows(view: EvidenceView, worked: Worked, facts: RunFacts): readonly Row[] {
  const { symbols } = view.words.equations;
  return worked.symbols.map(({ name, symbol, value, unit }) => ({
    id: name,
    cells: [
      { text: symbol },
      { text: symbols[name] },
      {
        text: showIn(view, value, unit),
        number: true,
        raw: value,
        origin: equationOrigin(view, worked, symbols[name], value, unit, facts),
      },
    ],
  }));
}

export function supplierRows(view: EvidenceView, worked: Worked, facts: RunFacts): readonly Row[] {
  const { symbols } = view.words.equations;
  const cell = (title: string, value: number, unit: string, text = showIn(view, value, unit)) => ({
    text,
    number: true,
    raw: value,
    origin: equationOrigin(view, worked, title, value, unit, facts),
  });
  return (worked.suppliers ?? []).map(({ region, cost, weight, share, flow }) => ({
    id: region,
    cells: [
      { text: view.book.region(region) },
      cell(symbols.cost, cost, "USD/kg"),
      cell(symbols.weight, weight, ""),
      cell(symbols.share, share, "ratio", view.numbers.percent(share)),
      cell(symbols.flow, flow, "t/y"),
    ],
  }));
}
