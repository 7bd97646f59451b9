import { callMain } from "@didym/testing";
import { describe, expect, it } from "vitest";

// inverse supply 1 + q/2 in a, inverse demand 19 − q/5 in b, carriage 1: 18 = 1 + 1 + 0.7 q + …, so q = 17/0.7
const problem = {
  schema: "didym/problem@1",
  name: "two regions",
  regions: ["a", "b"],
  goods: ["x"],
  supply: [{ region: "a", good: "x", form: "inverse-linear", intercept: 1, slope: 0.5 }],
  demand: [{ region: "b", good: "x", form: "inverse-linear", intercept: 19, slope: -0.2 }],
  transport: [{ from: "a", to: "b", good: "x", cost: 1 }],
};

const solve = (value: unknown, ...args: string[]) =>
  callMain(["solve", "-", ...args], { stdin: JSON.stringify(value) });

interface Solution {
  readonly status: string;
  readonly residual: number;
  readonly flows: readonly { quantity: number }[];
  readonly prices: readonly { region: string; supply: number; demand: number }[];
}

describe("solve", () => {
  it("gives the answer that a hand finds", async () => {
    const { code, stdout, stderr } = await solve(problem, "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const answer = JSON.parse(stdout) as Solution;
    const flow = 17 / 0.7;
    expect(answer).toMatchObject({ schema: "didym/solution@1", status: "solved" });
    expect(answer.residual).toBeLessThan(1e-8);
    expect(answer.flows[0]?.quantity).toBeCloseTo(flow, 8);
    expect(answer.prices.find(({ region }) => region === "b")?.demand).toBeCloseTo(19 - 0.2 * flow, 8);
    expect(Object.keys(answer).at(-1)).toBe("milliseconds");
  });

  it("is the same bytes twice without timing", async () => {
    const once = await solve(problem, "--json", "--no-timing");
    expect(await solve(problem, "--json", "--no-timing")).toEqual(once);
    expect(once.stdout).not.toContain("milliseconds");
  });

  it("shows tables in both languages", async () => {
    expect((await solve(problem)).stdout).toMatch(/^Prices\n/u);
    expect((await solve(problem, "--lang", "zh")).stdout).toMatch(/^价格\n/u);
  });

  it("finds a misspelt field with its line", async () => {
    const text = JSON.stringify(problem, null, 1).replace('"slope": 0.5', '"slop": 0.5');
    const { code, stdout } = await callMain(["solve", "-", "--json"], { stdin: text });
    const { error } = JSON.parse(stdout) as { error: { file: string; line: number } };
    expect(code).toBe(3);
    const line = text.split("\n").findIndex((row) => row.includes("slop") || row.includes('"supply"')) + 1;
    expect(error).toMatchObject({ file: "-" });
    expect(error.line).toBeGreaterThanOrEqual(line);
    expect(error.line).toBeLessThanOrEqual(line + 8);
  });

  it("gives no numbers where nothing satisfies the conditions", async () => {
    const impossible = {
      ...problem,
      supply: [{ region: "a", good: "x", form: "inverse-linear", intercept: 1, slope: 0.5, capacity: 4 }],
      demand: [{ region: "b", good: "x", form: "fixed", quantity: 10 }],
    };
    const { code, stdout } = await solve(impossible, "--json");
    expect(code).toBe(4);
    expect((JSON.parse(stdout) as { error: { code: string } }).error.code).toMatch(
      /^(?:INFEASIBLE|NOT_CONVERGED)$/u,
    );
    expect(stdout).not.toContain('quantity":');
  });
});
