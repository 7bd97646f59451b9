import { join } from "node:path";
import { cpus } from "node:os";
import {
  summit as play,
  type Profile,
  type Summit,
  type SummitOptions,
  type SummitResult,
} from "@didym/core/summit";
import type { Scenario } from "@didym/core/scenario";
import { cacheFolder } from "../cache/cache-folder.js";
import { workKey } from "../cache/result-cache.js";
import type { Answer } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { issueLines } from "../errors/issue-text.js";
import { usageError } from "../errors/usage.js";
import { commaList } from "../input/comma-list.js";
import { readScenario } from "../scenario/read-scenario.js";
import { here, pooled } from "../summit/executors.js";
import { keepEntry, resuming } from "../summit/scan-store.js";
import { structuralOdds } from "../summit/structural-odds.js";
import { plannedSummit } from "../summit/plan.js";
import { summaryTable } from "../summit/summary.js";
import { summitOf } from "../summit/summit-of.js";
import { choiceTable, restTable, splitTable } from "../summit/choice-tables.js";
import {
  itemTable,
  likelihoodTable,
  pathTable,
  payoffTable,
  responseTable,
  seatTable,
  structuralTable,
} from "../summit/tables.js";
import { scenarioArgument, setFlag } from "../scenario/scenario-arguments.js";

/** What solved profiles depend on: side payments and, unless it decides the answer, the hazard only value them. */
function solvedBy(summit: Summit, scenario: Scenario): unknown {
  const { response, players, minimum, penalty, assumptions, items, years } = summit;
  const { hazard, leak } = assumptions;
  const judged = response === "credible" ? hazard : null;
  return [scenario, response, players, minimum, penalty, leak, judged, items.ids, years];
}

/** Reads `KOR=300`, MUSD, into kUSD. @throws INVALID_ARGUMENT. */
function sidePayments(texts: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    texts.map((text) => {
      const [seat, amount, ...rest] = text.split("=");
      const value = Number(amount);
      if (rest.length > 0 || amount === undefined || amount.trim() === "" || !Number.isFinite(value))
        throw usageError("INVALID_ARGUMENT", { path: "--pay", found: text, expected: "SEAT=MUSD" });
      return [seat.trim(), 1000 * value];
    }),
  );
}

/** The profiles whose rest structural draws test: where the path ends, the full table, the empty one. */
function resting({ named, book }: SummitResult): Profile[] {
  const grand = { commit: (1 << book.summit.players.length) - 1, deal: 0 };
  return [
    ...new Map(
      [named[0], grand, ...named.slice(-1)].map((profile) => [JSON.stringify(profile), profile]),
    ).values(),
  ];
}

