import { readFileSync } from "node:fs";
import { callMain, repositoryRoot } from "@didym/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { pageOf } from "../../scripts/why/page.mjs";

interface Example {
  readonly scenario: string;
  readonly metric: string;
  readonly signs: Readonly<Record<string, "+" | "-">>;
  readonly right: { readonly en: string; readonly zh: string };
}

interface Answer {
  readonly total: number;
  readonly with: number;
  readonly without: number;
  readonly contributions: readonly { readonly lever: string; readonly value: number }[];
  readonly causes: readonly {
    readonly lever: string;
    readonly steps: readonly { readonly before: number; readonly after: number }[];
    readonly text: { readonly en: string; readonly zh: string };
  }[];
}

const read = (file: string): string => readFileSync(`${repositoryRoot}${file}`, "utf8");
const examples = parse(read("checks/why/examples.yaml")) as readonly Example[];
const answers: Answer[] = [];

beforeAll(async () => {
  for (const { scenario, metric } of examples) {
    const { stdout } = await callMain(["why", scenario, "--metric", metric, "--json", "--no-timing"]);
    answers.push(JSON.parse(stdout) as Answer);
  }
}, 300_000);

describe("ten answers of didym why", () => {
  it("are ten, each of another scenario, with a remark in both languages", () => {
    expect(new Set(examples.map(({ scenario }) => scenario)).size).toBe(10);
    for (const { right } of examples) {
      expect(right.en.length).toBeGreaterThan(100);
      expect(right.zh).toMatch(/\p{Script=Han}{10}/u);
    }
  });

  it("have contributions that sum to the difference within 1e-9", () => {
    for (const { contributions, total, with: after, without } of answers) {
      const sum = contributions.reduce((all, { value }) => all + value, 0);
      const scale = Math.max(1, Math.abs(after), Math.abs(without));
      expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-9 * scale);
      expect(Math.abs(without + sum - after)).toBeLessThanOrEqual(1e-9 * scale);
    }
  });

  it("have the signs that were checked by hand", () => {
    examples.forEach(({ signs, scenario }, i) => {
      for (const { lever, value } of answers[i].contributions) {
        if (value === 0) continue;
        expect(`${scenario} ${lever} ${value > 0 ? "+" : "-"}`).toBe(`${scenario} ${lever} ${signs[lever]}`);
      }
    });
  });

  it("end every chain in the metric, each link of it moving, in the words of both languages", () => {
    for (const { causes } of answers) {
      expect(causes.length).toBeGreaterThan(0);
      for (const { steps, text, lever } of causes) {
        expect(steps.length).toBeGreaterThan(1);
        for (const { before, after } of steps) expect(after).not.toBe(before);
        expect(text.en.startsWith(`${lever}: `) && text.zh.startsWith(`${lever}：`)).toBe(true);
        expect(text.en).not.toMatch(/undefined|NaN|\p{Script=Han}/u);
        expect(text.zh).not.toMatch(/undefined|NaN/u);
      }
    }
  });

  it("stand as they are in docs/why-examples.md", () => {
    expect(read("docs/why-examples.md")).toBe(pageOf(examples, answers));
  });
});
