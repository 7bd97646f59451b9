import { barChart, light, lineChart, payoffMatrix, stackedBars, stackTotal } from "@didym/charts";
import { movers, solveProfile, type Profile } from "@didym/core/summit";
import { pageWords, summitWords } from "@didym/messages";
import { describe, expect, it } from "vitest";
import { nameBook } from "../../format/names.js";
import { numbersOf } from "../../format/numbers.js";
import { describe as describeModel } from "../../worker/describe.js";
import type { Job } from "../../worker/protocol.js";
import { realLaboratory } from "../../worker/real-laboratory.fixture.js";
import { assumedRanges } from "./assumed-ranges.js";
import { breakEvenSentence, breakEvenShort } from "./break-even-words.js";
import { gainsData } from "./charts/gains.js";
import { hazardData } from "./charts/hazard-lines.js";
import { matrixData } from "./charts/stance-matrix.js";
import { transfersData } from "./charts/transfers.js";
import { summitHeadline } from "./headline.js";
import { groupOf, itemWords, reasonText } from "./item-words.js";
import { cellOrigin, hazardOrigin, itemOrigin, transferOrigin } from "./mark-origins.js";
import { nextMove } from "./next-move.js";
import { withStanceOf } from "./table-edit.js";
import { coalitionText, gainOf, movers as moving, type SummitView } from "./view.js";
import { answerMoves } from "./worker/answer-moves.js";
import { answerScan } from "./worker/answer-scan.js";
import { answerTable } from "./worker/answer-table.js";
import { summitOfGame } from "./worker/prepared-summits.js";
import type { SummitQuestion } from "./worker/summit-question.js";

const laboratory = realLaboratory();
/** The Washington package over a few years, which tell as much of the page as many. */
const document = { ...laboratory.library["washington-2026"]!, horizon: [2024, 2028] };
const grand: Profile = { commit: 4095, deal: 0 };
const asking = (change: Partial<SummitQuestion> = {}): SummitQuestion => ({
  document,
  response: "none",
  minimum: 0,
  penalty: 0,
  pay: {},
  assumed: {},
  profile: grand,
  ...change,
});
const told: [number, number][] = [];
const job: Job = {
  cancelled: false,
  progress: (done, total) => told.push([done, total]),
  breathe: () => Promise.resolve(),
};

const table = await answerTable(laboratory, asking(), job);
const moves = await answerMoves(laboratory, { ...asking(), deals: false, seats: table.seats }, job);

function viewOf(language: "en" | "zh", change: Partial<SummitView> = {}): SummitView {
  const words = pageWords(language);
  const book = nameBook(describeModel(laboratory), language, words);
  const numbers = numbersOf(language);
  const say = summitWords(language);
  return {
    table,
    moves,
    language,
    words,
    say,
    book,
    numbers,
    command: "didym summit washington-2026 --response none",
    ...change,
  };
}

