import { gainOf, money, movers, partyName, signedMoney, type SummitView } from "./view.js";

export interface SummitHeadline {
  readonly id: "first" | "leavers" | "together" | "responder";
  readonly title: string;
  readonly value: string;
  /** True while the seats are still asked: the value may change. */
  readonly open: boolean;
  readonly text: string;
}

/** Who moves first, who would leave, and what the table is worth together and to who answers. */
export function summitHeadline(view: SummitView, open: boolean): readonly SummitHeadline[] {
  const { say, table, moves } = view;
  const { headline, origin } = say;
  const moving = movers(view);
  const [first] = moving;
  const leavers = moving.filter(({ stance }) => stance === "commit").map(({ seat }) => partyName(view, seat));
  const unknown = moves === undefined;
  const firstText =
    first === undefined
      ? headline.atRest
      : headline.firstMoves(
          partyName(view, first.seat),
          say.would[first.wants.to],
          money(view, first.wants.gain),
        );
  const together = table.seats.reduce((sum, seat) => sum + gainOf(view, seat), 0);
  return [
    {
      id: "first",
      title: headline.first,
      value: unknown ? say.table.notYet : firstText,
      open,
      text: origin.decision,
    },
    {
      id: "leavers",
      title: headline.leavers,
      value: unknown ? say.table.notYet : leavers.length === 0 ? headline.none : leavers.join(say.comma),
      open,
      text: origin.decision,
    },
    {
      id: "together",
      title: headline.together,
      value: signedMoney(view, together),
      open: false,
      text: origin.payoff,
    },
    {
      id: "responder",
      title: partyName(view, table.responder),
      value: signedMoney(view, gainOf(view, table.responder)),
      open: false,
      text: origin.payoff,
    },
  ];
}
