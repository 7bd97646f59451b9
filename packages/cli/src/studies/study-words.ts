import type { Agreement, PublishedFigure } from "@didym/core/studies";
import type { Text } from "@didym/messages";

export const agreementWords: Readonly<Record<Agreement, Text>> = {
  within: { en: "inside what was published", zh: "在公布范围内" },
  near: { en: "near, within a quarter", zh: "相近，四分之一以内" },
  "same-size": { en: "same size, within a factor of two", zh: "同量级，两倍以内" },
  apart: { en: "apart, by more than a factor of two", zh: "相差两倍以上" },
  opposite: { en: "other sign", zh: "符号相反" },
};

export const noAnswer: Text = { en: "no answer here", zh: "此处无解" };

export const groupWords: Readonly<Record<string, Text>> = {
  "same-goal": { en: "A price floor and a subsidy for the same goal", zh: "同一目标下的价格下限与补贴" },
  "cut-80": { en: "An 80% cut of supply", zh: "供应削减80%" },
  "stop-japan": { en: "A full stop to Japan", zh: "对日全面断供" },
  disruption: { en: "Smaller and narrower disruptions", zh: "较小或较窄的中断" },
  "export-limits": { en: "Export barriers of 2010 to 2015", zh: "2010至2015年的出口壁垒" },
  "lead-times": { en: "Lead times", zh: "建设周期" },
  outlook: { en: "Outlooks for 2030", zh: "2030年展望" },
  responses: { en: "Responses of supply and trade", zh: "供应与贸易的反应" },
};

/** As printed by the study: a value, a range or a bound. Signs alone stand as + or −. */
export function publishedText({ value, low, high, qualifier }: PublishedFigure): string {
  if (qualifier === "sign") return (value ?? 0) < 0 ? "−" : "+";
  if (value === null && low !== null && high !== null && low !== high) return `${low}–${high}`;
  if (qualifier === "at-most" && value !== null && value < 0) return `0 … ${threeDigits(value)}`;
  const one = value ?? low ?? high;
  const bound = { "at-least": "≥ ", "at-most": "≤ " }[qualifier as string] ?? "";
  return one === null ? "" : `${bound}${threeDigits(one)}`;
}

/** The figure found here in two digits: what a change of the last bits leaves alone. */
export function hereText(here: number | null): string | null {
  return here === null ? null : String(Number(here.toPrecision(2)));
}

const threeDigits = (value: number): string => String(Number(value.toPrecision(3)));
