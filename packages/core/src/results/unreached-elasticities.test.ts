import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { prepareRun } from "./run.js";
import { unreachedElasticities } from "./unreached-elasticities.js";

const frame = prepareRun(toyChain, toyBaseline);
const [{ id, elasticityLong }] = toyChain.endUses;
const name = (run: string): string => `demand.${id}.elasticity-${run}`;

describe("stated elasticities", () => {
  it("that the choke price forbids are told, with the least that it allows", () => {
    const [issue, ...rest] = unreachedElasticities({ frame }, { [name("short")]: 1e-6, other: 3 });
    expect(rest).toEqual([]);
    expect(issue).toMatchObject({
      code: "ELASTICITY_UNREACHED",
      path: `parameters["${name("short")}"]`,
      found: 1e-6,
      details: { parameter: name("short"), choke: `demand.value-added.${id}` },
    });
    expect(issue.expected).toBeGreaterThan(1e-6);
  });

  it("that some region's demand has are left alone", () => {
    expect(unreachedElasticities({ frame }, { [name("long")]: elasticityLong })).toEqual([]);
    expect(
      unreachedElasticities({ frame }, { [name("short")]: 50, "demand.none.elasticity-short": 0 }),
    ).toEqual([]);
  });
});
