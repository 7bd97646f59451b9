import { balanceBaseYear, baseline, type Baseline } from "@didym/core/baseline";
import { loadChain, type Chain, type ChainFile } from "@didym/core/chain";
import { beforeAll, describe, expect, it } from "vitest";
import { repositoryRoot } from "@didym/testing";
import { balancePage } from "./balance-page.js";
import { baseYearDigest } from "./base-year-digest.js";
import { compileChain } from "./chain.js";
import { compileData } from "./compile-data.js";
import { readDataFolder } from "./read-data-folder.js";

let file: ChainFile;
let chain: Chain;
let base: Baseline;

beforeAll(() => {
  const files = readDataFolder(`${repositoryRoot}data`);
  file = compileChain(
    compileData(files).chains.find((entry) => entry.id === "rare-earths")!,
    files,
  );
  chain = loadChain(file);
  base = baseline(chain);
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const figure = (id: string): Baseline["figures"][number] => base.figures.find((row) => row.id === id)!;
const made = (good: string, region?: string): number =>
  sum(
    base.nodes
      .filter((node) => region === undefined || node.region === region)
      .map((node) => node.level * (node.outputs[good] ?? 0)),
  );
const price = (region: string, good: string): number =>
  base.origins.find((row) => row.region === region && row.good === good)!.price;

describe("the tonnes of the balanced base year", () => {
  it("leave every origin exactly as they came to it", () => {
    for (const origin of base.origins) {
      const out = sum(
        base.flows
          .filter((flow) => flow.from === origin.region && flow.good === origin.good)
          .map((flow) => flow.quantity),
      );
      const came = made(origin.good, origin.region) + origin.recycled;
      expect(Math.abs(came - origin.disposal - out) / came, `${origin.region} ${origin.good}`).toBeLessThan(
        1e-12,
      );
    }
  });

  it("reach every buyer exactly as they are used", () => {
    for (const { id: region } of chain.regions) {
      for (const { id: good } of chain.goods) {
        const inward = sum(
          base.flows.filter((flow) => flow.to === region && flow.good === good).map((flow) => flow.quantity),
        );
        const works = sum(
          base.nodes
            .filter((node) => node.region === region)
            .map((node) => node.level * (node.inputs[good] ?? 0)),
        );
        const final = sum(
          base.uses.filter((use) => use.region === region).map((use) => use.goods[good] ?? 0),
        );
        expect(Math.abs(inward - works - final), `${region} ${good}`).toBeLessThanOrEqual(
          1e-12 * Math.max(inward, works + final),
        );
      }
    }
  });

  it("are never negative, and no plant runs above its capacity or below its reach", () => {
    const flows = base.flows.map((flow) => flow.quantity);
    const stocks = base.origins.flatMap((origin) => [origin.disposal, origin.recycled]);
    const uses = base.uses.flatMap((use) => Object.values(use.goods));
    for (const quantity of [...flows, ...stocks, ...uses]) expect(quantity).toBeGreaterThanOrEqual(0);
    for (const node of base.nodes) {
      expect(node.level / node.capacity, node.id).toBeLessThanOrEqual(0.98 + 1e-12);
      expect(node.level / node.capacity, node.id).toBeGreaterThanOrEqual(0.02);
    }
  });

  it("lose mass in a process and never gain it", () => {
    for (const node of base.nodes.filter((row) => row.technology.startsWith("separation"))) {
      expect(sum(Object.values(node.outputs)), node.id).toBeLessThan(1);
    }
  });

  it("keep elements: what light separation takes in comes out as oxides and SEG+ less the loss", () => {
    const node = base.nodes.find((row) => row.id === "chn-separation-bayan-obo")!;
    const nd = (good: string): number => chain.goods.find((row) => row.id === good)!.elements["Nd"] ?? 0;
    const inside =
      nd("concentrate.bayan-obo") +
      (chain.goods.find((row) => row.id === "concentrate.bayan-obo")!.elements["Pr"] ?? 0);
    const recovered = node.outputs["oxide.NdPr"] * 0.857;
    expect(recovered / inside).toBeCloseTo(0.92, 2);
  });
});

describe("the money of the balanced base year", () => {
  it("has a positive price at every origin, at the floor where tonnes are unsold", () => {
    for (const origin of base.origins) {
      expect(origin.price, `${origin.region} ${origin.good}`).toBeGreaterThan(0);
      if (origin.disposal > 0) expect(origin.disposalPrice).toBe(origin.price);
      else expect(origin.disposalPrice).toBeLessThan(origin.price);
    }
  });

  it("leaves every running plant a positive value added or a dated support", () => {
    for (const node of base.nodes) {
      const earned = sum(
        Object.entries(node.outputs).map(([good, amount]) => amount * price(node.region, good)),
      );
      const paid = sum(
        Object.entries(node.inputs).map(([good, amount]) => amount * landed(node.region, good)),
      );
      if (earned - paid <= (node.cost ?? 0)) expect(node.supportUntil, node.id).toBeGreaterThan(base.year);
      expect(earned - paid, node.id).toBeGreaterThan(0);
    }
  });

  it("puts the unrefunded Chinese tax on oxides and metals abroad and not on magnets", () => {
    const taxed = new Set(
      base.wedges
        .filter((wedge) => wedge.kind === "export-tax" && wedge.from === "CHN")
        .map((wedge) => wedge.good),
    );
    expect(taxed).toEqual(
      new Set(chain.goods.map((good) => good.id).filter((good) => /^(oxide|metal)\./u.test(good))),
    );
    expect(1.13 * price("CHN", "oxide.NdPr")).toBeGreaterThan(52);
    expect(1.13 * price("CHN", "oxide.NdPr")).toBeLessThan(57);
  });

  it("keeps Sm and Gd apart: their prices differ tenfold", () => {
    expect(price("CHN", "oxide.Gd") / price("CHN", "oxide.Sm")).toBeGreaterThan(10);
  });

  /** Mean delivered cost, USD/kg. */
  function landed(region: string, good: string): number {
    const flows = base.flows.filter((flow) => flow.to === region && flow.good === good);
    const cost = flows.map((flow) => {
      const wedges = base.wedges.filter(
        (wedge) => wedge.from === flow.from && wedge.to === region && wedge.good === good,
      );
      const rate = (kind: string): number =>
        sum(wedges.filter((wedge) => wedge.kind === kind).map((wedge) => wedge.adValorem));
      const fob = price(flow.from, good) * (1 + rate("export-tax"));
      const value =
        chain.regions.find((row) => row.id === region)!.dutyBase === "fob" ? fob : fob + flow.freight;
      return flow.quantity * (fob + flow.freight + rate("duty") * value);
    });
    return sum(cost) / sum(flows.map((flow) => flow.quantity));
  }
});

describe("what is known of 2024", () => {
  it("comes out near its figures: China's NdPr chain", () => {
    expect(figure("china-NdPr-oxide-output").balanced).toBeGreaterThan(100_000);
    expect(figure("china-NdPr-oxide-output").balanced).toBeLessThan(108_000);
    expect(made("metal.NdPr", "CHN")).toBeGreaterThan(82_000);
    expect(made("metal.NdPr", "CHN")).toBeLessThan(92_000);
    const finished = sum(
      ["cerium", "standard", "high-temperature"].map((grade) => made(`magnet.NdFeB-${grade}`, "CHN")),
    );
    expect(finished).toBeGreaterThan(208_000);
    expect(finished).toBeLessThan(245_000);
    expect(Math.abs(figure("china-magnet-exports").balanced / 58_152 - 1)).toBeLessThan(0.05);
  });

  it("leaves more than half of the world's lanthanum and cerium unsold, and none of the NdPr", () => {
    const unsold = (good: string): number =>
      sum(base.origins.filter((row) => row.good === good).map((row) => row.disposal));
    expect(unsold("oxide.LaCe") / made("oxide.LaCe")).toBeGreaterThan(0.5);
    expect(unsold("oxide.NdPr")).toBe(0);
  });

  it("keeps concentrates on their routes: Myanmar to China, Mount Weld to Malaysia, Mountain Pass to China and itself", () => {
    const destinations = (from: string, good: string): string[] =>
      base.flows
        .filter((flow) => flow.from === from && flow.good === good && flow.quantity > 1000)
        .map((flow) => flow.to);
    expect(destinations("MMR", "concentrate.clay-southeast-asia")).toEqual(["CHN"]);
    expect(destinations("AUS", "concentrate.monazite").sort()).toEqual(["CHN", "MYS"]);
    expect(destinations("USA", "concentrate.mountain-pass").sort()).toEqual(["CHN", "USA"]);
    expect(base.closedRoutes).toContainEqual({ good: "concentrate.seg", from: "CHN", to: "USA" });
  });

  it("moves each figure the way the rival figures pull it", () => {
    expect(figure("level.mmr-kachin").balanced).toBeLessThan(figure("level.mmr-kachin").found);
    expect(figure("myanmar-usgs").balanced).toBeGreaterThan(figure("myanmar-usgs").found);
    expect(figure("china-magnets-to-EU-customs").balanced).toBeLessThan(
      figure("china-magnets-to-EU-customs").found,
    );
    expect(figure("china-magnets-to-EU-auditors").balanced).toBeGreaterThan(
      figure("china-magnets-to-EU-auditors").found,
    );
    expect(figure("yield.chn-separation-clay-southeast-asia.oxide.Dy").balanced).toBeGreaterThan(0.03);
  });

  it("moves measured figures least", () => {
    const largest = (grade: string): number =>
      Math.max(
        ...base.figures
          .filter(
            (row) =>
              row.grade === grade &&
              row.implied !== undefined &&
              chain.base!.figures.some((found) => found.id === row.id && found.role === "balance"),
          )
          .map((row) => Math.abs(row.balanced / row.found - 1)),
      );
    expect(largest("A")).toBeLessThan(0.02);
    expect(largest("A")).toBeLessThan(largest("B"));
    expect(largest("B")).toBeLessThan(largest("C"));
    expect(largest("C")).toBeLessThan(largest("D"));
  });
});

describe("the origin of every figure", () => {
  it("is a known source, or it is an assumption with a reason", () => {
    const files = readDataFolder(`${repositoryRoot}data`);
    const known = new Set(files["sources.csv"].split("\n").map((line) => line.split(",")[0]));
    for (const [table, rows] of Object.entries(file.tables)) {
      for (const row of rows as readonly Record<string, unknown>[]) {
        if (row["grade"] === undefined) continue;
        expect(row["grade"], JSON.stringify(row)).toMatch(/^[ABCD]$/u);
        expect(String(row["reason"]).length, JSON.stringify(row)).toBeGreaterThan(6);
        for (const source of String(row["source_id"])
          .split(";")
          .filter((id) => id !== "")) {
          expect(known.has(source), `${table}: ${source}`).toBe(true);
        }
      }
    }
  });

  it("stands behind every plant: a row of the evidence", () => {
    const files = readDataFolder(`${repositoryRoot}data`);
    const ids = ["facilities", "deposits"].flatMap((table) =>
      files[`evidence/${table}.csv`].split("\n").map((line) => line.split(",")[0]),
    );
    for (const row of [...file.tables.nodes, ...file.tables.projects]) {
      if (row.plant !== "") expect(ids, row.id).toContain(row.plant);
    }
  });

  it("gives each assumption a value inside its range", () => {
    for (const row of file.tables.assumptions) {
      expect(row.low, row.id).toBeLessThanOrEqual(row.value);
      expect(row.value, row.id).toBeLessThanOrEqual(row.high);
    }
  });

  it("names owners whose shares add up to one", () => {
    for (const row of [...base.nodes, ...base.projects])
      expect(sum(row.owners.map((owner) => owner.share)), row.id).toBeCloseTo(1, 9);
  });
});

describe("the program of the balance", () => {
  it("takes no step from the stored answer and finds the same from nothing", () => {
    expect(balanceBaseYear(chain).iterations).toBe(0);
    const { multipliers: _, ...bare } = file;
    const again = balanceBaseYear(loadChain(bare));
    expect(again.iterations).toBeGreaterThan(0);
    again.baseline.flows.forEach((flow, i) => {
      expect(flow.quantity / base.flows[i].quantity).toBeCloseTo(1, 9);
    });
  });

  it("balances other assumptions too", () => {
    const { residual, baseline: other } = balanceBaseYear(
      loadChain(file, { "recovery.separation": 0.88, "yield.metal": 0.96 }),
    );
    expect(residual).toBeLessThan(1e-12);
    expect(other.figures).toHaveLength(base.figures.length);
  });

  it("still gives the base year that is on record", async () => {
    await expect(baseYearDigest(base)).toMatchFileSnapshot(
      `${repositoryRoot}golden/base-year/rare-earths.csv`,
    );
  });

  it("still writes the page of the documentation", async () => {
    await expect(balancePage(file)).toMatchFileSnapshot(`${repositoryRoot}docs/balance.md`);
  });
});