describe("answers of the worker", () => {
  it("are those of the model's own question, to the bit", () => {
    const { summit } = summitOfGame(laboratory, asking());
    const own = movers(summit, grand);
    const view = viewOf("en");
    expect(table.lines).toEqual(own.lines);
    for (const party of table.parties) expect(gainOf(view, party)).toBeCloseTo(own.payoffs[party]!, 9);
    expect(moving(view).map(({ seat, wants }) => [seat, wants.to, wants.gain])).toEqual(
      own.movers.map(({ seat, to, gain }) => [seat, to, expect.closeTo(gain, 6) as number]),
    );
    expect(moving(view).length).toBeGreaterThan(0);
    const [first] = moving(view);
    expect(first!.stances.find(({ stance }) => stance === first!.wants.to)!.reasons[0]!.item).toBe(
      own.movers[0]!.item,
    );
    for (const { seat, threshold } of moves.seats) expect(threshold).toBe(own.threshold[seat]);
  });

  it("stand on accounts that hold to the end of the horizon where nobody does anything", () => {
    const whole = { ...document, horizon: [2024, 2040] };
    const { summit } = summitOfGame(laboratory, asking({ document: whole }));
    expect(solveProfile(summit, { commit: 0, deal: 0 }, "none").error).toBeLessThan(1);
  });

  it("ask one seat alone what they ask it among all", async () => {
    const alone = await answerMoves(laboratory, { ...asking(), deals: false, seats: ["JPN"] }, job);
    expect(alone.seats).toEqual(moves.seats.filter(({ seat }) => seat === "JPN"));
    expect(alone.transfers).toBeUndefined();
  });

  it("tell how far they are, and end where nobody waits", async () => {
    expect(told.at(-1)![0]).toBe(told.at(-1)![1]);
    const gone = { ...job, cancelled: true };
    await expect(answerTable(laboratory, asking({ minimum: 3 }), gone)).rejects.toThrow("nobody waits");
  });

  it("value what is solved anew under other assumptions, along the same lines", async () => {
    const assumed = { hazard: 0.2 };
    const other = await answerTable(laboratory, asking({ assumed }), { ...job, cancelled: false });
    for (const party of table.parties) expect(other.lines[party]).toEqual(table.lines[party]);
    expect(other.assumptions.hazard).toBe(0.2);
    expect(gainOf(viewOf("en", { table: other }), "JPN")).not.toBe(gainOf(viewOf("en"), "JPN"));
  });

  it("count a payment from outside in the choice alone, and profit by place in the account", async () => {
    const paid = { ...asking({ pay: { JPN: 500 } }), deals: false, seats: ["JPN"] };
    const [bought] = (await answerMoves(laboratory, paid, job)).seats;
    const [plain] = moves.seats.filter(({ seat }) => seat === "JPN");
    const worth = (found: typeof bought, stance: string) =>
      found!.stances.find((one) => one.stance === stance)!.worth;
    expect(worth(bought, "commit") - worth(plain, "commit")).toBeCloseTo(500, 9);
    expect(worth(bought, "hedge")).toBe(worth(plain, "hedge"));
    const placed = await answerTable(laboratory, asking({ assumed: { place: 1 } }), job);
    expect(placed.items["JPN"]!["producer-surplus"]).not.toBe(table.items["JPN"]!["producer-surplus"]);
    for (const party of placed.parties) {
      const sum = Object.values(placed.items[party]!).reduce((all, value) => all + value, 0);
      expect(sum).toBeCloseTo(gainOf(viewOf("en", { table: placed }), party), 9);
    }
  });

  it("say that a scenario without levers of its own offers nothing to join", async () => {
    const plain = { ...laboratory.library["status-quo"]!, horizon: [2024, 2028] };
    const found = await answerTable(laboratory, asking({ document: plain }), job);
    expect(found.empty).toBe(true);
    for (const party of found.parties) expect(found.lines[party]!.constant).toBe(0);
  });

  it("hold with payments what would break: nobody left short, nothing paid by outsiders", () => {
    const { bySeat, moved, outsideMoney } = moves.transfers!;
    const received = Object.values(bySeat).filter((value) => value > 0);
    expect(received.reduce((sum, value) => sum + value, 0)).toBeCloseTo(moved, 6);
    expect(Object.values(bySeat).reduce((sum, value) => sum + value, 0)).toBeCloseTo(outsideMoney, 6);
    for (const { seat, wants, threshold } of moves.seats)
      if (wants) expect(bySeat[seat]).toBeCloseTo(wants.gain - threshold, 6);
  });

  it("scan a smaller table, the others outside", async () => {
    const { profile: _, ...game } = asking();
    const question = { ...game, players: ["JPN", "AUS"] };
    const scan = await answerScan(laboratory, question, job);
    expect(scan.players).toEqual(["JPN", "AUS"]);
    expect(scan.profiles).toBe(4);
    expect(scan.response.rule).toBe("none");
    expect(() => structuredClone(scan)).not.toThrow();
    for (const coalition of scan.stable) expect(["", "JPN", "AUS", "JPN,AUS"]).toContain(coalition);
  });
});

