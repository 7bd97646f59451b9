import type { Language } from "@didym/messages";

/** The language of the locale: Chinese where LC_ALL, LC_MESSAGES or LANG (the first that is set) says so. */
export function localeLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
  return locale !== undefined && /^zh(?:[_.-]|$)/iu.test(locale) ? "zh" : "en";
}
