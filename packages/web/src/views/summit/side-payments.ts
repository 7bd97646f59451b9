/** Money from outside the accounts to a seat that joins, or from it below zero: MUSD by seat, present value. */
export type Pay = Readonly<Record<string, number>>;

const most = 100_000;

/** `KOR:300,JPN:-20`; what is no seat or no amount is left out. */
export function readPay(text: string, seats: readonly string[]): Pay {
  const found = text.split(",").flatMap((entry) => {
    const [seat = "", amount = ""] = entry.split(":");
    const value = amount.trim() === "" ? Number.NaN : Number(amount);
    return seats.includes(seat) && Number.isFinite(value) && value !== 0
      ? [[seat, bounded(value)] as const]
      : [];
  });
  return Object.fromEntries(found);
}

export function writePay(pay: Pay): string {
  const paid = Object.entries(pay).filter(([, amount]) => amount !== 0);
  return paid.map(([seat, amount]) => `${seat}:${String(amount)}`).join();
}

export function payTo(pay: Pay, seat: string, amount: number): Pay {
  return { ...pay, [seat]: Number.isFinite(amount) ? bounded(amount) : 0 };
}

const bounded = (amount: number): number => Math.min(most, Math.max(-most, amount));
