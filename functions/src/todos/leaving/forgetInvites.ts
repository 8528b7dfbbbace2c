import { forgetInvitations } from "../../core/invitations/forget.ts";
import { mailOf } from "../../core/mail/queue.ts";
import type { Person } from "../../core/personalData.ts";
import { entityOf, INVITATION } from "../list/invites.ts";
import { isOurs, pathOf } from "../paths.ts";
import { allInvites } from "../schema.ts";

/** Forgets whom somebody invited to lists, and who invited them: see `forgetInvitations`. */
export const forgetInvites = (person: Person): Promise<boolean> =>
  forgetInvitations(person, {
    all: allInvites,
    isOurs,
    mailOf: (invite) => {
      const { listId } = pathOf(invite.ref);
      return mailOf(INVITATION, entityOf(listId, invite.data()), invite.data().email);
    },
  });
