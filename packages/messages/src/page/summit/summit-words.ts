/** A line of an account that grows or shrinks, as something a party gains or loses by. */
export interface ItemWords {
  readonly name: string;
  readonly better: string;
  readonly worse: string;
}

export type StanceName = "commit" | "hedge" | "deal";
export type RuleName =
  | "none"
  | "licence-squeeze"
  | "first-mover-squeeze"
  | "price-war"
  | "matching-export-tax"
  | "courtship"
  | "credible";

/** Items of the account as the model names them; payments by lever come through `payments`. */
export type AccountItem =
  | "consumer-surplus"
  | "producer-surplus"
  | "recycling"
  | "duty"
  | "levy"
  | "export-tax"
  | "rent"
  | "undertaking"
  | "capital-charge"
  | "capital-support"
  | "end-stock"
  | "concession"
  | "security"
  | "payments.in-force"
  | "payments.response";

/** Items drawn together in one colour. */
export type ItemGroup = "users" | "producers" | "border" | "plants" | "payments" | "security";

/** Words of the Summit view. */
export interface SummitWords {
  readonly title: string;
  readonly intro: string;
  readonly comma: string;
  readonly rest: string;
  readonly nothingToJoin: string;
  readonly stances: Readonly<Record<StanceName, string>>;
  /** The same above narrow columns. */
  readonly columns: Readonly<Record<StanceName, string>>;
  readonly stanceHelp: Readonly<Record<StanceName, string>>;
  /** As what a seat would rather do. */
  readonly would: Readonly<Record<StanceName, string>>;
  readonly rules: Readonly<Record<RuleName, string>>;
  readonly items: Readonly<Record<AccountItem, ItemWords>>;
  readonly payments: (lever: string) => ItemWords;
  readonly groups: Readonly<Record<ItemGroup, string>>;
  readonly table: {
    readonly title: string;
    readonly seat: string;
    readonly stance: string;
    readonly gain: string;
    readonly wants: string;
    readonly everyone: string;
    readonly nobody: string;
    readonly content: string;
    readonly notYet: string;
    readonly paid: (amount: string) => string;
    readonly wantsTo: (to: string, gain: string) => string;
    readonly mostBy: (reason: string, amount: string) => string;
    readonly against: (reason: string, amount: string) => string;
  };
  readonly headline: {
    readonly first: string;
    readonly firstMoves: (seat: string, to: string, gain: string) => string;
    readonly atRest: string;
    readonly leavers: string;
    readonly none: string;
    readonly together: string;
  };
  readonly checking: (done: number, total: number) => string;
  readonly dealsOpen: string;
  readonly solving: string;
  readonly measured: (payoffs: string, moves: string) => string;
  readonly assume: {
    readonly response: string;
    readonly asStated: (rule: string) => string;
    readonly played: (who: string, rule: string, from: number, to: number) => string;
    readonly title: string;
    readonly note: string;
    readonly hazard: string;
    readonly hazardHelp: string;
    readonly unionWeight: string;
    readonly unionWeightHelp: string;
    readonly rate: string;
    readonly rateHelp: string;
    readonly spared: string;
    readonly sparedHelp: string;
    readonly place: string;
    readonly placeHelp: string;
    readonly pay: string;
    readonly payHelp: string;
    readonly payNone: string;
    readonly payOne: (seat: string, millions: string) => string;
    /** Heads what changes the solved market. */
    readonly solvedTitle: string;
    readonly leak: string;
    readonly leakHelp: string;
    readonly penalty: string;
    readonly penaltyHelp: string;
    readonly minimum: string;
    readonly minimumHelp: string;
    readonly sharing: string;
    readonly sharingHelp: string;
    readonly again: string;
    readonly reset: string;
  };
  readonly path: {
    readonly title: string;
    readonly help: string;
    readonly start: string;
    readonly previous: string;
    readonly next: string;
    readonly nextIs: (seat: string, to: string) => string;
    readonly play: string;
    readonly pause: string;
    readonly begin: (joined: string) => string;
    readonly step: (seat: string, to: string, gain: string) => string;
    readonly rests: string;
    readonly circle: string;
  };
  readonly figures: {
    readonly gains: string;
    readonly gainsSummary: (best: string, gain: string, worst: string, loss: string) => string;
    readonly gainsNote: string;
    readonly total: string;
    readonly party: string;
    readonly matrix: string;
    readonly matrixSummary: (count: number, of: number) => string;
    readonly matrixNote: string;
    readonly lines: (seat: string) => string;
    readonly lineSeat: string;
    readonly hazardHeader: string;
    /** What stands for the commit line against another stance. */
    readonly breakEven: (other: string, hazard: string, above: boolean) => string;
    readonly always: (other: string) => string;
    readonly never: (other: string) => string;
    readonly tied: (other: string) => string;
    readonly breakEvens: string;
    readonly against: (other: string) => string;
    readonly alwaysShort: string;
    readonly neverShort: string;
    readonly aboveShort: (hazard: string) => string;
    readonly belowShort: (hazard: string) => string;
    readonly outside: string;
    readonly transfers: string;
    readonly transfersNone: string;
    readonly transfersSummary: (moved: string, outside: string) => string;
    readonly transfersNote: string;
  };
  readonly coalitions: {
    readonly title: string;
    readonly help: string;
    readonly noPreset: string;
    readonly otherPreset: string;
    readonly fromPreset: (seats: number, profiles: string, rule: string) => string;
    readonly who: string;
    readonly size: (profiles: number) => string;
    readonly tooMany: (most: number, command: string) => string;
    readonly scan: string;
    readonly cancel: string;
    readonly progress: (done: number, total: number) => string;
    readonly left: (seconds: string) => string;
    readonly done: (profiles: number, seconds: string) => string;
    readonly stale: string;
    readonly stable: string;
    readonly noStable: string;
    readonly nobody: string;
    readonly likelihood: string;
    readonly odds: string;
    readonly coalition: string;
    readonly members: string;
    readonly likelihoodNote: (draws: string) => string;
    readonly noneLikely: string;
    readonly ends: string;
    readonly endOrders: (orders: number, of: number) => string;
    readonly path: string;
    readonly show: string;
    readonly transfers: (moved: string, outside: string) => string;
    readonly pivotal: (seats: string) => string;
  };
  readonly origin: {
    readonly payoff: string;
    readonly decision: string;
    readonly breakEven: string;
    readonly odds: string;
    readonly transfer: string;
    readonly equation: string;
    readonly unit: string;
    readonly assumptions: (hazard: string, weight: string, rate: string, spared: string) => string;
    readonly place: (share: string) => string;
    readonly rule: (rule: string) => string;
  };
}
