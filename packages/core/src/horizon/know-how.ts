import type { Calibration } from "../market/calibration.js";
import { log, pow } from "../numeric/elementary.js";
import type { HorizonParameters } from "./parameters.js";
import type { KnowHow } from "./state.js";
import type { YearTerms } from "./terms.js";

/** Kinds of know-how, one per kind of technology; arrays are regions × kinds, row-major. */
export const kinds = ["mine", "separation", "metal", "magnet", "recycling"] as const;
const stageOf = {
  mine: "concentrate",
  separation: "oxide",
  metal: "metal",
  magnet: "magnet",
  recycling: "oxide",
} as const;

/** Experience at the end of the base year: so many years of base output behind each region. */
export function baseKnowHow({ nodes, regions }: Calibration, parameters: HorizonParameters): KnowHow {
  const size = regions.length * kinds.length;
  const experience = new Float64Array(size);
  for (let k = 0; k < nodes.count; k++)
    experience[cell(nodes, k)] += nodes.level[k] * parameters.experienceYears;
  return {
    experience,
    access: new Float64Array(size),
    donor: new Int32Array(size).fill(-1),
    reached: new Float64Array(size).fill(1),
  };
}

/**
 * What a region can do, as tonnes of experience: the most of its own, a share of the frontier's that is open to all (less what a ban
 * closes), a larger share of the best among those who share, and of a donor's as far as its transfer has come.
 */
export function usableExperience(
  calibration: Calibration,
  { experience, access, donor }: KnowHow,
  terms: YearTerms,
  parameters: HorizonParameters,
): Float64Array {
  const count = calibration.regions.length;
  const width = kinds.length;
  const banned = bannedAccess(calibration, terms);
  const shared = sharedAccess(calibration, terms);
  const { openAccess, sharedAccess: amongMembers } = parameters;
  const usable = experience.slice();
  for (let r = 0; r < count; r++) {
    for (let other = 0; other < count; other++) {
      if (other === r) continue;
      for (let kind = 0; kind < width; kind++) {
        const at = r * width + kind;
        let open = banned[(other * count + r) * width + kind] === 1 ? 0 : openAccess;
        if (shared[other * count + r] === 1) open = Math.max(open, amongMembers);
        if (donor[at] === other) open = Math.max(open, access[at]);
        usable[at] = Math.max(usable[at], open * experience[other * width + kind]);
      }
    }
  }
  return usable;
}

/** 1 where an exporter's ban closes a kind to a region: exporters × regions × kinds. */
function bannedAccess({ regions }: Calibration, { technologyBans }: YearTerms): Uint8Array {
  const banned = new Uint8Array(regions.length * regions.length * kinds.length);
  for (const ban of technologyBans) {
    const exporter = regions.indexOf(ban.exporter);
    if (exporter < 0) continue;
    regions.forEach((region, r) => {
      if (ban.regions.length > 0 && !ban.regions.includes(region)) return;
      kinds.forEach((kind, i) => {
        if (ban.stages.includes(stageOf[kind]))
          banned[(exporter * regions.length + r) * kinds.length + i] = 1;
      });
    });
  }
  return banned;
}

/** 1 where two regions share what they know: regions × regions. */
function sharedAccess({ regions }: Calibration, { sharedKnowHow }: YearTerms): Uint8Array {
  const shared = new Uint8Array(regions.length * regions.length);
  for (const { regions: members } of sharedKnowHow) {
    const among = members.map((id) => regions.indexOf(id)).filter((r) => r >= 0);
    for (const one of among) for (const other of among) shared[one * regions.length + other] = 1;
  }
  return shared;
}

/**
 * Cost relative to the base year per region and kind: experience relative to the frontier's, against the same in the base year, to the
 * power −b, b = −log₂(1 − learning rate). Only the gap to the frontier counts; 1 where nobody has experience.
 */
