/** Words of the laboratory page that its parts share. Every entry must exist in both languages. */
export interface PageMessages {
  readonly skip: string;
  readonly tagline: string;
  readonly views: {
    readonly lab: string;
    readonly summit: string;
    readonly shock: string;
    readonly evidence: string;
  };
  readonly language: string;
  readonly theme: {
    readonly label: string;
    readonly system: string;
    readonly light: string;
    readonly dark: string;
  };
  readonly type: {
    readonly label: string;
    readonly normal: string;
    readonly large: string;
    readonly largest: string;
  };
  readonly presentation: string;
  readonly undo: (change: string) => string;
  readonly redo: (change: string) => string;
  readonly nothingToUndo: string;
  readonly nothingToRedo: string;
  readonly loading: string;
  readonly updating: string;
  readonly failed: (reason: string) => string;
  readonly honesty: { readonly title: string; readonly short: string; readonly text: string };
  readonly figure: {
    readonly table: string;
    readonly picture: string;
    readonly csv: string;
    readonly metadata: string;
    readonly svg: string;
    readonly png: string;
    readonly embed: string;
    readonly cite: string;
    readonly steps: string;
    readonly notQuantified: string;
  };
  readonly slider: {
    readonly lower: (name: string) => string;
    readonly higher: (name: string) => string;
    readonly changed: string;
    readonly default: (value: string) => string;
    readonly today: (value: string) => string;
    readonly range: (low: string, high: string) => string;
    readonly about: string;
  };
  readonly origin: {
    readonly title: string;
    readonly computed: string;
    readonly unit: string;
    readonly year: string;
    readonly sources: string;
    readonly grade: string;
    readonly assumptions: string;
    readonly close: string;
    readonly run: (hash: string) => string;
    readonly versions: (model: string, data: string) => string;
    readonly drivers: string;
    readonly noDrivers: string;
    readonly equation: string;
    readonly reference: string;
    readonly set: string;
    readonly ourCitation: string;
    readonly show: (value: string) => string;
  };
  readonly settings: string;
  readonly tabs: string;
  readonly end: { readonly model: (model: string, data: string) => string; readonly licence: string };
  /** Names of what can be undone. */
  readonly changes: {
    readonly preset: (name: string) => string;
    readonly view: (name: string) => string;
    readonly language: string;
    readonly look: string;
    readonly choice: string;
    readonly stance: string;
    readonly assumption: string;
    readonly reset: string;
    readonly import: string;
  };
  readonly cite: {
    readonly title: string;
    readonly note: string;
    readonly copy: string;
    readonly bibtex: string;
    readonly gbt: string;
  };
  readonly embed: {
    readonly title: string;
    readonly text: string;
    readonly copy: string;
    readonly open: string;
  };
}
