/** Set by the build from the program's package. */
declare const __DIDYM_VERSION__: string;
/** Names of the scenarios whose bands stand beside the page. */
declare const __DIDYM_BANDS__: readonly string[];
