import type { ClaimTestResult, Verdict } from "@didym/core/claims";
import type { Text } from "@didym/messages";

export const verdictWords: Readonly<Record<Verdict, Text>> = {
  supported: { en: "supported", zh: "有依据" },
  partly: { en: "partly supported", zh: "部分有依据" },
  contradicted: { en: "contradicted", zh: "与依据不符" },
  "cannot-be-checked": { en: "cannot be checked", zh: "无法核实" },
};

/** What the model says: its two sides, and whether the claim holds in it. */
export function testWords({ value, compared, holds }: ClaimTestResult): Text {
  if (value === null || compared === null || holds === null)
    return { en: "no meaning in the model", zh: "模型中无意义" };
  const sides = `${digits(value)} | ${digits(compared)}`;
  return holds
    ? { en: `holds in the model: ${sides}`, zh: `模型中成立：${sides}` }
    : { en: `does not hold in the model: ${sides}`, zh: `模型中不成立：${sides}` };
}

function digits(value: number): string {
  return String(Number(value.toPrecision(2)));
}
