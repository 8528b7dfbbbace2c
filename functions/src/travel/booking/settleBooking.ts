import type { DocumentSnapshot } from "firebase-admin/firestore";
import { type Read, update } from "../../core/decide.ts";
import type { News, Payee, Response } from "../../core/payments/payees.ts";
import { refundable } from "../../core/payments/requestRefund.ts";
import { type Payment, payments } from "../../core/payments/schema.ts";
import { receiveMoney } from "./confirm.ts";
import { stayRefunded } from "./mails.ts";
import { type Booking, bookings } from "./schema.ts";
import { isAllowed, next } from "./states.ts";
import { tellTraveller } from "./tell.ts";
import { happened } from "./timeline.ts";

/** What becomes of a booking when its payment moves. Told by core/payments, in the same commit. */
export const settleBooking: Payee = async (read, news) => {
  const [booking] = await read(bookings.doc(news.payment.subject.split("/")[1] ?? ""));
  const current = booking.data();
  if (!current) throw new Error(`payment ${news.paymentId} is for no booking`);
  if (news.kind === "succeeded") return receiveMoney(read, booking, current, news);
  return moneyMoved(read, booking, current, news);
};

/** What a refund of a booking, or of a change of it, means for the booking. */
export async function moneyMoved(
  read: Read,
  booking: DocumentSnapshot<Booking>,
  current: Booking,
  news: News,
): Promise<Response> {
  switch (news.kind) {
    case "review":
      return { writes: [update(booking, { review: news.payment.review })] };
    case "refund-failed":
      return refundDidFail(read, booking, current, news);
    case "refunded":
      return moneyWentBack(read, booking, current, news);
    default:
      // That a card was declined is told by the provider's form; nights are held as long as they were.
      return { writes: [] };
  }
}

async function moneyWentBack(
  read: Read,
  booking: DocumentSnapshot<Booking>,
  current: Booking,
  news: News & { kind: "refunded" },
): Promise<Response> {
  const { paymentId, refundId, refund } = news;
  const mail = stayRefunded(current, refund.amount);
  const told = await tellTraveller(read, booking.id, "stay-refunded", refundId, mail);
  // Of money that was paid twice, the second part is not the booking's.
  if (!current.paidBy.includes(paymentId) || !isAllowed(current.state, "settle_refund")) {
    return { writes: told };
  }
  const balance = await balanceOf(read, current, news);
  const isAll = isOver(current.state) && balance.refunded >= current.captured;
  const state = next(current.state, "settle_refund", isAll ? "refunded" : current.state);
  const timeline = happened(current, "refunded", refund.amount);
  return { writes: [update(booking, { state, ...balance, timeline }), ...told] };
}

/** One that had succeeded may fail: then the booking is again what it was before it was refunded. */
async function refundDidFail(
  read: Read,
  booking: DocumentSnapshot<Booking>,
  current: Booking,
  news: News & { kind: "refund-failed" },
): Promise<Response> {
  const { paidBy, state, timeline } = current;
  const review = `refund ${news.refundId} failed`;
  if (!paidBy.includes(news.paymentId)) return { writes: [update(booking, { review })] };
  const balance = await balanceOf(read, current, news);
  const before = timeline.some(({ event }) => event.startsWith("cancelled"))
    ? "cancelled"
    : "expired";
  const then = isAllowed(state, "fail_refund") ? next(state, "fail_refund", before) : state;
  return { writes: [update(booking, { state: then, ...balance, review })] };
}

/** What of all its payments has not been promised back, and what has been given back. */
async function balanceOf(
  read: Read,
  { paidBy }: Booking,
  { paymentId, payment }: News,
): Promise<Pick<Booking, "paid" | "refunded">> {
  const others = paidBy.filter((id) => id !== paymentId).map((id) => payments.doc(id));
  const found: readonly DocumentSnapshot<Payment>[] = await read(...others);
  const all = [payment, ...found.flatMap((other) => other.data() ?? [])];
  return {
    paid: all.reduce((sum, each) => sum + refundable(each), 0),
    refunded: all.reduce((sum, { refunded }) => sum + refunded, 0),
  };
}

/** Of what is over, nothing remains to be done but to give its money back. */
const isOver = (state: Booking["state"]): boolean => state === "expired" || state === "cancelled";
