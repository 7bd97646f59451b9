// Writes docs/summit-prediction.md: what the game expects of each seat at the table of January 2026, against the events recorded since.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { parse } from "yaml";
import { baseline } from "@didym/core/baseline";
import { loadChain } from "@didym/core/chain";
import { worldOfRun } from "@didym/core/results";
import { leverDefaults, parseScenario } from "@didym/core/scenario";
import { openTable, prepareSummit } from "@didym/core/summit";
import { rareEarths } from "@didym/data";
import { root } from "./setup/paths.mjs";

const packages = { floor: "washington-price-floor", cooperation: "washington-cooperation" };
const period = ["2026-01-12", "2026-06-30"];
const rule = "licence-squeeze";

const chain = loadChain(rareEarths());
const base = baseline(chain);

function readScenario(name) {
  const library = {};
  const gather = (id) => {
    if (library[id] !== undefined) return;
    library[id] = parse(readFileSync(join(root, "data", "scenarios", `${id}.yaml`), "utf8"));
    for (const part of [library[id].extends ?? []].flat()) gather(part);
  };
  for (const id of ["status-quo", name]) gather(id);
  const reading = parseScenario(library[name], {
    world: worldOfRun(chain, base),
    years: [base.year, base.demandIndex.years.at(-1)],
    library,
    inForce: ["status-quo"],
    defaults: leverDefaults(chain.assumptions),
  });
  if ("issues" in reading) throw new Error(JSON.stringify(reading.issues[0]));
  return reading.scenario;
}

/** Whether a seat would stay where all have joined (no deal on offer), and whether it would rather deal than hedge where nobody has. */
function judge(name) {
  const prepared = prepareSummit(chain, base, readScenario(name), { response: rule });
  const table = openTable(prepared);
  const everyone = (1 << prepared.players.length) - 1;
  const leaving = table.movers({ commit: everyone, deal: 0 });
  const dealing = table.movers({ commit: 0, deal: 0 }, true);
  const gain = (movers, seat, to) => movers.find((m) => m.seat === seat && (to === undefined || m.to === to));
  return new Map(
    prepared.players.map((seat) => [
      seat,
      {
        leaves: gain(leaving.movers, seat),
        deals: gain(dealing.movers, seat, "deal"),
        gain: leaving.payoffs[seat],
      },
    ]),
  );
}

/** Events of a seat in the period: agreements signed with another seat, and talks with the power that answers. */
function observed(seats) {
  const rows = parseCsv(readFileSync(join(root, "data", "evidence", "events.csv"), "utf8"), {
    columns: true,
  });
  const inside = rows.filter(
    ({ date }) => date >= period[0].slice(0, date.length) && date <= period[1].slice(0, date.length),
  );
  const sides = ({ economy, counterpart }) => [economy, ...counterpart.split(";")];
  const seatIds = new Set(seats);
  return new Map(
    seats.map((seat) => {
      const own = inside.filter((row) => sides(row).includes(seat));
      const others = (row) => sides(row).filter((side) => side !== seat && seatIds.has(side));
      const signed = own.filter((row) => row.kind === "deal" && others(row).length > 0);
      const floors = signed.filter((row) => others(row).length >= 2 && /floor/iu.test(row.summary_en));
      const talks = own.filter(
        (row) =>
          row.economy === seat &&
          sides(row).includes("CHN") &&
          /^(?:visit|meeting|statement|deal)$/u.test(row.kind),
      );
      return [seat, { signed, floors, talks }];
    }),
  );
}

const floor = judge(packages.floor);
const cooperation = judge(packages.cooperation);
const seats = [...floor.keys()];
const seen = observed(seats);
const score = { floor: 0, cooperation: 0, deal: 0 };
const mark = (kind, predicted, found) => {
  if (predicted === found) score[kind] += 1;
  return predicted === found ? "hit" : "miss";
};
const concession = chain.assumptions.find(({ id }) => id === "reaction.concession").value;
const itemWords = {
  "consumer-surplus": "what users gain from prices and supply",
  "producer-surplus": "profit of own mines and plants",
  "capital-charge": "cost of new plants",
  "capital-support": "public support for own plants",
  concession: "what is conceded in a deal",
  security: "smaller losses if supply stops",
  duty: "import duties",
};
const inWords = (item) => itemWords[item] ?? item.replace(/^payments\./u, "payments for ");
const yes = (flag) => (flag ? "yes" : "no");
const ids = (rows) => (rows.length === 0 ? "–" : rows.map(({ id }) => id).join(" "));
const why = (move) =>
  move === undefined
    ? "stays"
    : `leaves: gains ${move.gain.toFixed(0)} MUSD, ${inWords(move.item)} +${move.amount.toFixed(0)}`;

const lines = seats.map((seat) => {
  const { signed, floors, talks } = seen.get(seat);
  const joinsFloor = floor.get(seat).leaves === undefined;
  const cooperates = cooperation.get(seat).leaves === undefined;
  const deals = cooperation.get(seat).deals !== undefined;
  return `| ${[
    seat,
    why(floor.get(seat).leaves),
    mark("floor", joinsFloor, floors.length > 0),
    why(cooperation.get(seat).leaves),
    ids(signed),
    mark("cooperation", cooperates, signed.length > 0),
    yes(deals),
    ids(talks),
    mark("deal", deals, talks.length > 0),
  ].join(" | ")} |`;
});

const page = `# The summit: prediction against what happened

Written by \`node scripts/summit-prediction.mjs\` from the model and from \`data/evidence/events.csv\` (${period[0]} to ${period[1]}); nothing on
this page is edited by hand. Packages: \`${packages.floor}\` and \`${packages.cooperation}\`, the Chinese rule \`${rule}\`, all assumptions
at their central values.

The model is asked three questions about each seat. Would it stay in a price floor that all twelve have joined? Would it stay in a cooperation
that all have joined? Would it rather have an arrangement of its own with China than stay out, where nobody has joined anything? The record
answers with agreements signed with other seats, multilateral floors among them, and visits, meetings and statements with China.

| seat | floor: the model says | multilateral floor (none was signed) | cooperation: the model says | signed | | deal: the model says | talks with China | |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join("\n")}

| question | hits | of |
| --- | --- | --- |
| price floor | ${score.floor} | ${seats.length} |
| cooperation | ${score.cooperation} | ${seats.length} |
| own arrangement with China | ${score.deal} | ${seats.length} |

## What this can and cannot show

* No outcome was used to set a parameter but the concession, whose range leans on Canada's deal of 16 January 2026, an event of the period; without
  it (a deal for nothing) the model says "deal" for every seat. And the policies in force that every profile starts from include measures of the first half of
  2026, so this is not a forecast made in January.
* A deal costs ${concession} MUSD a year at the central assumption (\`reaction.concession\`; nobody publishes what is conceded) and spares its party
  a stop. The column on deals turns on that figure: it tells how little the model distinguishes, not how well it predicts.
* Signing a memorandum is not applying a package: an agreement counts here as cooperation however little it binds.
* A seat without an event in the record counts as one that did nothing; the record is not complete.
* The game values rare-earth chains only. Who talks to whom is decided by far more.
`;

writeFileSync(join(root, "docs", "summit-prediction.md"), page);
process.stdout.write(page);
