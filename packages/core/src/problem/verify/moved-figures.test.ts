import { describe, expect, it } from "vitest";
import { withOwnSupply } from "../dispersed-arcs.js";
import { readProblem, solveProblem, verifyAnswer, type ProblemAnswer } from "../index.js";
import { arc, line, market } from "../testing/markets.js";

/** Every number of an answer that is not about the search, by its place. */
function placesOf(value: unknown, place: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value === "number") return [[...place]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    ["residual", "iterations", "milliseconds"].includes(key)
      ? []
      : placesOf(below, [...place, Array.isArray(value) ? Number(key) : key]),
  );
}

function moved(answer: ProblemAnswer, place: readonly (string | number)[]): ProblemAnswer {
  const copy = structuredClone(answer);
  let holder = copy as unknown as Record<string | number, unknown>;
  for (const step of place.slice(0, -1)) holder = holder[step] as typeof holder;
  const last = place[place.length - 1];
  const before = holder[last] as number;
  holder[last] = Math.abs(before) < 1e-9 ? before + 1e-2 : before * 1.001;
  return copy;
}

const two = ["a", "b"];
const duty = (more: object) => ({ duties: [{ from: "a", to: "b", good: "x", ...more }] });
const trade = (more: object) =>
  market(two, {
    supply: [line("a", 2, 0.5), line("b", 4, 1)],
    demand: [line("a", 12, -1), line("b", 40, -1)],
    transport: [arc("a", "b", 1)],
    ...more,
  });
const dispersed = (more: object) => trade({ ...more, dispersion: { x: 2 } });
const rateQuota = (limit: number) =>
  trade({
    tariffRateQuotas: [
      { id: "t", arcs: [["a", "b", "x"]], limit, inQuota: { adValorem: 0.1 }, overQuota: { specific: 6 } },
    ],
  });
const seller = (id: string, kind: string, more = {}) => ({ seller: id, good: "x", kind, ...more });
const floor = (region: string, price: number, mechanism: string) => ({
  floors: [{ region, good: "x", price, mechanism }],
});

const cases: Record<string, object> = {
  "an ad-valorem duty on cif": trade(duty({ adValorem: 0.2 })),
  "a duty on fob and an export tax": trade({
    ...duty({ adValorem: 0.2, base: "fob" }),
    exportTaxes: [{ from: "a", to: "b", good: "x", adValorem: 0.1, specific: 0.5 }],
  }),
  "a quota whose rent is split": trade({
    ...duty({ adValorem: 0.1 }),
    quotas: [{ id: "q", arcs: [["a", "b", "x"]], limit: 5, rentTo: "split" }],
  }),
  "a tariff-rate quota that is not filled": rateQuota(30),
  "a tariff-rate quota that is just filled": rateQuota(10),
  "a tariff-rate quota that is exceeded": rateQuota(4),
  "a border floor": trade(floor("b", 16, "border")),
  "a regulated floor on what comes from elsewhere too": trade(floor("b", 18, "regulated")),
  purchases: trade(floor("b", 20, "purchase")),
  "a ceiling with exports": trade({
    ...duty({ adValorem: 0.1 }),
    ceilings: [{ region: "a", good: "x", price: 6 }],
  }),
  "capacities of a curve, of a firm and of an arc": trade({
    supply: [line("a", 2, 0.5, { capacity: 8 })],
    firms: [{ id: "f", region: "b", good: "x", cost: 3, costSlope: 0.2, capacity: 6 }],
    transport: [arc("a", "b", 1, { capacity: 3 })],
  }),
  "congestion to a power": trade({ transport: [arc("a", "b", 1, { slope: 0.05, power: 2 })] }),
  "dispersion with duties": trade({ ...duty({ adValorem: 0.2 }), dispersion: { x: 2 } }),
  "dispersion with a deficiency payment": dispersed(floor("b", 20, "deficiency-payment")),
  "dispersion with purchases": dispersed(floor("b", 20, "purchase")),
  "dispersion with a regulated floor": dispersed(floor("b", 18, "regulated")),
  "dispersion with a regulated floor on what is exported": dispersed(floor("a", 10, "regulated")),
  "dispersion with a border floor": dispersed(floor("b", 16, "border")),
  "dispersion with a ceiling on what is exported": dispersed({
    ceilings: [{ region: "a", good: "x", price: 6 }],
  }),
  "dispersion with a ceiling on what comes from elsewhere": dispersed({
    ceilings: [{ region: "b", good: "x", price: 9 }],
  }),
  "dispersion with a tariff-rate quota": { ...rateQuota(4), dispersion: { x: 2 } },
  "Cournot sellers with duties": trade({
    ...duty({ adValorem: 0.2, specific: 1 }),
    conduct: [seller("a", "cournot"), seller("b", "cournot")],
  }),
  "a Cournot seller at its capacity": trade({
    supply: [line("a", 2, 0.5, { capacity: 3 }), line("b", 4, 1)],
    demand: [line("a", 30, -1), line("b", 30, -1)],
    conduct: [seller("a", "cournot"), seller("b", "cournot")],
  }),
  "a Cournot seller beside a competitive fringe": trade({ conduct: [seller("a", "cournot")] }),
  "a monopoly that owns congested transport": market(two, {
    supply: [line("a", 2, 0.5)],
    demand: [line("b", 40, -1)],
    transport: [arc("a", "b", 1, { slope: 0.5 })],
    conduct: [seller("a", "monopoly", { transport: "owned" })],
  }),
  "a monopoly whose good a process makes": {
    ...market(["a"], {
      supply: [line("a", 1, 0.2, { good: "ore" })],
      processes: [
        { id: "p", region: "a", inputs: { ore: 2 }, outputs: { x: 1, y: 0.5 }, cost: 1, costSlope: 0.1 },
      ],
      demand: [line("a", 30, -1), line("a", 8, -1, { good: "y" })],
      conduct: [seller("a", "monopoly")],
    }),
    goods: ["x", "y", "ore"],
  },
  "a leader and its fringe": market(["a"], {
    supply: [line("a", 4, 1)],
    firms: [{ id: "lead", region: "a", good: "x", cost: 5 }],
    demand: [line("a", 40, -1)],
    conduct: [seller("lead", "leader")],
  }),
};

/** Where sellers have market power a region's `supply` price is only reported: what they receive on average. */
const isReported = (problem: object, place: readonly (string | number)[]) =>
  "conduct" in problem && place[0] === "prices" && place[2] === "supply";

describe("a figure that is moved by a thousandth is found", () => {
  it.each(Object.entries(cases))("%s", (_, file) => {
    const reading = readProblem(file);
    const answer = solveProblem(file);
    if (!("problem" in reading) || answer.status === "error") throw new Error(JSON.stringify(answer));
    const problem = withOwnSupply(reading.problem);
    expect(verifyAnswer(problem, answer).residual).toBeLessThanOrEqual(1e-8);
    const missed = placesOf(answer)
      .filter((place) => !isReported(file, place))
      .filter((place) => verifyAnswer(problem, moved(answer, place)).residual <= 1e-8);
    expect(missed.map((place) => place.join("."))).toEqual([]);
  });
});
