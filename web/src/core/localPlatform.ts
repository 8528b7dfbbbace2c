/** What `npm start` tells the app of this machine (dev/web.ts writes it). A deployed app has none. */
export interface Local {
  /** `host:port`, as are the next two. */
  auth: string;
  firestore: string;
  functions: string;
  inboxUrl: string;
  /** Of the payment simulator; null where Stripe itself is used, in its test mode. */
  paymentsUrl: string | null;
  /** The payment provider's publishable key. */
  paymentsKey: string;
  /** Who can log in, with one password. */
  people: { email: string; displayName: string }[];
  password: string;
}
