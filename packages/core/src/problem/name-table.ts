import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";

/** Names of one kind with their indices; unknown and repeated ones are collected as issues. */
export class NameTable {
  private readonly index = new Map<string, number>();

  constructor(
    readonly kind: "REGION" | "GOOD" | "PROCESS" | "FIRM" | "QUOTA",
    readonly names: readonly string[],
    path: string,
    private readonly issues: Issue[],
  ) {
    names.forEach((name, i) => {
      if (this.index.has(name))
        this.issues.push({ code: `DUPLICATE_${kind}`, path: `${path}[${i}]`, found: name });
      else this.index.set(name, i);
    });
  }

  has(name: string): boolean {
    return this.index.has(name);
  }

  /** Index of a name; an unknown one is recorded and given as −1. */
  find(name: string, path: string | (() => string)): number {
    const found = this.index.get(name);
    if (found !== undefined) return found;
    const nearest = nearestName(name, this.names);
    const expected = this.names.slice(0, 20);
    this.issues.push({
      code: `UNKNOWN_${this.kind}`,
      path: typeof path === "string" ? path : path(),
      found: name,
      expected,
      ...(nearest !== undefined && { nearest }),
    });
    return -1;
  }
}
