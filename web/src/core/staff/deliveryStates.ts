import type { DeliveryState } from "kindling-client";

interface Said {
  word: string;
  tone: "plain" | "good" | "warn" | "bad";
  /** What that means, in a sentence. */
  means: string;
}

/** How a mail stands, in words. */
export const deliveryStates: Readonly<Record<DeliveryState, Said>> = {
  PENDING: { word: "Waiting", tone: "plain", means: "It goes out in a moment, by itself." },
  PROCESSING: { word: "Being sent", tone: "plain", means: "It is on its way to the mail server." },
  RETRY: {
    word: "Tried again later",
    tone: "warn",
    means: "The mail server did not take it for now. It is tried again by itself.",
  },
  SUCCESS: { word: "Sent", tone: "good", means: "The mail server has taken it." },
  ERROR: {
    word: "Failed",
    tone: "bad",
    means: "It was given up. Put right what the mail server says, and send it again.",
  },
};
