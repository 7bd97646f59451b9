import { readData } from "@didym/core";
import { readStudies, type Agreement, type Study } from "@didym/core/studies";

/** A published figure with what the same experiment gave when its page was last written, for readers that do not run it themselves. */
export interface CompiledStudy extends Omit<Study, "experiment"> {
  readonly kind: string;
  readonly experiment: string;
  readonly result: number | null;
  readonly agreement: Agreement | null;
}

export interface StudiesFile {
  readonly schema: "didym/studies-file@1";
  readonly studies: readonly CompiledStudy[];
}

/** The tables `studies` and `study-results` of a data folder read by `readDataFolder`, joined by id. */
export function compileStudies(files: Readonly<Record<string, string>>): StudiesFile {
  const { tables } = readData(files);
  const results = new Map((tables.get("study-results")?.rows ?? []).map((row) => [row["id"], row]));
  const studies = readStudies(tables).map(({ experiment, ...study }): CompiledStudy => {
    const row = results.get(study.id);
    const result = row?.["here"];
    return {
      ...study,
      kind: experiment.kind,
      experiment: experiment.text,
      result: typeof result === "number" ? result : null,
      agreement: (row?.["agreement"] ?? null) as Agreement | null,
    };
  });
  return { schema: "didym/studies-file@1", studies };
}
