/** Set by the build from the program's package. */
declare const __DIDYM_VERSION__: string;
