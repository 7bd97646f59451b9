import type { ClaimTestResult, Verdict } from "@didym/core/claims";
import type { Text } from "@didym/messages";

export const verdictWords: Readonly<Record<Verdict, Text>> = {
  supported: { en: "supported", zh: "有依据" },
  partly: { en: "partly supported", zh: "部分有依据" },
  contradicted: { en: "contradicted", zh: "与依据不符" },
  "cannot-be-checked": { en: "cannot be checked", zh: "无法核实" },
};

/** What the model says to the question, with the two sides it compares. */
export function testWords({ value, compared, holds }: ClaimTestResult): Text {
  if (value === null || compared === null || holds === null)
    return { en: "no meaning in the model", zh: "模型中无意义" };
  const [left, right] = [digits(value), digits(compared)];
  return holds
    ? { en: `yes: ${left} against ${right}`, zh: `是：${left}，对${right}` }
    : { en: `no: ${left} against ${right}`, zh: `否：${left}，对${right}` };
}

/** Two digits, thousands apart. */
function digits(value: number): string {
  const [whole, ...rest] = String(Number(value.toPrecision(2))).split(".");
  return [whole.replace(/\B(?=(?:\d{3})+$)/gu, ","), ...rest].join(".");
}
