import type { MetricName } from "../en/metrics.js";
import type { Explanation } from "../text.js";

export const metrics: Readonly<Record<MetricName, Explanation>> = {
  price: {
    title: "price[good, region]，美元/千克",
    text: "平均到货价格：该地区买方对各来源平均支付的价格，含关税与征费，不含增值税。",
    equation: "c̄_j = Σ_i s_ij c_ij",
    source: "docs/model.md，年度均衡",
  },
  "use-cost": {
    title: "use-cost[good, region]，美元/千克",
    text: "使用成本：到货价格加上来源不完全适配的匹配成本。买方据此决策。",
    equation: "P_j = −θ ln Σ_i N_i exp(−(c_ij + h_ij)/θ)",
    source: "Harker (1988) 弥散型空间价格均衡；Wilson (1970)",
  },
  "origin-price": {
    title: "origin-price[good, region]，美元/千克",
    text: "产地出厂价，未计出口税、运费与关税。",
    equation: "π_ig ≥ φ_ig − d_ig",
    source: "docs/model.md，年度均衡",
  },
  production: {
    title: "production[good, region]，吨/年",
    text: "该地区全部工艺的产出；氧化物以 REO 吨计，金属与磁体以产品吨计。",
    equation: "y = K·u",
    source: "docs/model.md，工艺供给",
  },
  capacity: {
    title: "capacity[good, region 或 plant]，吨/年",
    text: "当年在役产能：基年产能，加上此后建成的项目，减去关闭的产能。",
    equation: "K_t = K_(t−1) + 完工率·开工_(t−建设期) − 关闭",
    source: "docs/model.md，逐年演进",
  },
  disposal: {
    title: "disposal[good, region]，吨/年",
    text: "价格低于加工成本而被堆存或弃置的产出。大部分镧和铈即如此。",
    equation: "z ≥ 0 ⟂ π ≥ φ − d",
    source: "docs/model.md，弃置",
  },
  use: {
    title: "use[good, region, endUse]，吨/年",
    text: "使用量，按最终用途，或按以其为原料的工艺（process）。",
    equation: "use_j = Σ_e D_je + Σ_k input_k·y_k",
    source: "docs/model.md，最终需求",
  },
  "imports-from": {
    title: "imports-from[good, region, partner]，吨/年",
    text: "从伙伴流入该地区的数量。低于进口方使用量 1% 的行默认省略。",
    equation: "q_ij = s_ij · use_j",
    source: "docs/model.md，采购",
  },
  utilisation: {
    title: "utilisation[good, region]，比率 0–1",
    text: "产能利用率：产出除以产能。",
    equation: "u = y/K",
    source: "docs/model.md，工艺供给",
  },
  "self-sufficiency": {
    title: "self-sufficiency[good, region]，比率 0–1",
    text: "自给率：自身产出可覆盖的使用量份额。",
    equation: "min(1, production/use)",
    source: "docs/model.md，核算",
  },
  share: {
    title: "share[stage, region]，占世界产出的比率（元素吨）",
    text: "该地区在世界某一环节产出中的份额，以元素吨计。",
    equation: "share_r = Σ_g e_g·产量_gr / Σ_r Σ_g e_g·产量_gr，e = 元素含量",
    source: "docs/model.md，核算",
  },
  exposure: {
    title: "exposure[stage, region, partner, kind]，比率",
    text: "暴露度：该地区的使用量中来自伙伴的部分，直接的（direct），或隐含在他方制成品中的（embodied）。",
    equation: "直接：Σ e·q_ij / Σ_i Σ e·q_ij；隐含：同上，沿制造者的投入向上追溯至该环节",
    source: "docs/model.md，核算",
  },
  hhi: {
    title: "hhi[stage, region]，0–10,000",
    text: "供应集中度：各供应方百分比份额的平方和。高于 2,500 通常称为高度集中。",
    equation: "HHI = Σ (100·share)²",
    source: "Herfindahl (1950)，Hirschman (1945)",
  },
  unmet: {
    title: "unmet[endUse, region]，吨/年",
    text: "未满足需求：基期价格下的需求减去当年价格下的需求。",
    equation: "D(P̄) − D(P)",
    source: "docs/model.md，最终需求",
  },
  "consumer-surplus": {
    title: "consumer-surplus[region]，千美元/年",
    text: "消费者剩余：用户愿付而未付的部分，至阻断价格为止。只有差值有意义。",
    equation: "CS(P) = ∫_P^{Pᶜ} D",
    source: "docs/model.md，核算",
  },
  "producer-surplus": {
    title: "producer-surplus[region]，千美元/年",
    text: "生产者剩余：生产者所得超过成本的部分，按所有者计。只有差值有意义。",
    equation: "PS = K/(1−b)·[γ ln(1+e^{m/γ}) − γ ln(1+e^{−c/γ}) − b(m+c)]",
    source: "docs/model.md，工艺供给",
  },
  "match-cost": {
    title: "match-cost[region]，千美元/年",
    text: "匹配成本：使用较不适配来源所费的努力。它是真实的，但没有资金往来；基年为零。",
    equation: "Σ θQ Σ s ln(s/a), a = N e^{−h/θ}",
    source: "docs/model.md，核算",
  },
  welfare: {
    title: "welfare[region]，千美元/年",
    text: "用户与生产者剩余，加公共收入与租金，减政策工具支付、储备采购与资本费用。只有差值有意义。",
    equation: "W = ΣCS + ΣPS + 关税 + 征费 + 出口税 + 租金 − 支付 − Σ P·(入储 − 出储) − 资本费用",
    source: "docs/model.md，核算",
  },
  "expected-disruption-loss": {
    title: "expected-disruption-loss[region]，千美元/年",
    text: "断供时的福利损失乘以断供风险率。风险率未知，是一个参数。风险率取 summit.hazard；仅在用 --select 询问时计算：最大出口方对各席位停供终端用途所购产品一整年，在四个年份求解并插值。",
    equation: "p·(W(不断供) − W(断供))",
    source: "docs/model.md，核算",
  },
  revenue: {
    title: "revenue[region, kind]，千美元/年",
    text: "公共收入，按种类：关税、征费、出口税、数量管制的租金。",
    equation: "Σ τ·V·q（关税），Σ v·q（征费），Σ (xᵃ·π + xˢ)·q（出口税），Σ λ·q（租金）",
    source: "docs/model.md，核算",
  },
  "fiscal-cost": {
    title: "fiscal-cost[region, lever]，千美元/年，正值为支出",
    text: "该地区财政当年为某一政策工具支付的金额。",
    equation: "Σ 该工具的支付 × 该地区的分摊比例",
    source: "docs/model.md，核算",
  },
};
