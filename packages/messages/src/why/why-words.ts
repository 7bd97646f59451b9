import type { LeverName } from "../en/levers.js";
import type { MetricName } from "../en/metrics.js";

/** One link of a chain of causes, its names already in the reader's language; a name that the figure does not have is empty. */
export interface CauseFacts {
  readonly metric: string;
  readonly good: string;
  readonly region: string;
  readonly partner: string;
  readonly stage: string;
  readonly endUse: string;
  /** Ids, of which the words know the kinds. */
  readonly kind: string;
  readonly lever: string;
  readonly before: string;
  readonly after: string;
  readonly unit: string;
  /** What is added in brackets: after / before − 1 in percent with its sign, percentage points of a share; empty where neither says anything. */
  readonly change: string;
  /** How far it moves, without sign, for sums of money whose level means nothing. */
  readonly moved: string;
  readonly rises: boolean;
}

/** What a lever does where it bites. Names in the reader's language; lists are joined already. */
export interface ActFacts {
  readonly kind: string;
  /** The form of a lever that has several, such as `border-adjusted`. */
  readonly form: string;
  readonly goods: string;
  readonly from: string;
  readonly to: string;
}

export interface WhyWords {
  readonly act: (facts: ActFacts) => string;
  readonly link: (facts: CauseFacts) => string;
  readonly chain: (lever: string, act: string, links: readonly string[]) => string;
  readonly list: (names: readonly string[], more: boolean) => string;
  readonly stages: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, string>>;
  /** What stands for goods, sellers or buyers that a lever does not name. */
  readonly anyGoods: string;
  readonly others: string;
  readonly points: string;
  readonly alone: string;
}

/** Words by kind of lever and by metric; one that is missing does not compile. */
export type ActWords = Readonly<Record<LeverName, (facts: ActFacts) => string>>;
export type SubjectWords = Readonly<Record<MetricName, (facts: CauseFacts) => string>>;
