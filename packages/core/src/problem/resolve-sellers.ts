import type { Firm, Seller } from "./market-problem.js";
import type { Names } from "./resolve-problem.js";
import type { ProblemFile } from "./schema.js";
import { nearestName } from "../errors/nearest-name.js";

/** Sellers with market power; competitive ones need no entry of their own. */
export function resolveSellers(file: ProblemFile, firms: readonly Firm[], names: Names): Seller[] {
  const seen = new Set<string>();
  return file.conduct.flatMap((row, k) => {
    const path = `conduct[${k}]`;
    const good = names.goods.find(row.good, `${path}.good`);
    const key = JSON.stringify([row.seller, row.good]);
    if (seen.has(key)) names.issues.push({ code: "DUPLICATE_ROW", path });
    seen.add(key);
    const firm = firms.findIndex((candidate) => candidate.id === row.seller);
    const region = file.regions.indexOf(row.seller);
    if (row.seller !== "*" && firm < 0 && region < 0) {
      const known = [...file.regions, ...file.firms.map((f) => f.id)];
      const nearest = nearestName(row.seller, known);
      names.issues.push({
        code: "UNKNOWN_SELLER",
        path: `${path}.seller`,
        found: row.seller,
        expected: known.slice(0, 20),
        ...(nearest !== undefined && { nearest }),
      });
    }
    if (firm >= 0 && firms[firm].good !== good)
      names.issues.push({ code: "UNKNOWN_SELLER", path, found: [row.seller, row.good] });
    if (row.kind === "competitive") return [];
    return [{ id: row.seller, good, region, firm, kind: row.kind, ownsTransport: row.transport === "owned" }];
  });
}
