import type { BalancedFigure } from "@didym/core/baseline";
import type { BarData } from "@didym/charts";
import { showFigure } from "../../../format/measure.js";
import type { Origin } from "../../../parts/origin.js";
import { movedBy } from "../data/balanced-row.js";
import { holds } from "../data/find-rows.js";
import type { EvidenceChoice } from "../evidence-choice.js";
import { movedText, sourceWords, type Cell, type EvidenceView, type Row } from "../view.js";

const nameOf = (view: EvidenceView, { what, whatZh }: BalancedFigure): string =>
  view.language === "zh" ? whatZh : what;

export function balanceFound(
  view: EvidenceView,
  figures: readonly BalancedFigure[],
  { grade, search, order }: Pick<EvidenceChoice, "grade" | "search" | "order">,
): readonly BalancedFigure[] {
  const found = figures.filter(
    (figure) =>
      (grade === "" || figure.grade === grade) &&
      holds(`${figure.id} ${figure.what} ${figure.whatZh} ${figure.sources.join(" ")}`.toLowerCase(), search),
  );
  if (order === "chain") return found;
  return [...found].sort((a, b) => Math.abs(movedBy(b) ?? 0) - Math.abs(movedBy(a) ?? 0));
}

export function balanceRows(
  view: EvidenceView,
  year: number,
  figures: readonly BalancedFigure[],
): readonly Row[] {
  return figures.map((figure) => {
    const number = (value: number | undefined): Cell =>
      value === undefined
        ? { text: "" }
        : {
            text: show(view, value, figure.unit),
            number: true,
            raw: value,
            grade: figure.grade,
            origin: balanceOrigin(view, year, figure, value),
          };
    const moved = movedBy(figure);
    return {
      id: figure.id,
      cells: [
        { text: nameOf(view, figure) },
        number(figure.found),
        number(figure.implied),
        number(figure.balanced),
        moved === undefined
          ? { text: "" }
          : movedCell(view, moved, balanceOrigin(view, year, figure, figure.balanced)),
        { text: figure.grade, grade: figure.grade },
        view.translated(figure.reason),
        { text: "", cites: figure.sources },
      ],
    };
  });
}

/** How far a figure moved, traced to the figure. */
export function movedCell(view: EvidenceView, move: number, origin: Origin): Cell {
  const text = movedText(view, move);
  return { text, number: true, raw: move, origin: { ...origin, value: text, unit: "%" } };
}

function balanceOrigin(view: EvidenceView, year: number, figure: BalancedFigure, value: number): Origin {
  const moved = movedBy(figure);
  const { words } = view;
  return {
    title: nameOf(view, figure),
    value: show(view, value, figure.unit),
    unit: figure.unit,
    year,
    kind: "found",
    grade: words.grades[figure.grade],
    sources: sourceWords(view, figure.sources),
    ...(figure.sources.length === 0 && { assumption: words.sources.model }),
    reference: "didym data balance",
    text: [
      moved === undefined ? "" : `${words.balance.moved}${words.colon}${movedText(view, moved)}.`,
      view.translated(figure.reason).text,
    ].join(" "),
  };
}

const show = (view: EvidenceView, value: number, unit: string): string =>
  showFigure(value, unit, view.language, view.page.units);

/** Figures in tonnes below this say little of the whole. */
const leastTonnes = 100;
const bars = 12;

/** The most moved figures of some size, in percent of what was found. */
export function balancePicture(view: EvidenceView, figures: readonly BalancedFigure[]): BarData {
  const sized = figures.filter(({ unit, found }) => unit === "t" && Math.abs(found) >= leastTonnes);
  const most = balanceFound(view, sized, { grade: "", search: "", order: "moved" }).slice(0, bars);
  const moves = figures.map((figure) => Math.abs(movedBy(figure) ?? 0)).sort((a, b) => a - b);
  const { words } = view;
  const first = most[0];
  const format = (value: number): string => movedText(view, value / 100);
  return {
    id: "balance",
    title: words.balance.picture,
    summary:
      first === undefined
        ? ""
        : words.balance.summary(
            nameOf(view, first),
            movedText(view, movedBy(first) ?? 0),
            view.numbers.percent(moves[Math.floor(moves.length / 2)] ?? 0),
          ),
    unit: "%",
    format,
    bars: most.map((figure) => ({
      id: figure.id,
      label: nameOf(view, figure),
      value: 100 * (movedBy(figure) ?? 0),
    })),
  };
}
