export const onRequest: readonly string[];
export function firstLoad(dist: string, worker?: boolean): string[];
