/** One link of a chain of causes, its names already in the reader's language. */
export interface CauseFacts {
  readonly metric: string;
  readonly good: string;
  readonly region: string;
  readonly partner: string;
  readonly before: string;
  readonly after: string;
  readonly unit: string;
  /** after / before − 1 in percent, written with its sign; empty where before is nothing. */
  readonly percent: string;
  readonly rises: boolean;
}

export interface WhyWords {
  readonly link: (facts: CauseFacts) => string;
  readonly chain: (lever: string, links: readonly string[]) => string;
  readonly alone: string;
}