export function costFactors(
  usable: Float64Array,
  baseUsable: Float64Array,
  parameters: HorizonParameters,
): Float64Array {
  const factors = new Float64Array(usable.length).fill(1);
  const width = kinds.length;
  for (let kind = 0; kind < width; kind++) {
    const [now, before] = [frontier(usable, kind), frontier(baseUsable, kind)];
    const exponent = log(1 - parameters.learningRate[kinds[kind]]) / log(2);
    for (let at = kind; at < usable.length; at += width) {
      if (usable[at] <= 0 || baseUsable[at] <= 0) continue;
      const gap = (usable[at] / now) * (before / baseUsable[at]);
      if (Math.abs(gap - 1) > 1e-12) factors[at] = pow(gap, exponent);
    }
  }
  return factors;
}

function frontier(values: Float64Array, kind: number): number {
  let most = 0;
  for (let at = kind; at < values.length; at += kinds.length) most = Math.max(most, values[at]);
  return most;
}

export interface NodeKnowHow {
  readonly costFactor: Float64Array;
  readonly outputFactor: Float64Array;
  readonly reached: Float64Array;
}

/**
 * Factors per node. Plants of the base year keep the best they have reached; new plants start from what their region can use today.
 * Output per tonne of feed follows where cost has fallen (`yieldFactor`); a wider gap costs money, not yield.
 */
export function nodeKnowHow(
  { nodes }: Calibration,
  factors: Float64Array,
  before: KnowHow,
  parameters: HorizonParameters,
): NodeKnowHow {
  const reached = before.reached.map((least, at) => Math.min(least, factors[at]));
  const costFactor = new Float64Array(nodes.count);
  const outputFactor = new Float64Array(nodes.count).fill(1);
  for (let k = 0; k < nodes.count; k++) {
    const at = cell(nodes, k);
    const { kind } = nodes.technology[k];
    costFactor[k] = nodes.kind[k] !== "base" && factors[at] > 1 ? factors[at] : reached[at];
    if (costFactor[k] < 1)
      outputFactor[k] = yieldFactor(costFactor[k], parameters.recovery[kind], parameters.magnetGrade[kind]);
  }
  return { costFactor, outputFactor, reached };
}

/**
 * Output relative to the base year's where cost is f times what it was: both losses grow and shrink with f, what is not recovered and
 * what is recovered but not good enough for magnets. With recovery r = r_c·g, `(1 − (1−r_c)f)/r_c · (1 − (1−g)f)/g`: 1 at f = 1, and 1/r,
 * all that the feed holds, where nothing is lost.
 */
export function yieldFactor(f: number, recovery: number, magnetGrade: number): number {
  const recovered = Math.min(1, recovery / magnetGrade);
  const kept = (share: number) => Math.max(0, 1 - (1 - share) * f) / share;
  return kept(recovered) * kept(magnetGrade);
}

/** Experience after this year's output, and transfers a step further. */
export function nextKnowHow(
  { nodes, regions }: Calibration,
  before: KnowHow,
  reached: Float64Array,
  level: Float64Array,
  terms: YearTerms,
): KnowHow {
  const experience = before.experience.slice();
  for (let k = 0; k < nodes.count; k++) experience[cell(nodes, k)] += level[k];
  const [access, donor] = [before.access.slice(), before.donor.slice()];
  for (const transfer of terms.technologyTransfers) {
    const from = regions.indexOf(transfer.donor);
    for (const host of transfer.hosts) {
      const to = regions.indexOf(host);
      if (from < 0 || to < 0) continue;
      kinds.forEach((kind, i) => {
        if (!transfer.stages.includes(stageOf[kind])) return;
        const at = to * kinds.length + i;
        donor[at] = from;
        access[at] += transfer.speed * (1 - access[at]);
      });
    }
  }
  return { experience, access, donor, reached };
}

function cell(nodes: Calibration["nodes"], k: number): number {
  return nodes.region[k] * kinds.length + kinds.indexOf(nodes.technology[k].kind);
}
