import assert from "node:assert/strict";
import { getDocs } from "firebase/firestore";
import { accountsDocuments } from "../../client/src/accounts.ts";
import { mailDocuments } from "../../client/src/mail.ts";
import { listed, needed } from "../support/indexes.ts";
import { guardedApp } from "../support/rules.ts";

describe("core: the indexes", () => {
  const { project, as } = guardedApp("core-indexes");

  it("are those that the client's queries need, no more and no fewer", async () => {
    const { newestMails } = mailDocuments(as("admin"));
    const { auditOf, newestAudit } = accountsDocuments(as("admin"));
    const queries = await needed(project, async () => {
      await getDocs(newestMails());
      await getDocs(newestMails(["ERROR"]));
      await getDocs(newestMails(["PENDING", "PROCESSING", "RETRY"]));
      await getDocs(newestAudit());
      await getDocs(auditOf("accounts/somebody"));
    });
    assert.deepEqual(queries, listed("mail", "audit"));
  });
});
