let timer: ReturnType<typeof setTimeout> | undefined;

/** What the one polite live region says; set at most twice a second so that a drag is not read step by step. */
export const live = $state({ text: "" });

export function announce(text: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => (live.text = text), 500);
}
