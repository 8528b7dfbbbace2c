import { signInAnonymously } from "firebase/auth";
import { deleteField, serverTimestamp, setDoc } from "firebase/firestore";
import { type Cart, KindlingError } from "kindling-client";
import { useState } from "preact/hooks";
import { auth, shop } from "../../core/backend.ts";
import { listeningTo, useDocument } from "../../core/live.ts";
import { type Problem, problemOf } from "../../core/problem.ts";
import { useSession } from "../../core/session.tsx";

/** Pieces by SKU. */
export type CartLines = Readonly<Cart["lines"]>;

/** Of one thing, in a cart or an order. */
export const MAX_QUANTITY = 99;
const MAX_LINES = 50;
const NOTHING: CartLines = {};

export interface CartInHand {
  lines: CartLines;
  /** Of all lines together. */
  pieces: number;
  isLoading: boolean;
  /** Why it can't be read, or why the last change of it was refused. */
  problem: Problem | undefined;
  /** Puts in more of something. Who is nobody yet becomes a guest, so that there is a cart. */
  add: (sku: string, quantity: number) => Promise<void>;
  /** 0 takes it out. */
  setQuantity: (sku: string, quantity: number) => void;
}

/**
 * The cart of who uses the app, and what becomes of it on any of their devices. Changes are shown at
 * once, offline too; what the server says against one is a `problem`, and the cart as it was before.
 */
export function useCart(): CartInHand {
  const { isReady, user } = useSession();
  const {
    data: cart,
    isLoading,
    problem,
  } = useDocument(user ? shop.documents.cart(user.uid) : null);
  const [refusal, setRefusal] = useState<Problem>();
  const lines = cart?.lines ?? NOTHING;

  const write = (uid: string, sku: string, quantity: number): Promise<void> => {
    setRefusal(undefined);
    const line = quantity > 0 ? Math.min(quantity, MAX_QUANTITY) : deleteField();
    const change = { lines: { [sku]: line }, updatedAt: serverTimestamp() };
    // Offline this waits: nobody else does.
    return setDoc(shop.documents.cart(uid), change, { merge: true }).catch((error: unknown) =>
      setRefusal(problemOf(error)),
    );
  };

  return {
    lines,
    pieces: Object.values(lines).reduce((sum, quantity) => sum + quantity, 0),
    isLoading: !isReady || isLoading,
    problem: refusal ?? problem,
    async add(sku, quantity) {
      if (!(sku in lines) && Object.keys(lines).length >= MAX_LINES) throw full();
      if (user) {
        write(user.uid, sku, (lines[sku] ?? 0) + quantity);
        return;
      }
      const { uid } = (await signInAnonymously(auth)).user;
      const stop = await listeningTo(shop.documents.cart(uid));
      write(uid, sku, quantity).finally(stop);
    },
    setQuantity(sku, quantity) {
      if (user) write(user.uid, sku, quantity);
    },
  };
}

function full(): KindlingError {
  const sentence = `A cart holds ${MAX_LINES} different things. Order these first, or take one out.`;
  return new KindlingError("failed-precondition", "cart-full", sentence, {}, undefined);
}
