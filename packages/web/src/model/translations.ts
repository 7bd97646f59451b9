/** Chinese words of the figures by their English ones; none where the file does not come, since English stands for them then. */
export async function fetchTranslations(): Promise<Readonly<Record<string, string>>> {
  try {
    const answer = await fetch(new URL("data/translations.json", document.baseURI));
    return answer.ok ? ((await answer.json()) as Readonly<Record<string, string>>) : {};
  } catch {
    return {};
  }
}
