import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Context } from "../command/context.js";
import { programOf } from "../doctor/optional-parts.js";

const run = promisify(execFile);

/** Everything that a printed document says about when it was made: the same input gives the same bytes. */
const pdfDates = /\/(CreationDate|ModDate) \(D:[^)]*\)/gu;

/** A report as PDF, printed by Chromium. Throws MISSING_PART. */
export function pdfOf(html: string, context: Context): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const program = await programOf("chromium", context);
    const [source, target] = [join(folder, "report.html"), join(folder, "report.pdf")];
    await writeFile(source, html);
    const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"];
    await converted(program, [
      ...flags,
      `--user-data-dir=${join(folder, "profile")}`,
      `--print-to-pdf=${target}`,
      pathToFileURL(source).href,
    ]);
    const text = (await readFile(target)).toString("latin1");
    return Buffer.from(
      text.replaceAll(pdfDates, (whole) => whole.replaceAll(/\d/gu, "0")),
      "latin1",
    );
  });
}

/** A report as a Word document, made by Pandoc from Markdown. Throws MISSING_PART. */
export function docxOf(markdown: string, context: Context): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const program = await programOf("pandoc", context);
    const [source, target] = [join(folder, "report.md"), join(folder, "report.docx")];
    await writeFile(source, markdown);
    await converted(program, ["--from=gfm", "--to=docx", `--output=${target}`, source]);
    return readFile(target);
  });
}

async function converted(program: string, args: readonly string[]): Promise<void> {
  await run(program, args, { env: { ...process.env, SOURCE_DATE_EPOCH: "0" }, timeout: 120_000 });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "didym-report-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
