/** t of elements per t of a good. */
export function elementShare(elements: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const share of Object.values(elements)) sum += share;
  return sum;
}
