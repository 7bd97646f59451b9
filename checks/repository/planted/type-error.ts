// Wrong on purpose: the type checker must refuse this file (see ../types.test.ts).
export const tonnes: number = "forty";
