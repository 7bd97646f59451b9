/** Units as people of a language write them; a factor takes the model's unit to the one shown. */
export interface UnitWords {
  readonly "USD/kg": string;
  readonly t: string;
  readonly thousandTonnes: { readonly label: string; readonly factor: number };
  readonly tonnesAYear: string;
  readonly thousandTonnesAYear: string;
  /** Units of money with the factor from kUSD, each used from so many kUSD on. */
  readonly money: readonly { readonly label: string; readonly factor: number; readonly from: number }[];
  readonly aYear: (money: string) => string;
  readonly points: string;
  readonly months: string;
  readonly years: string;
  readonly musd: string;
  readonly musdAYear: string;
  readonly "USD/t": string;
  readonly index: string;
}
