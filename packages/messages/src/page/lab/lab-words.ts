/** Words of the Lab view. */
export interface LabWords {
  readonly levers: string;
  readonly answer: string;
  readonly openLevers: string;
  readonly closeLevers: string;
  readonly preset: string;
  readonly presetAbout: string;
  readonly response: { readonly label: string; readonly own: string; readonly none: string };
  readonly region: string;
  readonly good: string;
  readonly element: string;
  /** One or more elements, by their symbols: `Dy`, `Nd+Pr`. */
  readonly elementName: (symbols: string) => string;
  readonly shipment: string;
  readonly year: string;
  readonly play: string;
  readonly pause: string;
  readonly membersLabel: string;
  readonly toOpened: string;
  readonly toDefault: string;
  readonly changes: (count: number) => string;
  readonly noChanges: string;
  readonly removeChange: (change: string) => string;
  readonly addLever: string;
  readonly add: string;
  readonly removeLever: (name: string) => string;
  readonly withoutLever: (name: string) => string;
  readonly addedLever: (name: string) => string;
  readonly responseIs: (name: string) => string;
  readonly inherited: (scenario: string) => string;
  readonly inForceLevers: (count: number) => string;
  readonly ownLevers: string;
  readonly responseLevers: string;
  readonly details: string;
  readonly sources: string;
  readonly equation: string;
  readonly assumption: string;
  readonly resetLever: (name: string) => string;
  readonly share: string;
  readonly copyLink: string;
  readonly copyCommand: string;
  readonly copied: string;
  readonly exportFile: string;
  readonly importFile: string;
  readonly save: string;
  readonly saveAs: string;
  readonly saved: string;
  readonly openSaved: (name: string) => string;
  readonly deleteSaved: (name: string) => string;
  readonly citeModel: string;
  readonly print: string;
  readonly report: string;
  readonly leverTable: Readonly<
    Record<"lever" | "settings" | "years" | "status" | "assumption" | "notes", string>
  >;
  readonly compare: CompareWords;
  readonly headline: HeadlineWords;
  readonly why: WhyPanelWords;
  readonly bands: BandWords;
  readonly figures: FigureWords;
  readonly accounts: AccountWords;
  readonly position: PositionWords;
  readonly warnings: {
    readonly title: string;
    readonly undo: string;
    readonly removeChange: string;
    readonly dismiss: string;
    readonly toDefault: string;
    readonly aboveHistory: (facts: PriceFacts) => string;
    readonly belowHistory: (facts: PriceFacts) => string;
  };
  readonly notices: NoticeWords;
  readonly tour: TourWords;
  readonly stages: Readonly<
    Record<"concentrate" | "oxide" | "metal" | "magnet" | "use" | "recycling", string>
  >;
  readonly china: string;
  readonly otherMembers: string;
  readonly others: string;
  readonly world: string;
  readonly worldExcludingChina: string;
  readonly colon: string;
  readonly comma: string;
  readonly withUnit: (label: string, unit: string) => string;
}

/** A price of a run beside the furthest price ever quoted. */
export interface PriceFacts {
  readonly good: string;
  readonly region: string;
  readonly year: number;
  readonly price: string;
  readonly quoted: string;
  readonly period: string;
}

export interface CompareWords {
  readonly title: string;
  readonly keep: string;
  readonly drop: (name: string) => string;
  readonly difference: string;
  readonly levels: string;
  readonly twoByTwo: string;
  readonly twoByTwoAbout: string;
  readonly otherValue: string;
  /** Why an assumption has its value. */
  readonly reason: (words: string) => string;
  /** An assumption with its unit. */
  readonly named: (id: string, unit: string) => string;
  readonly assumption: string;
  readonly low: (value: string) => string;
  readonly high: (value: string) => string;
  readonly asAssumed: (value: string) => string;
  readonly withoutPolicy: string;
  readonly withPolicy: string;
  readonly effect: string;
  readonly scenario: string;
  readonly full: string;
  readonly empty: string;
}

/** How a figure lies to the run compared with. */
export interface ChangeWords {
  /** A share by which a figure lies above (> 0) or below the run compared with. */
  readonly up: (percent: string, against: string) => string;
  readonly down: (percent: string, against: string) => string;
  readonly same: (against: string) => string;
  readonly pointsUp: (points: string, against: string) => string;
  readonly pointsDown: (points: string, against: string) => string;
  readonly more: (amount: string, against: string) => string;
  readonly less: (amount: string, against: string) => string;
}

/** A figure and its brief change. */
interface Told {
  readonly value: string;
  readonly change: string;
}

export interface LeadFacts {
  readonly region: string;
  readonly year: number;
  /** Of the good looked at, a sentence; undefined where it is not used here. */
  readonly price: string | undefined;
  readonly dependence: Told;
  readonly shortage: Told;
  readonly cost: Told;
}

