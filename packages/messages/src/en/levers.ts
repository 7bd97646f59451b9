import type { Explanation } from "../text.js";

/** Every lever with its meaning; this catalogue defines the names. */
export const levers = {
  "price-floor": {
    title: "price-floor",
    text: "Guarantees producers a price. As a contract for difference the payers top up covered sales when the index is below the strike; as a border-adjusted floor imports from non-members bear a levy that lifts their landed price to the reference.",
    equation: "payment = max(0, F − I)·covered sales;  v = (1−ρ)·max(0, reference − landed)",
    source: "docs/model.md, levers",
  },
  offtake: {
    title: "offtake",
    text: "A treasury buys a quantity at a price in advance, into a stockpile.",
    equation: "use + B, B = volume; net price of the suppliers = π + max(0, price − π) on that volume",
    source: "docs/model.md, levers",
  },
  tariff: {
    title: "tariff",
    text: "A duty on imports of goods from the named exporters, by value or per tonne. Members of a customs union carry one tariff.",
    equation: "c = cif + τ·V, V = fob or cif",
    source: "docs/model.md, levers",
  },
  "tariff-rate-quota": {
    title: "tariff-rate-quota",
    text: "A lower duty up to a limit and a higher one beyond it; the quota's rent lies between nothing and the difference.",
    equation: "0 ≤ λ ≤ c_over − c_in",
    source: "docs/model.md, quantity controls",
  },
  "export-tax": {
    title: "export-tax",
    text: "A tax of the exporter on goods that leave it, by value or per tonne, kept by its treasury.",
    equation: "fob = π(1+xᵃ) + xˢ + λ_X",
    source: "docs/model.md, levers",
  },
  "export-licence": {
    title: "export-licence",
    text: "Limits the volume of goods to the named destinations, each or pooled. The scarcity rent stays with the exporter unless said otherwise.",
    equation: "0 ≤ λ ⟂ limit − flow ≥ 0",
    source: "docs/model.md, quantity controls",
  },
  "export-quota": {
    title: "export-quota",
    text: "Limits the volume of exports over all destinations together.",
    equation: "0 ≤ λ ⟂ limit − Σ flow ≥ 0",
    source: "docs/model.md, quantity controls",
  },
  "export-ban": {
    title: "export-ban",
    text: "Closes the routes for goods to the named destinations.",
    equation: "ln a_ij = −∞: s_ij = 0",
    source: "docs/model.md, quantity controls",
  },
  "processing-delay": {
    title: "processing-delay",
    text: "Makes licences wait. In the first year the flow loses the goods in waiting, unless the wait began before; in every year buyers bear the cost of holding them.",
    equation: "flow ≤ (1 − d)·flow⁰ in the first year; c + d·r·π⁰ in every year",
    source: "docs/model.md, levers",
  },
  "technology-export-ban": {
    title: "technology-export-ban",
    text: "Cuts the access of others to the exporter's know-how at the named stages.",
    equation: "know-how = max(own path, shared frontier × access)",
    source: "docs/model.md, years",
  },
  "output-quota": {
    title: "output-quota",
    text: "A legal limit on output of a good or class in a region, with its own rent.",
    equation: "0 ≤ λ ⟂ limit − Σ level ≥ 0",
    source: "docs/model.md, quantity controls",
  },
  subsidy: {
    title: "subsidy",
    text: "Pays producers per tonne, or a share of investment, or points off the cost of capital.",
    equation: "m = VA − c + support",
    source: "docs/model.md, process supply",
  },
  equity: {
    title: "equity",
    text: "Public equity or loans to a named project; raises the share of it that is completed.",
    equation: "completion share = min(1, share + completion)",
    source: "docs/model.md, levers",
  },
  stockpile: {
    title: "stockpile",
    text: "Buys into and releases from a public stock by a rule. The stock left is valued at the lower of cost and price.",
    equation: "B = min(fill, target − held); from release on B = −min(release, held)",
    source: "docs/model.md, levers",
  },
  "recycled-content": {
    title: "recycled-content",
    text: "Requires a share of recycled content; buyers trade the obligation among themselves, so it is neutral for the treasury.",
    equation: "c + (ρ − 1[covered])·μ, μ ≥ 0",
    source: "docs/model.md, quantity controls",
  },
  "local-content": {
    title: "local-content",
    text: "Requires a share of content made in named regions; buyers trade the obligation among themselves, so it is neutral for the treasury.",
    equation: "c + (ρ − 1[covered])·μ, μ ≥ 0",
    source: "docs/model.md, quantity controls",
  },
  cooperation: {
    title: "cooperation",
    text: "Among members: duty-free trade, pooled finance, shared know-how, recognised qualification, crisis sharing.",
    equation:
      "τ_ij = 0; r′ = r − points; know-how = max(own path, best among members × access); h′ = (1 − share)·h; in a stop Σ flow to non-members ≤ (1 − s)·Σ flow before",
    source: "docs/model.md, levers",
  },
  "demand-shift": {
    title: "demand-shift",
    text: "A what-if, not a policy: final demand of end uses changes by a share, reached in equal steps and kept. A substitution breakthrough is a negative change, a surge a positive one.",
    equation: "D = (1 + change)·D̄·H·((P/P̄)^{−ε} − κ)/(1−κ)",
    source: "docs/model.md, levers",
  },
  "bilateral-deal": {
    title: "bilateral-deal",
    text: "A supplier assures a party of a volume; the party concedes something, which the supplier receives.",
    equation: "Σ flow under no control ≤ volume, or spared·flow⁰; concession: party → supplier",
    source: "docs/model.md, levers",
  },
  "technology-transfer": {
    title: "technology-transfer",
    text: "A donor gives hosts access to its know-how at some stages, at a speed and a cost, for a share of the offtake.",
    equation: "gap to the donor′ = (1 − speed)·gap",
    source: "docs/model.md, levers",
  },
  "environmental-cost": {
    title: "environmental-cost",
    text: "Adds a real cost per tonne of the goods made in a region, paid to nobody. Compare it with its pair, the same cost elsewhere: others are unburdened.",
    equation: "m = VA − (c + cost per tonne)",
    source: "docs/model.md, levers",
  },
} satisfies Record<string, Explanation>;

/** The levers there are. */
export type LeverName = keyof typeof levers;
