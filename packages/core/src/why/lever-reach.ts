import { matches, resolveParties } from "../fields/index.js";
import { worldOfRun, type RunResult } from "../results/index.js";
import type { ScenarioLever } from "../scenario/index.js";

/** Where a lever bites first: at a border, at plants, in stores or in demand; the goods it names; from whom and to whom it counts. */
export interface LeverReach {
  readonly at: "border" | "plant" | "stock" | "demand";
  readonly goods: readonly string[];
  /** Exporters and destinations of a lever at a border; regions by id, in the order of the chain. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Reads it from the lever's fields: a lever that names destinations acts at their border. */
export function leverReach({ kind, params }: ScenarioLever, run: RunResult): LeverReach {
  const { chain, baseline, goods } = run.frame.calibration;
  const named = [params["good"], params["goods"]].flat().filter((name) => typeof name === "string");
  const world = worldOfRun(chain, baseline);
  const regions = (fields: readonly string[]): readonly string[] => {
    const given = fields.map((field) => params[field]).find(Array.isArray) as readonly string[] | undefined;
    return given === undefined ? [] : resolveParties(given, run.members, world, true).regions;
  };
  const border = kind === "price-floor" && params["mechanism"] === "border-adjusted";
  const to = border
    ? resolveParties(
        (params["importers"] as readonly string[] | undefined) ?? ["members"],
        run.members,
        world,
        true,
      ).regions
    : regions(["importers", "destinations", "party"]);
  const atBorder = to.length > 0 && !kind.startsWith("technology");
  return {
    at: atBorder ? "border" : "holder" in params ? "stock" : "end-uses" in params ? "demand" : "plant",
    goods: goods.filter((good) => named.some((pattern) => matches(pattern, good))),
    from: regions(["exporters", "exporter", "supplier", "donor"]),
    to,
  };
}
