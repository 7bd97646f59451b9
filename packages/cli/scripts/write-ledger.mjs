// Judges the claims and runs the back-tests once, for the page's Evidence view, and stores both beside the figures.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readClaims } from "@didym/core/claims";
import { readData } from "@didym/core/evidence";
import { compiledFolder, readDataFolder } from "@didym/data";
import { caseWords, verdictWords as errorWords } from "../dist/backtest/backtest-words.js";
import { caseNotes, noteText } from "../dist/backtest/case-notes.js";
import { runBacktests } from "../dist/backtest/run-backtests.js";
import { verdictWords } from "../dist/claims/claim-words.js";
import { themes } from "../dist/claims/claims-page.js";
import { agreementWords, groupWords } from "../dist/studies/study-words.js";
import { judgeClaims } from "../dist/claims/judge-claims.js";
import { dataFolder } from "../dist/data/data-folder.js";

const data = readData(readDataFolder(dataFolder()));
const judged = await judgeClaims(readClaims(data.tables.get("claims")));
const { rows, summary, fitted } = await runBacktests(data, undefined, () => false);
const notes = Object.fromEntries(Object.entries(caseNotes).map(([name, note]) => [name, noteText(note)]));
const ledger = {
  schema: "didym/ledger@1",
  claims: judged,
  themes,
  verdicts: verdictWords,
  studies: { groups: groupWords, agreements: agreementWords },
  backtests: { rows, summary, fitted, cases: caseWords, notes, verdicts: errorWords },
};
writeFileSync(join(compiledFolder, "ledger.json"), `${JSON.stringify(ledger)}\n`);
