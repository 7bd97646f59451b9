/** The words of the command line. */
export interface CliMessages {
  readonly usage: string;
  readonly examples: string;
  readonly commands: string;
  readonly arguments: string;
  readonly options: string;
  readonly globalOptions: string;
  readonly exitCodes: string;
  readonly more: string;
  readonly tagline: string;
  readonly oneOf: (choices: readonly string[]) => string;
  readonly repeatable: string;
  readonly rowsShown: (shown: number, total: number) => string;
  readonly noRows: string;
  readonly otherTables: (names: readonly string[], format: string) => string;
  readonly wrote: (path: string) => string;
  readonly didYouMean: (name: string) => string;
  readonly at: string;
  readonly found: string;
  readonly expected: string;
  readonly tryThis: string;
  readonly explainCode: (code: string) => string;
  readonly error: string;
  readonly warning: string;
  readonly errorsLeft: (count: number) => string;
  readonly fields: string;
  readonly moreErrors: (count: number) => string;
  readonly interrupted: string;
  readonly interruptedKept: string;
  readonly progress: (done: number, total: number, rate: string, left: string) => string;
  readonly seconds: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly codes: Readonly<Record<0 | 1 | 2 | 3 | 4 | 5 | 130, string>>;
}
