/** A scenario is a few kilobytes; more is a mistake or an attack, and is not even read. */
export const mostBytes = 1_000_000;

export type Imported =
  | { readonly document: Readonly<Record<string, unknown>> }
  | { readonly problem: "FILE_TOO_LARGE" | "FILE_NOT_JSON" };

/** The file as JSON; its form is checked by the same reader as the command line's. */
export async function importFile(file: Pick<File, "size" | "text">): Promise<Imported> {
  if (file.size > mostBytes) return { problem: "FILE_TOO_LARGE" };
  try {
    const document: unknown = JSON.parse(await file.text());
    if (typeof document !== "object" || document === null || Array.isArray(document))
      return { problem: "FILE_NOT_JSON" };
    return { document: document as Readonly<Record<string, unknown>> };
  } catch {
    return { problem: "FILE_NOT_JSON" };
  }
}
