/** The names of `USA, JPN,EU`, without the blanks around them. */
export const commaList = (text: string): string[] => text.split(",").map((name) => name.trim());
