/** The next token of a JSON text after white space: a string, another value, or a sign. */
export const jsonToken =
  /\s*(?:("(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)|([[\]{},:]))/iuy;
