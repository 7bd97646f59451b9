/** Words of the Evidence view, apart from those of the first screen: they come with the view. Every entry must exist in both languages. */
export interface EvidenceWords {
  readonly title: string;
  readonly intro: string;
  readonly parts: Readonly<Record<EvidencePart, string>>;
  readonly partsLabel: string;
  readonly loading: string;
  readonly notLoaded: (reason: string) => string;
  readonly again: string;
  readonly search: string;
  readonly table: string;
  readonly allTables: string;
  readonly grade: string;
  readonly allGrades: string;
  readonly grades: Readonly<Record<"A" | "B" | "C" | "D", string>>;
  readonly gradeNote: string;
  readonly rows: (shown: string, of: string) => string;
  readonly more: (count: string) => string;
  readonly csv: string;
  readonly nothing: string;
  readonly original: string;
  readonly link: string;
  readonly opens: string;
  readonly yes: string;
  readonly colon: string;
  readonly comma: string;
  readonly headline: {
    readonly figures: string;
    readonly sources: string;
    readonly assumed: string;
    readonly moved: string;
    readonly claims: string;
    readonly missed: string;
    readonly of: (part: string, whole: string) => string;
    readonly text: Readonly<
      Record<"figures" | "sources" | "assumed" | "moved" | "claims" | "missed", string>
    >;
  };
  readonly figures: {
    readonly intro: string;
    readonly basis: string;
    readonly note: string;
    readonly rivals: (list: string) => string;
    readonly used: string;
    readonly id: string;
    readonly range: (low: string, high: string) => string;
    readonly departure: (reason: string) => string;
  };
  readonly balance: {
    readonly intro: (year: number) => string;
    readonly what: string;
    readonly found: string;
    readonly implied: string;
    readonly balanced: string;
    readonly moved: string;
    readonly reason: string;
    readonly order: string;
    readonly byMove: string;
    readonly byChain: string;
    readonly picture: string;
    readonly summary: (what: string, moved: string, unmoved: string) => string;
    readonly pictureNote: string;
  };
  readonly conflicts: {
    readonly intro: string;
    readonly used: string;
    readonly reason: string;
    readonly row: string;
    readonly elsewhere: string;
  };
  readonly claims: {
    readonly intro: string;
    readonly verdict: string;
    readonly allVerdicts: string;
    readonly claimed: string;
    readonly noFigure: string;
    readonly evidence: string;
    readonly explanation: string;
    readonly model: string;
    readonly holds: string;
    readonly fails: string;
    readonly noMeaning: string;
    readonly noTest: string;
    readonly left: string;
    readonly right: string;
    readonly claim: string;
    readonly otherLanguage: string;
  };
  readonly backtests: {
    readonly intro: string;
    readonly series: string;
    readonly date: string;
    readonly predicted: string;
    readonly observed: string;
    readonly error: string;
    readonly number: string;
    readonly rmse: string;
    readonly mean: string;
    readonly verdict: string;
    readonly summary: string;
    readonly every: string;
    readonly picture: (name: string) => string;
    readonly pictureSummary: (missed: number, all: number, worst: string, factor: string) => string;
    readonly pictureNote: string;
    readonly fitted: string;
    readonly parameter: string;
    readonly fittedOn: string;
    readonly origin: string;
  };
  readonly studies: {
    readonly intro: string;
    readonly study: string;
    readonly experiment: string;
    readonly printed: string;
    readonly here: string;
    readonly difference: string;
  };
  readonly sources: {
    readonly intro: string;
    readonly publisher: string;
    readonly title: string;
    readonly date: string;
    readonly kind: string;
    readonly licence: string;
    readonly cited: string;
    readonly cite: string;
    readonly citeTitle: string;
    readonly theirs: string;
    readonly ours: string;
    readonly copy: string;
    readonly copied: string;
    readonly close: string;
    readonly none: string;
    readonly model: string;
  };
  readonly equations: EquationWords;
  readonly glossary: {
    readonly intro: string;
    readonly term: string;
    readonly other: string;
    readonly meaning: string;
  };
  /** Column names of the tables of figures. */
  readonly fields: Readonly<Record<string, string>>;
  /** Titles of the tables. */
  readonly tables: Readonly<Record<string, string>>;
  /** Coded words in cells; what is not here is shown as it stands. */
  readonly codes: Readonly<Record<string, string>>;
}

export const evidenceParts = [
  "figures",
  "balance",
  "conflicts",
  "claims",
  "backtests",
  "studies",
  "sources",
  "equations",
  "glossary",
] as const;
export type EvidencePart = (typeof evidenceParts)[number];

/** Words of the equations, which are filled with the numbers of the scenario looked at. */
export interface EquationWords {
  readonly intro: (scenario: string) => string;
  readonly region: string;
  readonly good: string;
  readonly year: string;
  readonly symbol: string;
  readonly meaning: string;
  readonly value: string;
  readonly check: (formula: string, model: string) => string;
  readonly titles: Readonly<Record<EquationName, (place: string, of: string) => string>>;
  readonly texts: Readonly<Record<EquationName, string>>;
  readonly symbols: Readonly<Record<SymbolName, string>>;
  readonly absent: Readonly<Record<EquationName, string>>;
  readonly suppliers: string;
}

export const equationNames = [
  "delivered",
  "sourcing",
  "price",
  "plant",
  "demand",
  "origin",
  "buyer",
] as const;
export type EquationName = (typeof equationNames)[number];

export const symbolNames = [
  "originPrice",
  "exportTax",
  "exporterRent",
  "fob",
  "freight",
  "cif",
  "duty",
  "levy",
  "importerRent",
  "floorGap",
  "cost",
  "theta",
  "weight",
  "glut",
  "useCost",
  "share",
  "flow",
  "meanPrice",
  "bought",
  "valueAdded",
  "contracts",
  "support",
  "quotaRent",
  "nodeCost",
  "margin",
  "gamma",
  "base",
  "ramp",
  "utilisation",
  "capacity",
  "level",
  "basePrice",
  "usePrice",
  "exponent",
  "choke",
  "kappa",
  "atBase",
  "demand",
  "given",
  "output",
  "disposal",
  "outflow",
  "inflow",
  "finalUse",
  "processUse",
  "stock",
] as const;
export type SymbolName = (typeof symbolNames)[number];
