// Writes the grade of every figure by the rule and the exceptions in data/; run after changing a figure, a source or an exception.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gradeTables } from "../packages/core/dist/index.js";
import { readDataFolder } from "../packages/data/dist/index.js";

const data = fileURLToPath(new URL("../data/", import.meta.url));
const changed = gradeTables(readDataFolder(data));
for (const [path, text] of Object.entries(changed)) writeFileSync(join(data, path), text);
console.log(`${Object.keys(changed).length} files changed`);
