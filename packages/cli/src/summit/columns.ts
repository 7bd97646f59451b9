import type { SummitAnswer } from "@didym/core/summit";
import type { Column } from "../command/answer.js";
import type { Context } from "../command/context.js";

export type Shown = Omit<SummitAnswer, "structural" | "seconds">;
export type Words = Pick<Context, "words">;

export const text = (key: string, en: string, zh: string): Column => ({
  key,
  title: { en, zh },
  kind: "text",
});

export const number = (key: string, en: string, zh: string, decimals?: number): Column => ({
  key,
  title: { en, zh },
  kind: "number",
  ...(decimals !== undefined && { decimals }),
});
