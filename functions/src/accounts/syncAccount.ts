import { onDocumentWritten } from "firebase-functions/firestore";
import { accounts } from "../core/accounts.ts";
import { decide } from "../core/decide.ts";
import { staff } from "../core/roles.ts";
import { agree } from "./access/agree.ts";
import { changeAccount } from "./access/change.ts";

/**
 * Makes Firebase Authentication agree with a staff document, also with one that was written by hand
 * in the console. Reads what is there, so events may come twice and in any order. Where neither
 * document is left there is nobody to look after: an account that was deleted stays so.
 */
export const syncAccount = onDocumentWritten("staff/{uid}", async ({ params: { uid } }) => {
  await decide(async (read) => {
    const [account, member] = await read(accounts.doc(uid), staff.doc(uid));
    const isKnown = account.exists || member.exists;
    return { answer: undefined, writes: isKnown ? [changeAccount(account, {})] : [] };
  });
  await agree(uid);
});
