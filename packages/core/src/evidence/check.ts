import type { Issue } from "../errors/issue.js";
import { parseCsv } from "./csv.js";
import { foreignKeyIssues, primaryKeyIssues } from "./keys.js";
import { readPackage, type DataPackage } from "./package-schema.js";
import { ruleIssues } from "./rules.js";
import { readTable, type Table } from "./table.js";

export const packageFile = "datapackage.json";

/** The data read by its schema, and all that is wrong with it. */
export interface DataRead {
  readonly schema?: DataPackage;
  readonly tables: ReadonlyMap<string, Table>;
  readonly issues: readonly Issue[];
}

/** Reads every declared table; `files` maps paths relative to the data folder to their text. Other CSV files are checked for form only. */
export function readData(files: Readonly<Record<string, string>>): DataRead {
  const text = files[packageFile];
  const tables = new Map<string, Table>();
  if (text === undefined) return { tables, issues: [{ code: "MISSING_FILE", file: packageFile }] };
  const { value: schema, issues: schemaIssues } = readPackage(text, packageFile);
  if (schema === undefined) return { tables, issues: schemaIssues };
  const issues: Issue[] = [];
  for (const resource of schema.resources) {
    const body = files[resource.path];
    if (body === undefined) {
      issues.push({ code: "MISSING_FILE", file: resource.path });
      continue;
    }
    const read = readTable(resource, body, resource.path);
    tables.set(resource.name, read.table);
    issues.push(...read.issues, ...primaryKeyIssues(read.table, resource.schema.primaryKey));
  }
  for (const resource of schema.resources) {
    const table = tables.get(resource.name);
    if (table !== undefined)
      issues.push(
        ...(resource.schema.foreignKeys ?? []).flatMap((key) => foreignKeyIssues(table, key, tables)),
      );
  }
  issues.push(...ruleIssues(tables));
  return { schema, tables, issues };
}

/** Everything wrong with the data folder, each with file, line and column; empty when it holds. */
export function checkData(files: Readonly<Record<string, string>>): Issue[] {
  const { schema, issues } = readData(files);
  const declared = new Set(schema?.resources.map((resource) => resource.path) ?? []);
  const others = Object.keys(files)
    .filter((path) => path.endsWith(".csv") && !declared.has(path))
    .sort();
  return [...issues, ...others.flatMap((path) => parseCsv(files[path], path).issues)];
}
