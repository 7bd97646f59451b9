/** Words of the Shock view. */
export interface ShockWords {
  readonly title: string;
  readonly intro: string;
  readonly by: string;
  readonly to: string;
  readonly goods: string;
  readonly year: string;
  readonly months: string;
  readonly remaining: string;
  readonly place: string;
  readonly good: string;
  readonly month: string;
  readonly play: string;
  readonly pause: string;
  readonly comma: string;
  readonly stage: { readonly oxides: string; readonly metals: string; readonly magnets: string };
  readonly stopped: (month: number) => string;
  readonly recovering: (month: number) => string;
  readonly before: string;
  readonly sentence: (
    by: string,
    goods: string,
    to: string,
    months: number,
    year: number,
    left: string,
  ) => string;
  readonly headline: {
    readonly unmet: (place: string) => string;
    readonly unmetAbout: (before: string) => string;
    readonly price: (good: string, place: string) => string;
    readonly priceUp: (percent: string) => string;
    readonly priceDown: (percent: string) => string;
    readonly priceSame: string;
    readonly stores: (place: string) => string;
    readonly storesAbout: (before: string) => string;
    readonly loss: (place: string) => string;
    readonly atRisk: (place: string) => string;
  };
  readonly atRiskNote: string;
  readonly overMonths: (stopped: number, all: number) => string;
  /** After a figure's name: it is a difference from the year without the stop. */
  readonly lessBefore: string;
  readonly under: (scenario: string) => string;
  readonly noStop: string;
  readonly noUnmet: string;
  readonly noStores: string;
  readonly figures: {
    readonly unmet: (place: string) => string;
    readonly unmetNote: string;
    readonly unmetSummary: (use: string, most: string, month: number) => string;
    readonly price: (good: string) => string;
    readonly priceSummary: (place: string, before: string, most: string, month: number) => string;
    readonly priceNote: string;
    readonly stores: (place: string) => string;
    readonly storesSummary: (first: string, last: string) => string;
    readonly storesOut: (good: string, month: number) => string;
    readonly losses: string;
    readonly lossesSummary: (place: string, loss: string) => string;
    readonly gains: string;
    readonly monthHeader: string;
    readonly partyHeader: string;
  };
}
