import type { Issue } from "../errors/issue.js";

export type FieldType = "string" | "integer" | "number" | "year" | "list";

/** A column, as in a Frictionless table schema; `unit` names the unit of its numbers. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly unit?: string;
  /** Column of the same row that names the unit, where it differs from row to row. */
  readonly unitColumn?: string;
  readonly description?: string;
  /** Between the items of a list. */
  readonly delimiter?: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly enum?: readonly string[];
    readonly pattern?: string;
  };
}

export interface ForeignKey {
  readonly fields: string;
  /** `resource` "" is the table itself. */
  readonly reference: { readonly resource: string; readonly fields: string };
}

export interface TableSchema {
  readonly fields: readonly Field[];
  readonly primaryKey: string;
  readonly foreignKeys?: readonly ForeignKey[];
}

export interface Resource {
  readonly name: string;
  /** Relative to the package file. */
  readonly path: string;
  readonly title?: string;
  readonly schema: TableSchema;
}

export interface DataPackage {
  readonly name: string;
  readonly version: string;
  readonly resources: readonly Resource[];
}

const fieldTypes: readonly string[] = ["string", "integer", "number", "year", "list"];

/** Reads a `datapackage.json`; issues: BAD_JSON, WRONG_TYPE, REQUIRED, MISSING_UNIT, UNKNOWN_REFERENCE. */
export function readPackage(
  text: string,
  file: string,
): { readonly value?: DataPackage; readonly issues: readonly Issue[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { issues: [{ code: "BAD_JSON", file }] };
  }
  const value = json as DataPackage;
  if (!Array.isArray((json as Partial<DataPackage> | null)?.resources))
    return { issues: [{ code: "REQUIRED", file, path: "resources" }] };
  const issues = value.resources.flatMap((resource, i) => resourceIssues(resource, i, value, file));
  return issues.length > 0 ? { issues } : { value, issues };
}

function resourceIssues(resource: Resource, index: number, whole: DataPackage, file: string): Issue[] {
  const path = `resources[${index}]`;
  const { name, path: place, schema } = resource as Partial<Resource>;
  if (name === undefined || place === undefined || schema === undefined) {
    return [{ code: "REQUIRED", file, path, expected: "name, path and schema" }];
  }
  const names = new Set(schema.fields.map((field) => field.name));
  const issues: Issue[] = schema.fields
    .filter((field) => !fieldTypes.includes(field.type))
    .map((field) => ({
      code: "WRONG_TYPE",
      file,
      path: `${path}.${field.name}`,
      found: field.type,
      expected: fieldTypes,
    }));
  for (const field of schema.fields) {
    const hasUnit =
      field.unit !== undefined || (field.unitColumn !== undefined && names.has(field.unitColumn));
    if (field.type === "number" && !hasUnit)
      issues.push({ code: "MISSING_UNIT", file, path: `${path}.${field.name}` });
  }
  if (!names.has(schema.primaryKey)) {
    issues.push({ code: "UNKNOWN_REFERENCE", file, path: `${path}.primaryKey`, found: schema.primaryKey });
  }
  for (const key of schema.foreignKeys ?? []) {
    const target = whole.resources.find((other) => other.name === (key.reference.resource || name));
    const known = target?.schema.fields.some((field) => field.name === key.reference.fields) ?? false;
    if (!names.has(key.fields) || !known) {
      issues.push({ code: "UNKNOWN_REFERENCE", file, path: `${path}.foreignKeys`, found: key });
    }
  }
  return issues;
}
