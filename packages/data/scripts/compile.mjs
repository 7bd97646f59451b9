// Compiles data/ into dist/compiled/, or says what is wrong with it, by file, line and column.
import { fileURLToPath } from "node:url";
import { compiledFolder, writeCompiled } from "../dist/index.js";

try {
  const { evidence, chains } = writeCompiled(
    fileURLToPath(new URL("../../../data/", import.meta.url)),
    compiledFolder,
  );
  console.error(
    `data ${evidence.version} (${evidence.hash}): ${Object.keys(evidence.tables).length} tables, ${chains.length} chain`,
  );
} catch (error) {
  for (const issue of error.issues ?? [])
    console.error(
      `${issue.file}:${issue.line}:${issue.column} ${issue.code} ${JSON.stringify(issue.found ?? "")}`,
    );
  if (error.issues === undefined) throw error;
  process.exitCode = 3;
}