export const summit = defineCommand({
  name: "summit",
  schema: "didym/summit@1",
  positionals: [scenarioArgument],
  flags: {
    response: {
      kind: "text",
      value: "RULE",
      brief: {
        en: "how China answers: none, licence-squeeze, first-mover-squeeze, price-war, matching-export-tax, courtship, credible (its best reply), or best-restriction (its best licence volume, slow)",
        zh: "中国如何回应：none、licence-squeeze、first-mover-squeeze、price-war、matching-export-tax、courtship、credible（其最优回应）或 best-restriction（其最优许可量，较慢）",
      },
    },
    seats: {
      kind: "text",
      value: "SEATS",
      brief: {
        en: "seats that decide, as USA,JPN,EU; the others stay out",
        zh: "参与决策的席位，例如 USA,JPN,EU；其余观望",
      },
    },
    hazard: {
      kind: "number",
      least: 0,
      most: 1,
      brief: { en: "chance of a stop in a year, 0 to 1", zh: "每年断供概率，0 到 1" },
    },
    minimum: {
      kind: "integer",
      least: 0,
      brief: { en: "members below which the package does not bind", zh: "方案生效所需的最少成员数" },
    },
    penalty: {
      kind: "number",
      least: 0,
      most: 200,
      brief: {
        en: "duty of members on the contested goods of seats that stay out, percent",
        zh: "成员对未加入席位的争议商品加征的关税，百分比",
      },
    },
    pay: {
      kind: "list",
      value: "SEAT=MUSD",
      brief: {
        en: "money from outside for a seat that joins, present value, as KOR=300",
        zh: "外部向加入的席位支付的现值（百万美元），例如 KOR=300",
      },
    },
    deals: {
      kind: "switch",
      brief: {
        en: "count deals of one's own everywhere: all three stances up to eight seats, a lone deal beyond (slower; always so up to four seats)",
        zh: "处处计入单独协议：八席以内解出全部三种立场，超过则只计单独一方的协议（较慢；不超过四席时始终如此）",
      },
    },
    draws: {
      kind: "integer",
      least: 0,
      most: 4096,
      brief: {
        en: "structural draws behind the odds of the coalitions named (slow; default 0)",
        zh: "结构性抽样次数（较慢，默认 0）",
      },
    },
    resume: {
      kind: "switch",
      brief: {
        en: "take up profiles that are kept (always done unless --no-cache)",
        zh: "接续已保存的组合（除非 --no-cache，总是如此）",
      },
    },
    "dry-run": {
      kind: "switch",
      brief: { en: "say size and time, play nothing", zh: "只说明规模与用时，不求解" },
    },
    set: setFlag,
  },
  examples: [
    {
      args: "summit washington-2026 --seats USA,JPN,EU",
      does: { en: "three seats decide, the others stay out", zh: "三个席位决策，其余观望" },
    },
    {
      args: "summit washington-2026 --response credible --seats USA,JPN,EU --json",
      does: {
        en: "China's best reply to each coalition, for a program",
        zh: "中国对每个联盟的最优回应，供程序使用",
      },
    },
    {
      args: "summit washington-2026 --out summit",
      does: {
        en: "all twelve seats; every payoff by profile, seat, year and item",
        zh: "全部十二席；按组合、席位、年份与项目输出",
      },
    },
  ],
  run: async (context, { positionals: [name], flags }): Promise<Answer> => {
    const begun = performance.now();
    const { scenario, warnings } = await readScenario(name, context, flags.set);
    const options: SummitOptions = {
      ...(flags.response !== undefined && { response: flags.response }),
      ...(flags.seats !== undefined && { players: commaList(flags.seats) }),
      ...(flags.minimum !== undefined && { minimum: flags.minimum }),
      ...(flags.penalty !== undefined && { penalty: flags.penalty / 100 }),
      ...(flags.pay.length > 0 && { sidePayments: sidePayments(flags.pay) }),
      ...(flags.hazard !== undefined && { assumptions: { hazard: flags.hazard } }),
    };
    const prepared = await summitOf(scenario, options);
    if (flags["dry-run"])
      return plannedSummit(prepared, scenario.name, context.globals.workers ?? cpus().length, context);
    const key = await workKey(context, "summit", solvedBy(prepared, scenario));
    const folder = join(cacheFolder(context.env), "summit", key);
    const keeps = !context.globals["no-cache"];
    const workers = context.globals.workers ?? cpus().length;
    const pool = pooled({ scenario, options }, workers, context, (entry) =>
      keeps ? keepEntry(folder, entry) : Promise.resolve(),
    );
    const result = await play(prepared, {
      execute: keeps ? resuming(folder, pool) : pool,
      ...(flags.deals && { deals: true }),
      progress: (done, total) => {
        context.progress.report(done, total);
      },
    });
    const { answer } = result;
    const structural = await structuralOdds(
      prepared,
      scenario,
      options,
      resting(result),
      flags.draws ?? 0,
      here(context, () => Promise.resolve()),
      (done, total) => {
        context.progress.report(done, total);
      },
    );
    context.progress.end();
    const wantsFiles = context.globals.out !== undefined || context.globals.table !== undefined;
    return {
      data: { ...answer, structural, seconds: (performance.now() - begun) / 1000 },
      tables: [
        summaryTable(answer, context),
        seatTable(answer, context, prepared),
        choiceTable(answer, context),
        pathTable("path", answer, context),
        pathTable("start", answer, context),
        ...restTable(answer, context),
        splitTable(answer, context),
        responseTable(answer, context),
        likelihoodTable(answer, context),
        ...(structural.draws > 0 ? [structuralTable(structural, context)] : []),
        ...(wantsFiles ? [payoffTable(result), itemTable(result)] : []),
      ],
      notes: warnings.map((issue) => issueLines(issue, context.messages, "warning").trimEnd()),
    };
  },
});
