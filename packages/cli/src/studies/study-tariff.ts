import { valueOf, type RunResult } from "@didym/core/results";
import type { Experiment } from "@didym/core/studies";
import { laboratory } from "../run/laboratory.js";
import { withLevers } from "./with-levers.js";

/**
 * What a duty on Chinese goods does to an importer's sources. `measure=elasticity`: fall of imports from China against those from others,
 * in logs, over the log of one plus the duty. `measure=others`: change of imports from others, per cent.
 */
export async function tariffResponse(experiment: Experiment): Promise<number> {
  const [good, importer, year] = ["good", "importer", "year"].map((key) => experiment.word(key));
  const rate = experiment.number("rate");
  const scenario = await withLevers(Number(year));
  const lab = await laboratory({});
  const duty = { importers: [importer], exporters: ["CHN"], goods: [good], rate: `${rate}%`, from: 2026 };
  const without = lab.run(scenario([]), {});
  const withDuty = lab.run(scenario([{ tariff: { id: "study-duty", ...duty } }]), {});
  const bought = (run: RunResult, from: string): number =>
    valueOf(run, `imports-from[${good},${importer},${from},${year}]`) ?? 0;
  const others = (run: RunResult): number =>
    lab.chain.regions.reduce(
      (sum, { id }) => (id === "CHN" || id === importer ? sum : sum + bought(run, id)),
      0,
    );
  if (experiment.word("measure") === "others") return 100 * (others(withDuty) / others(without) - 1);
  const relative = (run: RunResult): number => Math.log(bought(run, "CHN") / others(run));
  return (relative(without) - relative(withDuty)) / Math.log(1 + rate / 100);
}
