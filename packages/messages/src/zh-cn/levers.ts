import type { LeverName } from "../en/levers.js";
import type { Explanation } from "../text.js";

export const levers: Readonly<Record<LeverName, Explanation>> = {
  "price-floor": {
    title: "价格下限（price-floor）",
    text: "保证生产者获得一定价格。差价合约：指数低于执行价时由付款方补足所覆盖的销售；边境调节：对来自非成员的进口征费，使到岸价升至参考价格。",
    equation: "payment = max(0, F − I)·covered sales;  v = (1−ρ)·max(0, reference − landed)",
    source: "docs/model.md，政策工具",
  },
  offtake: {
    title: "包销（offtake）",
    text: "财政按约定价格预购一定数量，转入储备。",
    equation: "use + B，B = volume；供方就该数量净得 π + max(0, price − π)",
    source: "docs/model.md，政策工具",
  },
  tariff: {
    title: "关税（tariff）",
    text: "对指定出口方的货物征收进口税，从价或从量。关税同盟成员适用同一税率。",
    equation: "c = cif + τ·V, V = fob or cif",
    source: "docs/model.md，政策工具",
  },
  "tariff-rate-quota": {
    title: "关税配额（tariff-rate-quota）",
    text: "限额以内适用较低税率，超出部分适用较高税率；配额租金介于零与税差之间。",
    equation: "0 ≤ λ ≤ c_over − c_in",
    source: "docs/model.md，数量管制",
  },
  "export-tax": {
    title: "出口税（export-tax）",
    text: "出口方对出境货物征收的税，从价或从量，归其财政。",
    equation: "fob = π(1+xᵃ) + xˢ + λ_X",
    source: "docs/model.md，政策工具",
  },
  "export-licence": {
    title: "出口许可（export-licence）",
    text: "限制对指定目的地的出口数量，可逐一或合并计算。稀缺租金默认归出口方。",
    equation: "0 ≤ λ ⟂ limit − flow ≥ 0",
    source: "docs/model.md，数量管制",
  },
  "export-quota": {
    title: "出口配额（export-quota）",
    text: "限制对全部目的地合计的出口数量。",
    equation: "0 ≤ λ ⟂ limit − Σ flow ≥ 0",
    source: "docs/model.md，数量管制",
  },
  "export-ban": {
    title: "出口禁令（export-ban）",
    text: "关闭通往指定目的地的贸易路线。",
    equation: "ln a_ij = −∞: s_ij = 0",
    source: "docs/model.md，数量管制",
  },
  "processing-delay": {
    title: "处理延误（processing-delay）",
    text: "使许可等待。首年流量损失在途等待的货物（若等待此前已开始则不损失）；每年买方承担货物等待的成本。",
    equation: "首年 q ≤ (1 − d)·q⁰；每年 c + d·r·π⁰",
    source: "docs/model.md，政策工具",
  },
  "technology-export-ban": {
    title: "技术出口禁令（technology-export-ban）",
    text: "切断他方在指定环节获取出口方技术的途径。",
    equation: "know-how = max(own path, shared frontier × access)",
    source: "docs/model.md，逐年演进",
  },
  "output-quota": {
    title: "生产指标（output-quota）",
    text: "对某地区某类产品产出的法定限额，有其自身的租金。",
    equation: "0 ≤ λ ⟂ limit − Σ level ≥ 0",
    source: "docs/model.md，数量管制",
  },
  subsidy: {
    title: "补贴（subsidy）",
    text: "按吨、按投资份额或以降低资金成本的方式补贴生产者。",
    equation: "m = VA − c + support",
    source: "docs/model.md，工艺供给",
  },
  equity: {
    title: "公共出资（equity）",
    text: "对指定项目的公共股权或贷款，提高其建成份额。",
    equation: "完工率 = min(1, 完工率⁰ + completion)",
    source: "docs/model.md，政策工具",
  },
  stockpile: {
    title: "储备（stockpile）",
    text: "按规则收储与投放。期末存货按成本与价格孰低计值。",
    equation: "B = min(fill, target − 存量)；自 release 起 B = −min(release, 存量)",
    source: "docs/model.md，政策工具",
  },
  "recycled-content": {
    title: "再生含量规则（recycled-content）",
    text: "要求一定比例的再生含量；义务可在买方之间交易，故对财政中性。",
    equation: "c + (ρ − 1[covered])·μ, μ ≥ 0",
    source: "docs/model.md，数量管制",
  },
  "local-content": {
    title: "本地含量规则（local-content）",
    text: "要求一定比例的本地含量；义务可在买方之间交易，故对财政中性。",
    equation: "c + (ρ − 1[covered])·μ, μ ≥ 0",
    source: "docs/model.md，数量管制",
  },
  cooperation: {
    title: "合作（cooperation）",
    text: "成员之间：免税贸易、联合融资、共享技术、资质互认、危机分摊。",
    equation:
      "τ_ij = 0；r′ = r − 点数；技术 = max(自身路径, 成员最优 × 获取度)；h′ = (1 − 比例)·h；断供时对非成员 Σ q ≤ (1 − s)·Σ 此前 q",
    source: "docs/model.md，政策工具",
  },
  "demand-shift": {
    title: "需求变动（demand-shift）",
    text: "假设情形而非政策：最终用途的需求按一定比例变化，以等步长达到并保持。替代技术突破为负，需求激增为正。",
    equation: "D = (1 + change)·D̄·H·((P/P̄)^{−ε} − κ)/(1−κ)",
    source: "docs/model.md，政策工具",
  },
  "bilateral-deal": {
    title: "单独交易（bilateral-deal）",
    text: "供应方向一方保证一定数量；该方作出让步，由供应方获得。",
    equation: "免受管制的 Σ q ≤ volume 或 spared·q⁰；让步：party → supplier",
    source: "docs/model.md，政策工具",
  },
  "technology-transfer": {
    title: "技术转让（technology-transfer)",
    text: "提供方以一定速度和成本向东道方转让某些环节的技术，换取部分包销。",
    equation: "与供方差距′ = (1 − speed)·差距",
    source: "docs/model.md，政策工具",
  },
  "environmental-cost": {
    title: "环境成本（environmental-cost）",
    text: "对某地区所产产品按吨增加实际成本，不向任何人支付。可与在他处施加同样成本的情形对照：其他地区不受影响。",
    equation: "m = VA − (c + 每吨成本)",
    source: "docs/model.md，政策工具",
  },
};
