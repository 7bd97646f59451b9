import type { Explanation } from "../text.js";

/** Every metric with its meaning; this catalogue defines the names. */
export const metrics = {
  price: {
    title: "price[good, region], USD/kg",
    text: "Mean delivered price: what buyers in the region pay for the good on average over their sources, duty and levy included, VAT not.",
    equation: "c̄_j = Σ_i s_ij c_ij",
    source: "docs/model.md, one year's equilibrium",
  },
  "use-cost": {
    title: "use-cost[good, region], USD/kg",
    text: "Cost of use: the delivered price corrected for the match cost of less suited sources. Buyers decide by it.",
    equation: "P_j = −θ ln Σ_i N_i exp(−(c_ij + h_ij)/θ)",
    source: "Harker (1988), dispersed spatial price equilibrium; Wilson (1970)",
  },
  "origin-price": {
    title: "origin-price[good, region], USD/kg",
    text: "Price at the gate of the producing region, before export tax, freight and duty.",
    equation: "π_ig ≥ φ_ig − d_ig",
    source: "docs/model.md, one year's equilibrium",
  },
  production: {
    title: "production[good, region], t/y",
    text: "Output of all processes of the region, oxides in t REO, metals and magnets in product tonnes.",
    equation: "y = K·u",
    source: "docs/model.md, process supply",
  },
  capacity: {
    title: "capacity[good, region or plant], t/y",
    text: "Capacity in service in that year: the base year's, and what projects have completed since, less what was closed.",
    equation: "K_t = K_(t−1) + completion·starts_(t−lead) − closed",
    source: "docs/model.md, years",
  },
  disposal: {
    title: "disposal[good, region], t/y",
    text: "Output that is stored or thrown away since its price would be below the cost of finishing it. Most lanthanum and cerium is.",
    equation: "z ≥ 0 ⟂ π ≥ φ − d",
    source: "docs/model.md, disposal",
  },
  use: {
    title: "use[good, region, endUse], t/y",
    text: "Quantity used, by end use, or by processes that make something of it (`process`).",
    equation: "use_j = Σ_e D_je + Σ_k input_k·y_k",
    source: "docs/model.md, final demand",
  },
  "imports-from": {
    title: "imports-from[good, region, partner], t/y",
    text: "Flow of the good from the partner into the region. Rows below 1% of the importer's use are left out unless asked for.",
    equation: "q_ij = s_ij · use_j",
    source: "docs/model.md, sourcing",
  },
  utilisation: {
    title: "utilisation[good, region], ratio 0–1",
    text: "Output divided by capacity.",
    equation: "u = y/K",
    source: "docs/model.md, process supply",
  },
  "self-sufficiency": {
    title: "self-sufficiency[good, region], ratio 0–1",
    text: "Share of the region's use that its own output could cover.",
    equation: "min(1, production/use)",
    source: "docs/model.md, accounts",
  },
  share: {
    title: "share[stage, region], ratio of world output by element tonnes",
    text: "The region's part of what the world makes at a stage, counted in tonnes of the elements.",
    equation: "share_r = Σ_g e_g·output_gr / Σ_r Σ_g e_g·output_gr, e = element content",
    source: "docs/model.md, accounts",
  },
  exposure: {
    title: "exposure[stage, region, partner, kind], ratio",
    text: "Part of the region's use that comes from the partner: directly, or embodied in what others make of it.",
    equation:
      "direct: Σ e·q_ij / Σ_i Σ e·q_ij; embodied: the same, followed back through makers’ inputs to the stage",
    source: "docs/model.md, accounts",
  },
  hhi: {
    title: "hhi[stage, region], 0–10,000",
    text: "Concentration of suppliers: the sum of squared percentage shares. Above 2,500 is commonly called highly concentrated.",
    equation: "HHI = Σ (100·share)²",
    source: "Herfindahl (1950), Hirschman (1945)",
  },
  unmet: {
    title: "unmet[endUse, region], t/y",
    text: "Demand at base prices less demand at the year's prices: what users go without.",
    equation: "D(P̄) − D(P)",
    source: "docs/model.md, final demand",
  },
  "consumer-surplus": {
    title: "consumer-surplus[region], kUSD/y",
    text: "What users would have paid beyond what they pay, up to the choke price. Only differences have meaning.",
    equation: "CS(P) = ∫_P^{Pᶜ} D",
    source: "docs/model.md, accounts",
  },
  "producer-surplus": {
    title: "producer-surplus[region], kUSD/y",
    text: "What producers receive beyond their cost, by owner. Only differences have meaning.",
    equation: "PS = K/(1−b)·[γ ln(1+e^{m/γ}) − γ ln(1+e^{−c/γ}) − b(m+c)]",
    source: "docs/model.md, process supply",
  },
  "match-cost": {
    title: "match-cost[region], kUSD/y",
    text: "The effort of using less suited sources. It is real, but no money changes hands; zero in the base year.",
    equation: "Σ θQ Σ s ln(s/a), a = N e^{−h/θ}",
    source: "docs/model.md, accounts",
  },
  welfare: {
    title: "welfare[region], kUSD/y",
    text: "Surplus of users and producers, plus public revenue and rents, less payments by levers, stock purchases and the capital charge. Only differences have meaning.",
    equation:
      "W = ΣCS + ΣPS + duties + levies + export tax + rents − payments − Σ P·(stock build − release) − capital charge",
    source: "docs/model.md, accounts",
  },
  "expected-disruption-loss": {
    title: "expected-disruption-loss[region], kUSD/y",
    text: "Loss of welfare in a stop of supply times its hazard, which is not known: a parameter (summit.hazard). A run answers it where it is asked for (--select): the largest exporter stops what end uses buy to the seats for a whole year, solved in four years and interpolated.",
    equation: "p·(W(no stop) − W(stop))",
    source: "docs/model.md, accounts",
  },
  revenue: {
    title: "revenue[region, kind], kUSD/y",
    text: "Public revenue by kind: duty, levy, export tax, rent of quantity controls.",
    equation: "Σ τ·V·q (duty), Σ v·q (levy), Σ (xᵃ·π + xˢ)·q (export tax), Σ λ·flow (rent)",
    source: "docs/model.md, accounts",
  },
  "fiscal-cost": {
    title: "fiscal-cost[region, lever], kUSD/y, positive = paid",
    text: "What the region's treasury pays for a lever in the year.",
    equation: "Σ payment of the lever × the region’s part of the key",
    source: "docs/model.md, accounts",
  },
} satisfies Record<string, Explanation>;

/** The metrics there are. */
export type MetricName = keyof typeof metrics;
