import type { HealthRow } from "../commands/doctor.js";

/** The integrity of the figures. */
export function dataHealth(): Promise<HealthRow[]> {
  return Promise.resolve([]);
}
