import type { FirebaseApp } from "firebase/app";
import { getFirestore } from "firebase/firestore";
import { getFunctions } from "firebase/functions";
import { type AccountsDocuments, accountsDocuments } from "./accounts.ts";
import { callablesOf, type Modules } from "./callables.ts";
import {
  type CommentArticle,
  commenting,
  type EditComment,
  type TakeBackComment,
} from "./content/commenting.ts";
import { type FollowSite, type Like, liking } from "./content/liking.ts";
import { type ReviewDraft, reviewing as reviewingDrafts } from "./content/reviewing.ts";
import { type SaveDraft, savingDraft } from "./content/saving.ts";
import { type ContentDocuments, contentDocuments, type SiteRole } from "./content.ts";
import { type MailDocuments, mailDocuments } from "./mail.ts";
import { type SetMember, settingMembers } from "./members.ts";
import { type SaveProfile, savingProfile } from "./profile.ts";
import { type ReviewProduct, reviewing } from "./review.ts";
import { type ShopDocuments, shopDocuments } from "./shop.ts";
import { type ChangeTasks, changingMany } from "./todos/many.ts";
import { type MoveTask, moving } from "./todos/move.ts";
import { type PlaceTask, placing } from "./todos/place.ts";
import { type ListRole, type TodosDocuments, todosDocuments } from "./todos.ts";
import { type TravelDocuments, travelDocuments } from "./travel.ts";

export { reservedNames, usernameProblem } from "../../functions/src/accounts/names.ts";
export { keywordsOf } from "../../functions/src/shop/catalogue/keywords.ts";
export {
  positionAfter,
  positionBetween,
  positionNow,
  positionsAfter,
} from "../../functions/src/todos/positions.ts";
export type * from "./accounts.ts";
export type { Modules } from "./callables.ts";
export type { CommentArticle, EditComment, Saying, TakeBackComment } from "./content/commenting.ts";
export type { FollowSite, Like } from "./content/liking.ts";
export { newDraft, newReport, type Writing } from "./content/newDocuments.ts";
export type { ReviewDraft } from "./content/reviewing.ts";
export type { DraftChanges, SaveDraft } from "./content/saving.ts";
export type * from "./content.ts";
export { KindlingError } from "./errors.ts";
export type * from "./mail.ts";
export type { SetMember } from "./members.ts";
export type { Introduction, SaveProfile } from "./profile.ts";
export type { Opinion, ReviewProduct } from "./review.ts";
export type * from "./shop.ts";
export type { ChangeTasks } from "./todos/many.ts";
export type { MoveTask } from "./todos/move.ts";
export { dayIn, newComment, newList, newTask, type TaskDraft } from "./todos/newDocuments.ts";
export type { PlaceTask } from "./todos/place.ts";
export type * from "./todos.ts";
export { occupancyOf } from "./travel/occupancy.ts";
export type * from "./travel.ts";

export interface Options {
  /** Where the functions run: `region` in functions/src/core/settings.ts. */
  region?: string;
  /** Milliseconds to wait for the answer to a call. */
  timeout?: number;
}

/**
 * Per module: `call`, its callables, and `documents`, what the rules let clients read and write.
 * What takes several documents in one commit is a function beside them.
 */
export interface Kindling {
  accounts: {
    call: Modules["accounts"];
    documents: AccountsDocuments;
    saveProfile: SaveProfile;
  };
  content: {
    call: Modules["content"];
    documents: ContentDocuments;
    comment: CommentArticle;
    editComment: EditComment;
    follow: FollowSite;
    like: Like;
    reviewDraft: ReviewDraft;
    saveDraft: SaveDraft;
    setSiteMember: SetMember<SiteRole>;
    takeBackComment: TakeBackComment;
  };
  mail: { call: Modules["mail"]; documents: MailDocuments };
  shop: { call: Modules["shop"]; documents: ShopDocuments; review: ReviewProduct };
  todos: {
    call: Modules["todos"];
    documents: TodosDocuments;
    completeTasks: ChangeTasks;
    deleteTasks: ChangeTasks;
    moveTask: MoveTask;
    placeTask: PlaceTask;
    setMember: SetMember<Exclude<ListRole, "owner">>;
  };
  travel: { call: Modules["travel"]; documents: TravelDocuments };
}

/**
 * The back end for an app.
 *
 *     const { shop } = connect(initializeApp(config));
 *     const products = await getDocs(shop.documents.catalogue({ category: "coffee" }));
 *     const order = await shop.call.placeOrder({ requestId: crypto.randomUUID(), lines, shipTo });
 *
 * With the emulators, call the SDK's `connectFirestoreEmulator` and `connectFunctionsEmulator`
 * (the latter on `getFunctions(app, region)`) first, as ever.
 */
export function connect(
  app: FirebaseApp,
  { region = "europe-west1", timeout = 70_000 }: Options = {},
): Kindling {
  const db = getFirestore(app);
  const functions = getFunctions(app, region);
  const todosCall = callablesOf(functions, "todos", timeout);
  return {
    accounts: {
      call: callablesOf(functions, "accounts", timeout),
      documents: accountsDocuments(db),
      saveProfile: savingProfile(db),
    },
    content: {
      call: callablesOf(functions, "content", timeout),
      documents: contentDocuments(db),
      ...commenting(db),
      ...liking(db),
      reviewDraft: reviewingDrafts(db),
      saveDraft: savingDraft(db),
      setSiteMember: settingMembers(db, "siteTeams"),
    },
    mail: { call: callablesOf(functions, "mail", timeout), documents: mailDocuments(db) },
    shop: {
      call: callablesOf(functions, "shop", timeout),
      documents: shopDocuments(db),
      review: reviewing(db),
    },
    todos: {
      call: todosCall,
      documents: todosDocuments(db),
      ...changingMany(db, todosCall),
      moveTask: moving(db),
      placeTask: placing(db),
      setMember: settingMembers(db, "lists"),
    },
    travel: {
      call: callablesOf(functions, "travel", timeout),
      documents: travelDocuments(db),
    },
  };
}
