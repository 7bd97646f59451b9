import type { Chain } from "../chain/chain.js";
import { IssueError } from "../errors/issue.js";
import type { FoundNode, FoundYear } from "./found-year.js";
import { matchesGood, regionsOf } from "./matching.js";
import type { Quantities } from "./quantities.js";

/** One quantity with its coefficient. */
export type Term = readonly [variable: number, coefficient: number];

export interface TermWorld {
  readonly chain: Chain;
  readonly year: FoundYear;
  readonly quantities: Quantities;
}

/**
 * What a figure of the tables is a sum of. Terms are joined by ` + ` and may begin with a factor, `1.35*`:
 * `output:REGION:GOOD[:KIND]` of nodes, `recycled:REGION:GOOD`, `disposal:REGION:GOOD`, `process-use:REGION:GOOD`,
 * `use:ENDUSE:REGION:GOOD`, `flow:FROM>TO:GOOD`, `exports:REGION:GOOD`, `imports:REGION:GOOD`, `sales:REGION:GOOD`,
 * `export-value:REGION:GOOD` (kUSD at origin prices, export tax left out),
 * `elements:mine|oxide:REGION:Nd+Pr` (element tonnes mined, or in oxides made and recycled).
 *
 * @throws IssueError `UNKNOWN_TERM` for a term of another kind.
 */
export function parseTerms(text: string, world: TermWorld): Term[] {
  const sum = new Map<number, number>();
  for (const part of text.split(" + ")) {
    const [, factor, body] = /^(?:([\d.]+)\*)?(.*)$/u.exec(part)!;
    for (const [variable, coefficient] of termsOf(body.split(":"), world, part)) {
      sum.set(variable, (sum.get(variable) ?? 0) + coefficient * Number(factor ?? 1));
    }
  }
  return [...sum];
}

function termsOf(words: readonly string[], world: TermWorld, found: string): Term[] {
  const [kind, a = "", b = "", c = ""] = words;
  const { chain } = world;
  switch (kind) {
    case "output":
      return outputs(world, a, (good) => (matchesGood(b, good) ? 1 : 0), c);
    case "recycled":
    case "disposal":
      return lookUp(world, kind, [regionsOf(chain, a), goodsOf(chain, b)]);
    case "process-use":
      return processUse(world, a, b);
    case "use":
      return lookUp(world, kind, [
        a === "*" ? chain.endUses.map((use) => use.id) : [a],
        regionsOf(chain, b),
        goodsOf(chain, c),
      ]);
    case "flow":
      return flow(world, a, b);
    case "exports":
      return routes(world, regionsOf(chain, a), regionsOf(chain, "*"), b, false);
    case "imports":
      return routes(world, regionsOf(chain, "*"), regionsOf(chain, a), b, false);
    case "export-value":
      return exportValue(world, a, b);
    case "sales":
      return routes(world, regionsOf(chain, a), regionsOf(chain, "*"), b, true);
    case "elements":
      return elements(world, a, b, new Set(c.split("+")));
    default:
      throw new IssueError([{ code: "UNKNOWN_TERM", found }]);
  }
}

function goodsOf(chain: Chain, pattern: string): string[] {
  return chain.goods.map((good) => good.id).filter((good) => matchesGood(pattern, good));
}

/** Existing quantities whose key is `kind` and one name of each list. */
function lookUp({ quantities }: TermWorld, kind: string, lists: readonly (readonly string[])[]): Term[] {
  const keys = lists.reduce<string[]>(
    (heads, list) => heads.flatMap((head) => list.map((name) => `${head}:${name}`)),
    [kind],
  );
  return keys.flatMap((key) => {
    const variable = quantities.at(key);
    return variable === undefined ? [] : [[variable, 1] as const];
  });
}

function flow(world: TermWorld, route: string, good: string): Term[] {
  const [from = "", to = ""] = route.split(">");
  return routes(world, regionsOf(world.chain, from), regionsOf(world.chain, to), good, true);
}

function routes(
  world: TermWorld,
  from: readonly string[],
  to: readonly string[],
  good: string,
  home: boolean,
): Term[] {
  return goodsOf(world.chain, good).flatMap((id) =>
    from.flatMap((origin) => {
      const destinations = home ? to : to.filter((region) => region !== origin);
      return lookUp(world, "flow", [[id], [origin], destinations]);
    }),
  );
}

function exportValue(world: TermWorld, region: string, pattern: string): Term[] {
  const origins = world.year.origins.filter((row) => row.region === region && matchesGood(pattern, row.good));
  return origins.flatMap(({ good, price }) =>
    routes(world, [region], regionsOf(world.chain, "*"), good, false).map(
      ([variable]) => [variable, price] as const,
    ),
  );
}

/** What a node makes of a good, as a sum of quantities. */
export function nodeOutput({ quantities }: TermWorld, node: FoundNode, good: string): Term[] {
  const own = quantities.at(`output:${node.id}:${good}`);
  if (own !== undefined) return [[own, 1]];
  const coefficient = node.outputs[good] ?? 0;
  return coefficient === 0 ? [] : [[quantities.at(`level:${node.id}`)!, coefficient]];
}

function outputs(world: TermWorld, regions: string, weight: (good: string) => number, kind: string): Term[] {
  const where = new Set(regionsOf(world.chain, regions));
  const nodes = world.year.nodes.filter(
    (node) => where.has(node.region) && (kind === "" || kindOf(world, node) === kind),
  );
  return nodes.flatMap((node) =>
    Object.keys(node.outputs).flatMap((good) =>
      weight(good) === 0
        ? []
        : nodeOutput(world, node, good).map(([variable, one]) => [variable, one * weight(good)] as const),
    ),
  );
}

function kindOf({ chain }: TermWorld, node: FoundNode): string | undefined {
  return chain.technologies.find((technology) => technology.id === node.technology)?.kind;
}

function processUse({ chain, year, quantities }: TermWorld, regions: string, pattern: string): Term[] {
  const where = new Set(regionsOf(chain, regions));
  return year.nodes
    .filter((node) => where.has(node.region))
    .flatMap((node) =>
      Object.entries(node.inputs)
        .filter(([good]) => matchesGood(pattern, good))
        .map(([, coefficient]) => [quantities.at(`level:${node.id}`)!, coefficient] as const),
    );
}

function elements(world: TermWorld, stage: string, regions: string, wanted: ReadonlySet<string>): Term[] {
  const content = (good: string): number => {
    const found = world.chain.goods.find((candidate) => candidate.id === good)!;
    if (found.stage !== (stage === "mine" ? "concentrate" : "oxide")) return 0;
    return Object.entries(found.elements).reduce(
      (sum, [element, share]) => sum + (wanted.has(element) ? share : 0),
      0,
    );
  };
  const made = outputs(world, regions, content, stage === "mine" ? "mine" : "");
  if (stage === "mine") return made;
  const recycled = world.chain.goods.flatMap((good) =>
    lookUp(world, "recycled", [regionsOf(world.chain, regions), [good.id]]).map(
      ([variable]) => [variable, content(good.id)] as const,
    ),
  );
  return [...made, ...recycled];
}
