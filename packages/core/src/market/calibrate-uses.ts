import type { Baseline, BaseUse } from "../baseline/baseline.js";
import type { Chain, EndUse } from "../chain/chain.js";
import { log } from "../numeric/elementary.js";
import type { BuyerBase } from "./calibrate-arcs.js";
import type { CalibratedUses } from "./calibration.js";
import { baseElasticity, demandExponent } from "./demand-exponent.js";
import type { IndexSpaces } from "./index-spaces.js";

/** Final demand of each end use in each region; grade weights make the base shares the answer at base prices. */
export function calibrateUses(
  chain: Chain,
  baseline: Baseline,
  spaces: IndexSpaces,
  buyers: BuyerBase,
): CalibratedUses {
  const endUses = new Map(chain.endUses.map((endUse) => [endUse.id, endUse]));
  const rows = baseline.uses.flatMap((use) => {
    const row = useRow(use, endUses.get(use.endUse)!, spaces, buyers);
    return row === undefined ? [] : [row];
  });
  const goodStart = new Int32Array(rows.length + 1);
  rows.forEach((row, u) => (goodStart[u + 1] = goodStart[u] + row.goods.length));
  const goods = rows.flatMap((row) => row.goods);
  const column = (pick: (row: UseRow) => number) => Float64Array.from(rows, pick);
  return {
    count: rows.length,
    id: rows.map(({ use }) => `${use.endUse}@${use.region}`),
    region: Int32Array.from(rows, ({ use }) => spaces.regionIndex.get(use.region)!),
    endUse: rows.map(({ use }) => use.endUse),
    quantity: column((row) => row.quantity),
    price: column((row) => row.price),
    exponentShort: column((row) => row.exponentShort),
    exponentLong: column((row) => row.exponentLong),
    habit: column(
      (row) =>
        baseElasticity(row.exponentLong, row.choke / row.price) -
        baseElasticity(row.exponentShort, row.choke / row.price),
    ),
    choke: column((row) => row.choke),
    gradeScale: column((row) => row.gradeScale),
    goodStart,
    goodBuyer: Int32Array.from(goods, (good) => good.buyer),
    goodWeight: Float64Array.from(goods, (good) => good.weight),
    goodQuantity: Float64Array.from(goods, (good) => good.quantity),
    index: demandIndexTable(baseline, rows),
  };
}

interface UseRow {
  readonly use: BaseUse;
  readonly quantity: number;
  readonly price: number;
  readonly exponentShort: number;
  readonly exponentLong: number;
  readonly choke: number;
  readonly gradeScale: number;
  readonly goods: readonly { readonly buyer: number; readonly weight: number; readonly quantity: number }[];
}

function useRow(use: BaseUse, endUse: EndUse, spaces: IndexSpaces, buyers: BuyerBase): UseRow | undefined {
  const region = spaces.regionIndex.get(use.region)!;
  const used = Object.entries(use.goods).filter(([, quantity]) => quantity > 0);
  let [quantity, value] = [0, 0];
  const known = used.map(([good, amount]) => {
    const buyer = spaces.buyers.at(region, spaces.goodIndex.get(good)!);
    quantity += amount;
    value += amount * buyers.price[buyer];
    return { buyer, amount };
  });
  if (quantity === 0) return undefined;
  const price = value / quantity;
  const choke = price + endUse.valueAdded;
  const scale = endUse.gradeScale;
  const goods = known.map(({ buyer, amount }) => {
    const share = amount / quantity;
    const weight = scale > 0 ? log(share) + (buyers.price[buyer] - price) / scale : share;
    return { buyer, weight, quantity: amount };
  });
  return {
    use,
    quantity,
    price,
    exponentShort: demandExponent(endUse.elasticityShort, choke / price),
    exponentLong: demandExponent(endUse.elasticityLong, choke / price),
    choke,
    gradeScale: scale,
    goods,
  };
}

function demandIndexTable(baseline: Baseline, rows: readonly UseRow[]): Float64Array {
  const width = baseline.demandIndex.years.length;
  const table = new Float64Array(rows.length * width).fill(1);
  const series = new Map(baseline.demandIndex.rows.map((row) => [`${row.endUse}@${row.region}`, row.values]));
  rows.forEach(({ use }, u) => {
    const values = series.get(`${use.endUse}@${use.region}`);
    if (values !== undefined) table.set(values, u * width);
  });
  return table;
}
