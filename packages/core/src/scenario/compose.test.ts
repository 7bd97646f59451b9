import { describe, expect, it } from "vitest";
import { smallWorld } from "../fixtures/small-world.js";
import { compose } from "./compose.js";

const schema = "didym/scenario@1";
const file = (name: string, more: object = {}): object => ({ schema, name, ...more });
const tariff = (id: string): object => ({
  tariff: { id, importers: "USA", exporters: "CHN", goods: "magnet.*" },
});

const library = {
  base: file("base", { extends: ["left", "right"] }),
  left: file("left", { extends: "root", levers: [tariff("left")] }),
  right: file("right", { extends: "root", levers: [tariff("right")] }),
  root: file("root", { extends: [], levers: [tariff("root")], response: [tariff("answer")] }),
  free: file("free", { levers: [tariff("free")] }),
};
const composed = (value: unknown, inForce: string[] = []) =>
  compose(value, { world: smallWorld, years: [2024, 2040], library, inForce });
const names = (value: unknown, inForce?: string[]): string[] =>
  composed(value, inForce).composition!.files.map((f) => f.name);

describe("composition of scenarios", () => {
  it("goes depth first and takes each file once", () => {
    expect(names(library.base)).toEqual(["root", "left", "right", "base"]);
    expect(names(file("own", { extends: ["right", "base"] }))).toEqual([
      "root",
      "right",
      "left",
      "base",
      "own",
    ]);
  });

  it("takes the policies in force under files that do not say, and not under their own parts", () => {
    expect(names(file("own"), ["base"])).toEqual(["root", "left", "right", "base", "own"]);
    expect(names(file("own", { extends: [] }), ["base"])).toEqual(["own"]);
    expect(names(file("own", { extends: "free" }), ["base"])).toEqual([
      "root",
      "left",
      "right",
      "base",
      "free",
      "own",
    ]);
    expect(names(library.left, ["base"])).toEqual(["root", "left"]);
    expect(names(library.base, ["base"])).toEqual(["root", "left", "right", "base"]);
  });

  it("keeps the order of levers, where each is written, and which are responses", () => {
    const { levers } = composed(
      file("own", { extends: "left", levers: [tariff("a"), tariff("b")] }),
    ).composition!;
    expect(levers.map(({ origin, path, response }) => [origin, path, response])).toEqual([
      ["root", "levers[0]", false],
      ["root", "response[0]", true],
      ["left", "levers[0]", false],
      ["own", "levers[0]", false],
      ["own", "levers[1]", false],
    ]);
  });

  it("goes on after a file that cannot be read, to find every fault", () => {
    const { issues, composition } = composed(file("own", { extends: ["nowhere", "left", "own"] }));
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["UNKNOWN_SCENARIO", "extends[0]"],
      ["EXTENDS_CYCLE", "extends[2]"],
    ]);
    expect(composition!.files.map((f) => f.name)).toEqual(["root", "left", "own"]);
  });
});
