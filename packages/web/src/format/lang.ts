/** The language of a foreign part, such as a source's title: Chinese where it holds Chinese characters. */
export function langOf(text: string): "en" | "zh-CN" {
  return /\p{Script=Han}/u.test(text) ? "zh-CN" : "en";
}
