export { parseCsv, type CsvRecord, type CsvText } from "./csv.js";
export {
  readPackage,
  type DataPackage,
  type Field,
  type ForeignKey,
  type Resource,
  type TableSchema,
} from "./package-schema.js";
export { readTable, type Row, type Table, type Value } from "./table.js";
export { checkData, packageFile, readData, type DataRead } from "./check.js";
export {
  gradeByRule,
  gradeRow,
  type Basis,
  type Grade,
  type GradeException,
  type SourceForGrade,
} from "./grade.js";
export { grader } from "./rules.js";
export { gradeTables } from "./grade-tables.js";
export { writeCsv } from "./write-csv.js";
export {
  packEvidence,
  unpackTable,
  type PackedEvidence,
  type PackedField,
  type PackedTable,
} from "./packed.js";
export * from "./importers/index.js";
export { placeMap } from "./place-map.js";