export interface HeadlineWords extends ChangeWords {
  readonly price: (good: string, region: string, year: number) => string;
  readonly dependence: (region: string, year: number) => string;
  readonly dependenceAbout: string;
  readonly shortage: (region: string, year: number) => string;
  readonly cost: (region: string, year: number) => string;
  readonly welfare: (region: string, year: number) => string;
  /** The same where the run compared with is named beside it. */
  readonly brief: ChangeWords;
  /** Names the run compared with, above figures that say the change alone. */
  readonly compared: (against: string) => string;
  /** The whole answer in two sentences. */
  readonly lead: (facts: LeadFacts) => { readonly first: string; readonly rest: string };
  readonly leadPrice: (good: string, value: string, change: string) => string;
  readonly none: string;
  readonly noMeaning: string;
  readonly spoken: (title: string, value: string, change: string) => string;
}

export interface WhyPanelWords {
  readonly title: string;
  /** On the button beside a figure, with the figure's title. */
  readonly ask: string;
  readonly askOf: (title: string) => string;
  readonly figure: string;
  readonly summary: (value: string, without: string, against: string) => string;
  readonly largest: (lever: string, value: string) => string;
  readonly nothing: (against: string) => string;
  readonly contribution: string;
  readonly lever: string;
  readonly together: string;
  readonly chains: string;
  readonly work: (runs: number) => string;
  readonly working: (done: number, total: number) => string;
  readonly stop: string;
  readonly note: string;
  readonly sampled: (error: string) => string;
}

export interface BandWords {
  readonly none: string;
  readonly quantify: (runs: number) => string;
  readonly working: (done: number, total: number) => string;
  readonly stop: string;
  /** What the band contains, and what it does not. */
  readonly note: (draws: number) => string;
  readonly failed: (count: number) => string;
  readonly range: (low: string, high: string) => string;
  /** Offers to draw some of the runs. */
  readonly single: (count: number) => string;
  readonly singleNote: string;
  /** Names one of them in the table. */
  readonly path: (number: number) => string;
}

export interface FigureWords {
  readonly price: (good: string) => string;
  readonly supply: (good: string) => string;
  readonly exposure: (region: string) => string;
  readonly accounts: (year: number) => string;
  readonly stages: (element: string, year: number) => string;
  readonly map: (good: string, year: number) => string;
  readonly mapNote: string;
  readonly lines: string;
  readonly capacityOf: (region: string) => string;
  readonly productionOf: (region: string) => string;
  readonly stageDirect: (stage: string) => string;
  readonly stageEmbodied: (stage: string) => string;
  readonly priceSummary: (
    region: string,
    good: string,
    first: string,
    firstYear: number,
    last: string,
    lastYear: number,
    change: string,
  ) => string;
  readonly supplySummary: (good: string, year: number, made: string, chinese: string) => string;
  readonly exposureSummary: (region: string, direct: string, embodied: string, year: number) => string;
  readonly accountsSummary: (winner: string, gain: string, loser: string, loss: string) => string;
  readonly stagesSummary: (share: string, element: string, year: number) => string;
  readonly mapSummary: (good: string, from: string, to: string, amount: string, year: number) => string;
  readonly nothingDrawn: string;
  readonly yearHeader: string;
  readonly partyHeader: string;
  readonly fromHeader: string;
  readonly toHeader: string;
}

export interface AccountWords {
  readonly users: string;
  readonly producers: string;
  readonly revenue: string;
  readonly support: string;
  readonly match: string;
  readonly other: string;
  readonly total: string;
}

export interface PositionWords {
  readonly none: string;
  readonly noFloor: string;
  readonly belowToday: (percent: string) => string;
  readonly aboveToday: (percent: string) => string;
  readonly likeToday: string;
  readonly cheaper: string;
  readonly dearer: string;
  readonly slight: string;
  readonly middling: string;
  readonly strong: string;
  readonly all: string;
  readonly closed: string;
}

export interface NoticeWords {
  readonly LINK_NEWER: (version: string) => string;
  readonly LINK_UPGRADED: (version: string) => string;
  readonly LINK_UNKNOWN_KEY: (key: string) => string;
  readonly LINK_TOO_LONG: string;
  readonly LINK_OPENED: (count: number, model: string, data: string) => string;
  readonly LINK_OTHER_DATA: (theirs: string, ours: string) => string;
  readonly UNKNOWN_SCENARIO: (name: string) => string;
  readonly FILE_TOO_LARGE: (limit: string) => string;
  readonly FILE_NOT_JSON: string;
  readonly FILE_REFUSED: (reason: string) => string;
  readonly STORE_FAILED: string;
}

export interface TourWords {
  readonly start: string;
  readonly next: string;
  readonly skip: string;
  readonly done: string;
  readonly step: (at: number, of: number) => string;
  readonly steps: readonly { readonly title: string; readonly text: string }[];
}