describe("pictures and sentences of the Summit", () => {
  for (const language of ["en", "zh"] as const)
    it(`say and draw what the answer holds: ${language}`, () => {
      const view = viewOf(language);
      const size = { width: 500, height: 400 };
      const gains = gainsData(view);
      for (const row of gains.rows) expect(stackTotal(row)).toBeCloseTo(1000 * gainOf(view, row.id), 3);
      const [matrix, lines, transfers] = [
        matrixData(view),
        hazardData(view, "JPN", 0.2),
        transfersData(view)!,
      ];
      const drawn = [
        stackedBars(gains, size, light),
        payoffMatrix(matrix, size, light),
        lineChart(lines, size, light),
        barChart(transfers, size, light),
      ].join("");
      const said = [
        ...[gains, matrix, lines, transfers].map(({ summary }) => summary),
        ...summitHeadline(view, false).map(({ title, value }) => title + value),
        ...moves.seats.map(({ stances }) => reasonText(view, stances[1]!.reasons)),
      ].join("");
      expect(drawn + said).not.toMatch(/NaN|undefined|Infinity|payments\./u);
      expect(matrix.cells.filter(({ ringed }) => ringed)).toHaveLength(12);
      expect(lines.series.map(({ id }) => id)).toEqual(["commit", "hedge"]);
      expect(lines.series[0]!.values[5]).toBeCloseTo(1000 * gainOf(view, "JPN"), 3);
    });

  it("trace each mark to its figure", () => {
    const view = viewOf("en");
    const [gains, matrix] = [gainsData(view), matrixData(view)];
    expect(itemOrigin(view, gains, "JPN:total")!.reference).toBe(
      "didym summit washington-2026 --response none",
    );
    expect(itemOrigin(view, gains, "JPN:users")!.kind).toBe("computed");
    expect(cellOrigin(view, matrix, "AUS:hedge")!.title).toBe("Australia, Stays out");
    expect(hazardOrigin(view, hazardData(view, "JPN", 0.2), "commit:7")!.title).toMatch(/7%/u);
    const transfers = transfersData(view)!;
    expect(transferOrigin(view, transfers, transfers.bars[0]!.id)!.value).toMatch(/USD/u);
    expect([itemOrigin(view, gains, "nobody:total"), cellOrigin(view, matrix, "AUS:deal")]).toEqual([
      undefined,
      undefined,
    ]);
    expect(hazardOrigin(view, hazardData(view, "JPN", 0.2), "deal:7")).toBeUndefined();
  });

  it("move the seat that gains most, with its reasons", () => {
    const view = viewOf("en");
    const next = nextMove(view, grand)!;
    const [first] = moving(view);
    expect(next.moved.seat).toBe(first!.seat);
    expect(next.table).toEqual(withStanceOf(grand, table.seats.indexOf(first!.seat), first!.wants.to));
    expect(next.moved.reasons.length).toBeGreaterThan(0);
    expect(nextMove({ ...view, moves: { ...moves, seats: [] } }, grand)).toBeUndefined();
  });

  it("leave out what is not known yet", () => {
    const view = viewOf("en", { moves: undefined });
    expect(summitHeadline(view, true)[0]!.value).toBe("not yet known");
    expect(matrixData(view).cells).toEqual([]);
    expect(transfersData(view)).toBeUndefined();
  });

  it("name every item and put it into a group", () => {
    const view = viewOf("en");
    for (const item of Object.keys(table.items["USA"]!).filter((id) => !id.startsWith("loss")))
      expect(itemWords(view, item).better, item).toMatch(/\w+ \w+/u);
    expect(itemWords(view, "payments.price-floor").better).toBe("lower public payments for price floor");
    expect(groupOf("payments.anything")).toBe("payments");
    expect(coalitionText(view, "USA,deal:KOR")).toBe("United States, Korea (deal with China)");
    expect(coalitionText(view, "")).toBe("nobody");
  });

  it("word a break-even: where it tips, or that nothing tips it", () => {
    const view = viewOf("en");
    const word = (hazard: number | null, commitBetter: "above" | "below" | "always" | "never" | "tied") => [
      breakEvenShort(view, { hazard, commitBetter }),
      breakEvenSentence(view, { hazard, commitBetter }, "hedge"),
    ];
    expect(word(0.36, "above")).toEqual([
      "above 36%",
      'Joining beats "Stays out" from a chance of 36% a year on.',
    ]);
    expect(word(0.2, "below")[0]).toBe("below 20%");
    expect(word(-0.1, "above")[0]).toBe("always better");
    expect(word(1.4, "above")[0]).toBe("never better");
    expect(word(1.4, "below")[0]).toBe("always better");
    expect(word(null, "never")[1]).toBe('"Stays out" beats joining at every chance.');
    expect(word(null, "tied")[0]).toBe("=");
    expect(breakEvenShort(view, undefined)).toBe("not yet known");
  });

  it("offer the assumptions that only value what is solved, each within its range", () => {
    const ranges = assumedRanges(describeModel(laboratory).assumptions);
    expect(ranges.map(({ name }) => name)).toEqual(["hazard", "spared", "unionWeight", "rate", "place"]);
    for (const { name, low, high, value } of ranges) {
      expect(low).toBeLessThan(high);
      expect(table.assumptions[name]).toBe(value);
    }
  });
});
