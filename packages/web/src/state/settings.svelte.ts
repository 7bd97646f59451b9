import { dark, light, type Theme } from "@didym/charts";

export type ThemeChoice = "system" | "light" | "dark";

const key = "didym-settings";
export const scales = [1, 1.2, 1.45] as const;

interface Stored {
  readonly theme: ThemeChoice;
  readonly scale: number;
  readonly presentation: boolean;
  readonly toured: boolean;
}

/** How this reader reads; kept on the device, never in links. */
export class Settings {
  theme = $state<ThemeChoice>("system");
  scale = $state<number>(1);
  presentation = $state(false);
  toured = $state(false);
  private systemDark = $state(false);

  constructor() {
    const stored = read();
    this.theme = stored.theme ?? "system";
    this.scale = scales.find((scale) => scale === stored.scale) ?? 1;
    this.toured = stored.toured === true;
    const query = matchMedia("(prefers-color-scheme: dark)");
    this.systemDark = query.matches;
    query.addEventListener("change", (event) => (this.systemDark = event.matches));
  }

  get dark(): boolean {
    return this.theme === "dark" || (this.theme === "system" && this.systemDark);
  }
  /** Letters of the whole page, charts included; a wall needs more. */
  get letters(): number {
    return this.scale * (this.presentation ? 1.35 : 1);
  }
  get chartTheme(): Theme {
    return { ...(this.dark ? dark : light), scale: this.letters };
  }

  /** Keeps the settings and shows them on the page. */
  apply(): void {
    const root = document.documentElement;
    root.dataset["theme"] = this.dark ? "dark" : "light";
    root.style.setProperty("--type-scale", String(this.letters));
    root.toggleAttribute("data-presentation", this.presentation);
    write({ theme: this.theme, scale: this.scale, presentation: this.presentation, toured: this.toured });
  }
}

function read(): Partial<Stored> {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? "{}") ?? {}) as Partial<Stored>;
  } catch {
    return {};
  }
}

function write(stored: Stored): void {
  try {
    localStorage.setItem(key, JSON.stringify(stored));
  } catch {
    // a browser that stores nothing still shows the page
  }
}
