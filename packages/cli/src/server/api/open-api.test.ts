import { describe, expect, it } from "vitest";
import { openApi } from "./open-api.js";
import { routes } from "./routes.js";

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { operationId: string; requestBody?: unknown }>>>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}
const document = (await openApi()) as Document;

function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === "$ref" && typeof item === "string" ? [item] : references(item),
  );
}

const at = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split("/")
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key.replaceAll("~1", "/")],
      document,
    );

describe("the OpenAPI document", () => {
  it("describes every path with its method, each operation once", () => {
    expect(document.openapi).toBe("3.1.0");
    for (const { path, method } of routes) expect(document.paths[path]).toHaveProperty(method.toLowerCase());
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("refers to nothing that is not in it", () => {
    const found = references(document);
    expect(found.length).toBeGreaterThan(20);
    for (const reference of new Set(found)) expect(at(reference), reference).toBeDefined();
  });

  it("takes a scenario by name or whole, the flags of the command, and nothing that writes files", () => {
    const body = JSON.stringify(document.paths["/api/run"]?.["post"]?.requestBody);
    for (const key of ["scenario", "against", "set", "select", "time-limit", "lang"])
      expect(body).toContain(`"${key}"`);
    for (const key of ["out", "output", "dump-market", "debug", "workers"])
      expect(body).not.toContain(`"${key}"`);
    expect(JSON.stringify(document.components.schemas["Scenario"])).toContain("price-floor");
  });

  it("has no key without a value", () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
