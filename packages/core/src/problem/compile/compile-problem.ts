import { addCurve } from "../forms/index.js";
import type { CurveUnknowns } from "../forms/site.js";
import { isRationed, nodeOf, type CurveRow, type MarketProblem, type Process } from "../market-problem.js";
import { addArcs, addQuotaRents, type ArcUnknowns, type Commodity, type QuotaRents } from "./add-arcs.js";
import { addDispersion } from "./add-dispersion.js";
import { addPlaces } from "./add-places.js";
import type { SupportUnknowns } from "./add-support.js";
import { addMarketPower, addStrategicMarkets, type LeaderSlopes, type Sale } from "./add-sellers.js";
import { addTo, combine, constant, type Expression } from "./expression.js";
import { marketNeeds } from "./market-needs.js";
import type { Place } from "./place.js";
import { marketScales, processLevel, processValue } from "./scales.js";
import { Ownership } from "./sellers.js";
import { UnitBuilder } from "./unit-builder.js";

/** A market problem as a mixed complementarity problem, and where each of its quantities and prices went. */
export interface CompiledProblem {
  readonly problem: MarketProblem;
  readonly builder: UnitBuilder;
  readonly ownership: Ownership;
  readonly supply: readonly CurveUnknowns[];
  readonly demand: readonly CurveUnknowns[];
  readonly firms: readonly number[];
  readonly processes: readonly number[];
  readonly arcs: readonly ArcUnknowns[];
  readonly rents: QuotaRents;
  readonly supports: readonly SupportUnknowns[];
  /** Unknown prices of imports of a dispersed good under a ceiling, by arc. */
  readonly routePrices: ReadonlyMap<number, number>;
  readonly sales: readonly Sale[];
  /** Where producers of a region sell a good, and where its users buy. */
  readonly producers: (region: number, good: number) => Place | undefined;
  readonly firmPlace: (firm: number) => Place;
  readonly users: (region: number, good: number) => Place | undefined;
  /** What a unit is worth in a region to the seller that owns it (−1: competitive supply), ready to leave. */
  readonly sellerWorth: (seller: number, region: number, good: number) => Expression;
}

/** @param leaderSlopes what leaders know of their rivals' answers; none on the first round. */
export function compileProblem(
  problem: MarketProblem,
  leaderSlopes: LeaderSlopes = new Map(),
): CompiledProblem {
  const builder = new UnitBuilder(marketScales(problem));
  const ownership = new Ownership(problem);
  const needs = marketNeeds(problem);
  const places = addPlaces(problem, builder, needs, (good) => !ownership.isStrategic(good));
  const strategic = addStrategicMarkets(problem, builder, ownership);
  const at = (region: number, good: number) => places.at[nodeOf(problem, region, good)];
  const part = (good: number, seller: number, region: number) =>
    strategic.commodities
      .get(good)
      ?.find((commodity) => commodity.seller === seller)
      ?.place(region);
  const producers = (region: number, good: number) =>
    ownership.isStrategic(good) ? part(good, ownership.ofRegion(region, good), region) : at(region, good);
  const users = (region: number, good: number) =>
    ownership.isStrategic(good) ? strategic.market.get(nodeOf(problem, region, good)) : at(region, good);
  const firmPlace = (k: number) => {
    const { region, good } = problem.firms[k];
    return (ownership.isStrategic(good) ? part(good, ownership.ofFirm(k), region) : at(region, good))!;
  };
  const supply = problem.supply.map((row) => addCurveRow(problem, builder, row, 1, producers));
  const demand = problem.demand.map((row) => addCurveRow(problem, builder, row, -1, users));
  const firms = problem.firms.map((_, k) => addFirm(problem, builder, k, firmPlace(k)));
  const processes = problem.processes.map((process) => addProcess(builder, process, producers, users));
  const rents = addQuotaRents(problem, builder);
  const commodities = (good: number): readonly Commodity[] =>
    strategic.commodities.get(good) ?? [{ good, seller: -1, place: (region) => at(region, good) }];
  const arcs = addArcs(problem, builder, commodities, rents);
  const usePrice = (region: number, good: number) => users(region, good)!.usedFrom;
  const routePrices = addDispersion(problem, builder, arcs, places.supports, usePrice);
  const demandOf = (row: CurveRow) => demand[problem.demand.indexOf(row)].quantity;
  addMarketPower(problem, builder, strategic.sales, demandOf, leaderSlopes);
  const parts = {
    supply,
    demand,
    firms,
    processes,
    arcs,
    rents,
    supports: places.supports,
    routePrices,
    sales: strategic.sales,
  };
  const sellerWorth = (seller: number, region: number, good: number) =>
    (ownership.isStrategic(good) ? part(good, seller, region) : at(region, good))?.leave ?? constant(0);
  return { problem, builder, ownership, ...parts, producers, firmPlace, users, sellerWorth };
}

type PlaceOf = (region: number, good: number) => Place | undefined;

function addCurveRow(
  problem: MarketProblem,
  builder: UnitBuilder,
  row: CurveRow,
  side: 1 | -1,
  placeOf: PlaceOf,
): CurveUnknowns {
  const places = row.goods.map((good) => placeOf(row.region, good)!);
  const subsidy = (good: number) =>
    (side > 0 ? problem.supplySubsidy : problem.demandSubsidy)[nodeOf(problem, row.region, good)] * side;
  return addCurve(row.curve, {
    builder,
    side,
    goods: row.goods,
    price: places.map((place, g) =>
      combine([1, side > 0 ? place.produce : place.use], [1, constant(subsidy(row.goods[g]))]),
    ),
    balance: places.map((place) => (side > 0 ? place.producedInto : place.usedFrom)),
    capacity:
      side < 0 && row.goods.some((good) => problem.idle?.has(nodeOf(problem, row.region, good)))
        ? 0
        : row.capacity,
    rationed: row.goods.length === 1 && isRationed(problem, row.region, row.goods[0], side),
  });
}

function addFirm(problem: MarketProblem, builder: UnitBuilder, k: number, place: Place): number {
  const firm = problem.firms[k];
  const quantity = builder.quantity(firm.good, firm.capacity);
  builder.constant(quantity, firm.cost - problem.supplySubsidy[nodeOf(problem, firm.region, firm.good)]);
  builder.linear(quantity, quantity, firm.costSlope);
  addTo(builder, quantity, place.produce, -1);
  builder.linear(place.producedInto, quantity, 1);
  return quantity;
}

function addProcess(builder: UnitBuilder, process: Process, producers: PlaceOf, users: PlaceOf): number {
  const unit = processLevel(builder.scales, process) || 1;
  const value = processValue(builder.scales, process) || Math.abs(process.cost) || 1;
  const level = builder.level(process.capacity, unit, value);
  builder.constant(level, process.cost - process.subsidy);
  builder.linear(level, level, process.costSlope);
  for (const [good, amount] of process.inputs) {
    const place = users(process.region, good)!;
    addTo(builder, level, place.use, amount);
    builder.linear(place.usedFrom, level, -amount);
  }
  for (const [good, amount] of process.outputs) {
    const place = producers(process.region, good)!;
    addTo(builder, level, place.produce, -amount);
    builder.linear(place.producedInto, level, amount);
  }
  return level;
}
