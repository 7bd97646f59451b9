/** Chinese words of figures by their English ones. */
export type Translations = Readonly<Record<string, string>>;

/** Those of a file; none where it does not come, since English stands for them then. */
export async function fetchTranslations(name: "assumptions-zh" | "translations"): Promise<Translations> {
  try {
    const answer = await fetch(new URL(`data/${name}.json`, document.baseURI));
    return answer.ok ? ((await answer.json()) as Translations) : {};
  } catch {
    return {};
  }
}
